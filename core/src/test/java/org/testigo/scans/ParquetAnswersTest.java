package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testigo.formats.parquet.ParquetBytes.field;
import static org.testigo.formats.parquet.ParquetBytes.flat;
import static org.testigo.formats.parquet.ParquetBytes.list;
import static org.testigo.formats.parquet.ParquetBytes.utf8;
import static org.testigo.scans.Expected.service;
import static org.testigo.scans.ParquetAnswersFixture.ANSWER;
import static org.testigo.scans.ParquetAnswersFixture.AUTHORITY;
import static org.testigo.scans.ParquetAnswersFixture.LEAF;
import static org.testigo.scans.ParquetAnswersFixture.UTF8;
import static org.testigo.scans.ParquetAnswersFixture.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.parquet.ParquetBytes;
import org.testigo.formats.parquet.ParquetBytes.Data;
import org.testigo.formats.parquet.ParquetBytes.Style;
import org.testigo.formats.parquet.PhysicalType;
import org.testigo.model.Budget;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateBody;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ServiceSighting;
import org.testigo.model.scan.ServiceSighting.ImportedFingerprint;

class ParquetAnswersTest {
  private static final FileFormat FORMAT = new ParquetAnswers();

  @Test
  void thePublishedColumns() {
    var file = ParquetAnswersFixture.published();
    var read = read(file);
    assertThat(read.refused()).isEmpty();
    assertThat(read.records())
        .containsExactly(
            service("192.0.2.1", 80)
                .at(new ScanTime(Instant.parse("2013-03-12T10:00:00Z"), ScanTime.Precision.DAY))
                .answer(ANSWER, "http", false)
                .from(file.name(), 1),
            new ServiceSighting(
                Expected.endpoint("2001:db8::1", 443),
                Optional.empty(),
                Optional.empty(),
                List.of(
                    new CertificateLink(1, LEAF.id(), Optional.of(new Bytes(LEAF.der()))),
                    new CertificateLink(
                        2, CertificateId.ofSha256(AUTHORITY.id().sha256()), Optional.empty())),
                List.of(new ImportedFingerprint("jarm", "29d29d00029d29d")),
                "",
                "sonar-ssl",
                new ScanSource(file.name(), 2)),
            new CertificateBody(
                AUTHORITY.id(), new Bytes(AUTHORITY.der()), new ScanSource(file.name(), 3)),
            new ServiceSighting(
                Expected.endpoint("192.0.2.3", 0),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                "hacking-team-rcs",
                "",
                new ScanSource(file.name(), 4)));
  }

  @Test
  void chainsAsListsOfBytes() {
    var file = ParquetAnswersFixture.lists();
    assertThat(read(file).records())
        .containsExactly(
            service("192.0.2.1", 0).chain(LEAF, AUTHORITY).from(file.name(), 1),
            service("192.0.2.2", 0).chain(AUTHORITY).from(file.name(), 2));
  }

  @Test
  void sonarsColumns() {
    var file = ParquetAnswersFixture.sonar();
    assertThat(read(file).records())
        .containsExactly(
            service("192.0.2.1", 8443)
                .at("2013-03-12T10:00:00Z")
                .answer(ANSWER, "http", true)
                .from(file.name(), 1),
            service("192.0.2.2", 8443)
                .at("2013-03-12T10:00:00Z")
                .answer(ANSWER, "http", true)
                .from(file.name(), 2));
  }

  @Test
  void timesOfEveryKind() {
    assertThat(time(PhysicalType.INT64, 9, 1_363_082_400_999L))
        .isEqualTo(Expected.second("2013-03-12T10:00:00Z"));
    assertThat(time(PhysicalType.INT64, -1, 1_363_082_400L))
        .isEqualTo(Expected.second("2013-03-12T10:00:00Z"));
    assertThat(time(PhysicalType.INT64, -1, 1_363_082_400_000_000_000L))
        .isEqualTo(Expected.second("2013-03-12T10:00:00Z"));
    assertThat(time(PhysicalType.DOUBLE, -1, 1_363_082_400.7))
        .isEqualTo(Expected.second("2013-03-12T10:00:00Z"));
    assertThat(time(PhysicalType.INT32, 6, 15_776)).isEqualTo(Expected.day("2013-03-12"));
    assertThat(time(PhysicalType.BYTE_ARRAY, UTF8, utf8("2013-03-12 10:00:00").getFirst()))
        .isEqualTo(Expected.second("2013-03-12T10:00:00Z"));
    // 36 000 s in nanoseconds, Julian day 2 456 364.
    byte[] impala =
        ByteBuffer.allocate(12)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(36_000_000_000_000L)
            .putInt(2_456_364)
            .array();
    assertThat(time(PhysicalType.INT96, -1, impala))
        .isEqualTo(Expected.second("2013-03-12T10:00:00Z"));
  }

