package org.testigo.scanning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.testigo.model.IpAddress;
import org.testigo.model.Location;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;
import org.testigo.model.Unreadable.Reason;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.Endpoint;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.FingerprintHit.Excerpt;
import org.testigo.model.scan.PublishedHit;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ScanTime.Precision;
import org.testigo.model.scan.Sighting;

class RecordBytesTest {
  private static final Bytes DER = new Bytes(new byte[] {0x30, 3, 2, 1, 5});

  record Everything(
      Sighting sighting,
      List<Unreadable> unreadables,
      Map<String, Integer> counts,
      Set<String> names,
      Set<IpAddress> addresses) {}

  @Test
  void whatIsReadIsWhatWasWritten() {
    var written = everything("scan.jsonl", 7);
    var bytes = RecordBytes.write(written);
    assertThat(RecordBytes.read(Everything.class, bytes, line -> line)).isEqualTo(written);
  }

  @Test
  void linesAreCountedAnewWhereverTheyStand() {
    var bytes = RecordBytes.write(everything("scan.jsonl", 7));
    assertThat(RecordBytes.read(Everything.class, bytes, line -> line + 1_000))
        .isEqualTo(everything("scan.jsonl", 1_007));
  }

  @Test
  void equalBytesAreWrittenOnce() {
    var large = new Bytes(new byte[10_000]);
    record Pair(Bytes one, Bytes other) {}
    var bytes = RecordBytes.write(new Pair(large, new Bytes(new byte[10_000])));
    assertThat(bytes).hasSizeLessThan(10_100);
    assertThat(RecordBytes.read(Pair.class, bytes, line -> line)).isEqualTo(new Pair(large, large));
  }

  private static Everything everything(String file, long line) {
    var source = new ScanSource(file, line);
    var time = Optional.of(new ScanTime(Instant.parse("2013-03-10T11:22:33.5Z"), Precision.DAY));
    var endpoint = new Endpoint(IpAddress.parse("2001:db8::7").orElseThrow(), 443);
    var id = new CertificateId("aa", "bb", "", "cc");
    // Half of a pair of UTF-16, as JSON may spell it.
    var hit =
        new FingerprintHit(
            "test.rule",
            "ocelote",
            "1.0",
            true,
            Map.of("pais", "México \ud83d"),
            Optional.of(id),
            List.of(new Excerpt("answer", 3, DER)));
    var published =
        new PublishedHit(endpoint, time, "ocelote", List.of("a", "b"), "Red", "MX", "", source);
    var sighting =
        new Sighting(
            endpoint,
            time,
            List.of(hit),
            "",
            Optional.of(published),
            List.of(
                new CertificateLink(1, id, Optional.of(DER)),
                new CertificateLink(2, id, Optional.empty())),
            "d41d",
            "sonar-ssl",
            source);
    return new Everything(
        sighting,
        List.of(
            new Unreadable(
                new Source("sonar-http", file, new Location.Line(line)), Reason.LIMIT, "too long"),
            new Unreadable(
                new Source("sonar-http", file, Location.WHOLE), Reason.MALFORMED, "damaged")),
        Map.of("certificate aa", 300),
        Set.of("cdn.example", ""),
        Set.of(endpoint.address(), IpAddress.parse("192.0.2.7").orElseThrow()));
  }
}
