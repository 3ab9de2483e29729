package org.testigo.scans;

import static org.testigo.formats.parquet.ParquetBytes.field;
import static org.testigo.formats.parquet.ParquetBytes.flat;
import static org.testigo.formats.parquet.ParquetBytes.list;
import static org.testigo.formats.parquet.ParquetBytes.utf8;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testigo.formats.parquet.ParquetBytes;
import org.testigo.formats.parquet.ParquetBytes.Data;
import org.testigo.formats.parquet.ParquetBytes.Style;
import org.testigo.formats.parquet.PhysicalType;

/// Tables of the published columns, of certificates as a list of bytes, and of Sonar's columns.
@AutoService(ScanFixture.class)
public final class ParquetAnswersFixture implements ScanFixture {
  static final int UTF8 = 0;
  static final int TIMESTAMP_MICROS = 10;
  static final String ANSWER = "HTTP/1.1 200 OK\r\nServer: made up\r\n\r\n<p>";
  static final MadeUpCertificate LEAF = new MadeUpCertificate(1);
  static final MadeUpCertificate AUTHORITY = new MadeUpCertificate(2);
  private static final int SNAPPY = 1;
  private static final int ZSTD = 6;
  private static final int DICTIONARY = 8;

  @Override
  public String formatId() {
    return "parquet";
  }

  @Override
  public List<File> files() {
    return List.of(published(), lists(), sonar());
  }

  /// Four rows in two groups: an answer, a chain with imported values, a certificate alone, and a
  /// published hit.
  static File published() {
    return new File("published.parquet", ParquetBytes.file(firstGroup(), secondGroup()));
  }

  private static List<Data> firstGroup() {
    return List.of(
        text("ip", "192.0.2.1", "2001:db8::1").in(compact()),
        flat("port", PhysicalType.INT32, -1, List.of(80, 443)).in(compact()),
        // 2013-03-12T10:00:00Z
        flat(
            "time",
            PhysicalType.INT64,
            TIMESTAMP_MICROS,
            Arrays.asList(1_363_082_400_000_000L, null)),
        text("time_precision", "day", null).in(compact()),
        text("protocol", "http", null),
        flat("order_known", PhysicalType.BOOLEAN, -1, Arrays.asList(false, null)),
        flat("answer", PhysicalType.BYTE_ARRAY, -1, Arrays.asList(bytes(ANSWER), null))
            .in(Style.PLAIN.codec(ZSTD)),
        field("chain", "position", PhysicalType.INT32, -1, Arrays.asList(null, List.of(1, 2))),
        field(
            "chain",
            "der",
            PhysicalType.BYTE_ARRAY,
            -1,
            Arrays.asList(null, Arrays.asList(LEAF.der(), null))),
        field(
            "chain",
            "sha256",
            PhysicalType.BYTE_ARRAY,
            UTF8,
            Arrays.asList(null, utf8(LEAF.id().sha256(), AUTHORITY.id().sha256()))),
        field("imported", "kind", PhysicalType.BYTE_ARRAY, UTF8, Arrays.asList(null, utf8("jarm"))),
        field(
            "imported",
            "value",
            PhysicalType.BYTE_ARRAY,
            UTF8,
            Arrays.asList(null, utf8("29d29d00029d29d"))),
        text("published_as", null, null),
        text("data_set", null, "sonar-ssl"));
  }

  private static List<Data> secondGroup() {
    return List.of(
        text("ip", null, "192.0.2.3").in(compact()),
        flat("port", PhysicalType.INT32, -1, Arrays.asList(null, null)),
        flat("time", PhysicalType.INT64, TIMESTAMP_MICROS, Arrays.asList(null, null)),
        text("time_precision", null, null),
        text("protocol", null, null),
        flat("order_known", PhysicalType.BOOLEAN, -1, Arrays.asList(null, null)),
        flat("answer", PhysicalType.BYTE_ARRAY, -1, Arrays.asList(null, null)),
        field("chain", "position", PhysicalType.INT32, -1, List.of(List.of(1), List.of())),
        field(
            "chain",
            "der",
            PhysicalType.BYTE_ARRAY,
            -1,
            List.of(List.of(AUTHORITY.der()), List.of())),
        field(
            "chain",
            "sha256",
            PhysicalType.BYTE_ARRAY,
            UTF8,
            List.of(Arrays.asList((Object) null), List.of())),
        field("imported", "kind", PhysicalType.BYTE_ARRAY, UTF8, Arrays.asList(null, null)),
        field("imported", "value", PhysicalType.BYTE_ARRAY, UTF8, Arrays.asList(null, null)),
        text("published_as", null, "hacking-team-rcs"),
        text("data_set", null, null));
  }

  static File lists() {
    return new File(
        "lists.parquet",
        ParquetBytes.file(
            List.of(
                text("ip", "192.0.2.1", "192.0.2.2").in(Style.PLAIN.version(2).codec(SNAPPY)),
                list(
                        "chain",
                        PhysicalType.BYTE_ARRAY,
                        -1,
                        List.of(List.of(LEAF.der(), AUTHORITY.der()), List.of(AUTHORITY.der())))
                    .in(Style.PLAIN.version(2).codec(SNAPPY).checksum()))));
  }

  /// As DuckDB writes it from Sonar's JSON: the port stands in the file's name only.
  static File sonar() {
    String base64 = Base64.getEncoder().encodeToString(bytes(ANSWER));
    return new File(
        "20131029-https_get_8443.parquet",
        ParquetBytes.file(
            List.of(
                text("Host", "example.org", "192.0.2.2"),
                text("ip", "192.0.2.1", null),
                text("data", base64, ANSWER),
                flat(
                    "timestamp",
                    PhysicalType.INT64,
                    -1,
                    List.of(1_363_082_400L, 1_363_082_400_123L)),
                text("vhost", "example.org", "example.net"))));
  }

  static Data text(String name, @Nullable String... rows) {
    var bytes = Arrays.stream(rows).map(row -> row == null ? null : bytes(row)).toList();
    return flat(name, PhysicalType.BYTE_ARRAY, UTF8, bytes);
  }

  private static Style compact() {
    return Style.PLAIN.encoding(DICTIONARY).codec(SNAPPY);
  }

  static byte[] bytes(String text) {
    return utf8(text).getFirst();
  }
}
