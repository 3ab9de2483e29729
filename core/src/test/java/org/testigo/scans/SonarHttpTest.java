package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testigo.scans.SonarHttpFixture.ANSWER;
import static org.testigo.scans.SonarHttpFixture.base64;
import static org.testigo.scans.SonarHttpFixture.line;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.Endpoint;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ServiceSighting;
import org.testigo.model.scan.ServiceSighting.Answer;

class SonarHttpTest {
  private static final ScanFormat FORMAT = new SonarHttp();

  @Test
  void linesOfEitherKind() {
    var day = new ScanTime(Instant.parse("2013-10-29T00:00:00Z"), ScanTime.Precision.DAY);
    var file = new SonarHttpFixture().files().getFirst();
    var read = ScanRead.of(FORMAT, file.name(), file.content(), Optional.of(day));
    assertThat(read.refused()).isEmpty();
    assertThat(read.unframed()).isEmpty();
    assertThat(read.records())
        .containsExactly(
            sighting("192.0.2.1", 80, ANSWER, day, new ScanSource(file.name(), 1)),
            sighting(
                "2001:db8::1",
                8080,
                "HTTP/1.0 404 Not Found\r\n\r\n",
                day,
                new ScanSource(file.name(), 2)));
  }

  private static ServiceSighting sighting(
      String address, int port, String answer, ScanTime day, ScanSource source) {
    return new ServiceSighting(
        new Endpoint(IpAddress.parse(address).orElseThrow(), port),
        Optional.of(day),
        Optional.of(
            new Answer(new Bytes(answer.getBytes(StandardCharsets.ISO_8859_1)), "http", true)),
        List.of(),
        List.of(),
        "",
        "",
        source);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":\"%s\",\"host\":\"192.0.2.1\",\"vhost\":\"192.0.2.1\"}",
        "{\"host\":\"192.0.2.1\",\"d\\u0061ta\":\"%s\",\"vhost\":\"192.0.2.1\"}",
        "  {\t\"host\" : \"192.0.2.1\" ,\"x\":[{}],\"data\"  :\"%s\"}\r",
        "\ufeff{\"ip\":\"192.0.2.1\",\"host\":\"example.org\",\"data\":\"%s\"}",
      })
  void keysInAnyOrderAndSpelling(String line) {
    var read = ScanRead.of(FORMAT, "http", line.formatted(base64(ANSWER)));
    assertThat(read.onlyAnswer()).isEqualTo(ANSWER);
    assertThat(read.unframed()).isEmpty();
  }

  @Test
  void everyFormOfBase64() {
    String plain = base64(ANSWER);
    assertThat(plain).endsWith("=");
    for (var form :
        List.of(
            plain.replace("=", ""),
            plain.replaceAll("(.{20})", "$1\\\\n"),
            plain.replaceAll("(.{20})", "$1\\\\r\\\\n"),
            plain.replace("S", "\\u0053"),
            plain.replace("/", "\\/"))) {
      assertThat(ScanRead.of(FORMAT, "http", line("192.0.2.1", form)).onlyAnswer())
          .isEqualTo(ANSWER);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\n\\r\\n",
        "\\r\\nServer:x\\r\\n\\r\\n",
        "\\u000d\\nServer:x\\r\\n\\r\\n",
        "<html lang=en>\\r\\n",
      })
  void theAnswerMayBeDecodedAlready(String data) {
    var expected = data.replace("\\r", "\r").replace("\\n", "\n").replace("\\u000d", "\r");
    assertThat(ScanRead.of(FORMAT, "http", line("192.0.2.1", data)).onlyAnswer())
        .isEqualTo(expected);
  }

  @Test
  void bytesThatAreNotUtf8AreKept() {
    var line = line("192.0.2.1", "HTTP/1.1 200 OK\\r\\n\\r\\n\u00ff\u00fe");
    var read = ScanRead.of(FORMAT, "http", line.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(read.onlyAnswer()).isEqualTo("HTTP/1.1 200 OK\r\n\r\n\u00ff\u00fe");
  }

  @Test
  void longAnswersAreWhole() {
    var answer = ANSWER + "x".repeat(150_000);
    var read = ScanRead.of(FORMAT, "http", line("192.0.2.1", base64(answer)));
    assertThat(read.onlyAnswer()).isEqualTo(answer);
  }

  @Test
  void anEmptyAnswerSaysNothing() {
    var read = ScanRead.of(FORMAT, "http", line("192.0.2.1", "") + "\n");
    assertThat(read.records()).isEmpty();
    assertThat(read.refused()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "20131029-http.jsonl, 80",
    "2018-04-10-https_get_8443.json, 8443",
    "20150101-https.json, 443",
    "answers.json, 0",
    "http_get_99999, 65535"
  })
  void thePortOfTheFile(String name, int port) {
    var read = ScanRead.of(FORMAT, name, line("192.0.2.1", base64(ANSWER)));
    assertThat(read.services().getFirst().endpoint().port()).isEqualTo(port);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"host\":\"192.0.2.1\",\"data\":\"SFR*\"}|data is not base64: Illegal base64 character 2a",
        "{\"host\":\"192.0.2.1\",\"data\":\"SFRUU\"}|data is not base64: Last unit does not have enough valid bits",
        "{\"host\":\"192.0.2.1\",\"data\":5}|data is missing",
        "{\"host\":\"192.0.2.1\"}|data is missing",
        "{\"data\":\"SFRU\"}|host is missing",
        "{\"host\":\"192.0.2.256\",\"data\":\"SFRU\"}|'192.0.2.256', expected an IPv4 or IPv6 address",
        "{\"host\":\"192.0.2.1\",\"port\":65536,\"data\":\"SFRU\"}|'65536', expected a port, 0 to 65535",
        "{\"host\":\"192.0.2.1\",\"data\":\"SFRU\",\"data\":\"\"}|the key 'data' stands twice",
        "[]|host is missing",
      })
  void refused(String line, String detail) {
    var read = ScanRead.of(FORMAT, "http", line);
    assertThat(read.records()).isEmpty();
    assertThat(read.refused()).containsExactly("1: " + detail);
  }

  @Test
  void aCutLineIsNotFramed() {
    var whole = line("192.0.2.1", base64(ANSWER));
    var read = ScanRead.of(FORMAT, "http", whole + whole.substring(0, 60));
    assertThat(read.records()).hasSize(1);
    assertThat(read.unframed()).containsExactly(2L);
    assertThat(read.refused()).containsExactly("2: a text without its closing quote");
  }
}