  private static ScanTime time(PhysicalType type, int converted, Object value) {
    var read =
        read(
            text("ip", "192.0.2.1"),
            text("answer", ANSWER),
            flat("time", type, converted, List.of(value)));
    assertThat(read.refused()).isEmpty();
    return read.services().getFirst().at().orElseThrow();
  }

  @Test
  void badRowsAreToldAndTheOthersRead() {
    var read =
        read(
            text(
                "ip",
                "example.org",
                "192.0.2.2",
                "192.0.2.3",
                "192.0.2.4",
                null,
                "192.0.2.6",
                "192.0.2.7"),
            flat(
                "port",
                PhysicalType.INT64,
                -1,
                Arrays.asList(80L, 65_536L, 80L, 80L, 80L, 80L, null)),
            text("time_precision", null, null, "century", null, null, null, null),
            flat("time", PhysicalType.INT32, 6, List.of(0, 0, 0, 0, 0, 0, 0)),
            text("answer", ANSWER, ANSWER, ANSWER, null, null, null, ANSWER),
            flat(
                "source_entry",
                PhysicalType.INT64,
                -1,
                Arrays.asList(null, null, null, null, null, 0L, 99L)),
            text("source_file", null, null, null, null, null, null, "before.gz"),
            field(
                "chain",
                "der",
                PhysicalType.BYTE_ARRAY,
                -1,
                Arrays.asList(null, null, null, List.of(LEAF.der()), null, null, null)),
            field(
                "chain",
                "md5",
                PhysicalType.BYTE_ARRAY,
                UTF8,
                Arrays.asList(null, null, null, utf8(AUTHORITY.id().md5()), null, null, null)));
    assertThat(read.refused())
        .containsExactly(
            "'example.org', expected an IPv4 or IPv6 address",
            "'65536', expected a port, 0 to 65535",
            "'century', expected second, quarter_hour, day or month in time_precision",
            "'%s', expected the digest of the certificate, %s"
                .formatted(AUTHORITY.id().md5(), LEAF.id().md5()),
            "no ip and a chain of 0, expected one certificate with its der",
            "source_entry 0, expected 1 or more");
    assertThat(read.records())
        .containsExactly(
            service("192.0.2.7", 0)
                .at(Expected.day("1970-01-01"))
                .answer(ANSWER, "", true)
                .from("before.gz", 99));
  }

  @Test
  void aRowGroupThatCannotBeReadLeavesTheOthers() {
    var file = ParquetAnswersFixture.published();
    byte[] bytes = file.content();
    // The first page of the file says that it is of a kind that there is not.
    bytes[5] = 100;
    var read = ScanRead.of(FORMAT, file.name(), bytes);
    assertThat(read.refused())
        .containsExactly("row 1 of the rows up to 2: page of kind 50, expected 0 to 3");
    assertThat(read.records()).extracting(met -> met.source().entry()).containsExactly(3L, 4L);
  }

  @Test
  void otherTablesAreRefusedByTheirColumns() {
    assertThat(read(text("name", "example"), text("b", "c")).refused())
        .containsExactly("a table of the columns 'name, b', expected ip or chain among them");
    var brotli = read(text("ip", "192.0.2.1").in(Style.PLAIN.codec(4)));
    assertThat(brotli.refused())
        .containsExactly(
            "row 1 of the rows up to 1: pages are compressed with BROTLI, known are UNCOMPRESSED,"
                + " SNAPPY, GZIP, ZSTD and LZ4_RAW");
  }

  @Test
  void rowsAreCountedAlsoWhereNothingWasSeen() {
    byte[] bytes = ParquetBytes.file(List.of(text("ip", "192.0.2.1", "192.0.2.2", "x")));
    long read =
        FORMAT.read(
            ByteSource.of(bytes), "t", Optional.empty(), Budget.unhurried(), met -> {}, bad -> {});
    assertThat(read).isEqualTo(3);
  }

  @Test
  void longChainsAreRefused() {
    var many = Collections.nCopies(101, LEAF.der());
    var read =
        read(text("ip", "192.0.2.1"), list("chain", PhysicalType.BYTE_ARRAY, -1, List.of(many)));
    assertThat(read.refused()).containsExactly("a chain of 101 certificates, expected at most 100");
  }

  private static ScanRead read(Data... columns) {
    return ScanRead.of(FORMAT, "table.parquet", ParquetBytes.file(List.of(columns)));
  }

  private static ScanRead read(ScanFixture.File file) {
    return ScanRead.of(FORMAT, file.name(), file.content());
  }
}
