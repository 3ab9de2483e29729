package org.testigo.reports.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.infrastructure.Atlas;
import org.testigo.infrastructure.AtlasBuilder;
import org.testigo.infrastructure.AtlasRequest;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.Endpoint;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.Sighting;

class RedactionTest {

  /// Two that are active on the last day, and one that is not.
  private static Atlas atlas() {
    var builder = new AtlasBuilder(AtlasRequest.plain());
    builder.sighting(seen("192.0.2.17", "2014-03-01"));
    builder.sighting(seen("2001:db8:1:2::17", "2014-03-01"));
    builder.sighting(seen("198.51.100.4", "2013-01-01"));
    return builder.build();
  }

  private static Sighting seen(String address, String day) {
    return new Sighting(
        new Endpoint(ip(address), 80),
        Optional.of(new ScanTime(Instant.parse(day + "T00:00:00Z"), ScanTime.Precision.DAY)),
        List.of(),
        "family",
        Optional.empty(),
        List.of(),
        "0".repeat(32),
        "",
        new ScanSource("made-up", 1));
  }

  private static IpAddress ip(String text) {
    return IpAddress.parse(text).orElseThrow();
  }

  @Test
  void theEndOfAnActiveAddressIsHidden() {
    var redaction = Redaction.ofActive(atlas());
    assertThat(redaction.shown(ip("192.0.2.17"))).isEqualTo("192.0.2.x");
    assertThat(redaction.shown(ip("2001:db8:1:2::17"))).isEqualTo("2001:db8:1:2::x");
    assertThat(redaction.shown(ip("198.51.100.4"))).isEqualTo("198.51.100.4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "192.0.2.17|192.0.2.x",
        "\"192.0.2.17\",\"198.51.100.4\"|\"192.0.2.x\",\"198.51.100.4\"",
        "Seen at 192.0.2.17.|Seen at 192.0.2.x.",
        "http://192.0.2.17:8080/a|http://192.0.2.x:8080/a",
        "addr:192.0.2.17|addr:192.0.2.x",
        "192.0.2.170 1192.0.2.17 192.0.2.17.5|192.0.2.170 1192.0.2.17 192.0.2.17.5",
        "[2001:DB8:1:2:0:0:0:17]|[2001:db8:1:2::x]",
        "dé 192.0.2.17 é|dé 192.0.2.x é",
        "12:30:00 ad1eee13 1.2|12:30:00 ad1eee13 1.2",
      })
  void inAnyText(String text, String shown) throws IOException {
    var redaction = Redaction.ofActive(atlas());
    assertThat(redaction.text(text)).isEqualTo(shown);
    var out = new ByteArrayOutputStream();
    try (var stream = redaction.over(out)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(shown);
  }

  @Test
  void aWordMayBeWrittenInPieces() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var stream = Redaction.ofActive(atlas()).over(out)) {
      stream.write("ip=192.0".getBytes(StandardCharsets.UTF_8));
      stream.flush();
      stream.write(".2.1".getBytes(StandardCharsets.UTF_8));
      stream.write('7');
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("ip=192.0.2.x");
  }

  @Test
  void withoutRedactionNothingChanges() {
    assertThat(Redaction.none().text("192.0.2.17")).isEqualTo("192.0.2.17");
  }
}
