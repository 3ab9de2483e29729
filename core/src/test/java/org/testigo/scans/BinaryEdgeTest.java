package org.testigo.scans;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinaryEdgeTest {
  private static final String AT = "2021-09-15T08:51:31Z";

  @Test
  void events() {
    var file = new BinaryEdgeFixture().files().getFirst();
    var read = ScanRead.of(new BinaryEdge(), file.name(), file.content());
    assertThat(read.refused()).isEmpty();
    assertThat(read.records())
        .containsExactly(
            Expected.service("192.0.2.1", 80)
                .at(AT)
                .answer(
                    "HTTP/1.1 200 OK\r\nDate: now\r\nContent-Type: text/html\r\nX-More: 1\r\n\r\nhello",
                    "http",
                    false)
                .imported("favicon-mmh3", "-12")
                .from(file.name(), 1),
            Expected.service("192.0.2.2", 443)
                .at(AT)
                .chain(new MadeUpCertificate(1))
                .from(file.name(), 2),
            Expected.service("192.0.2.3", 21)
                .at(AT)
                .answer("220 x\r\n\u00ff", "ftp", true)
                .from(file.name(), 3),
            Expected.service("192.0.2.4", 443)
                .at(AT)
                .imported("jarm", "27d3")
                .from(file.name(), 4));
  }

  @ParameterizedTest
  @CsvSource({
    "a\\x41b, aAb",
    "\\\\x41, \\x41",
    "\\xg1\\q\\, \\xg1\\q\\",
    "\\x4, \\x4",
    "\\0\\\"x, '\0\"x'",
  })
  void escapes(String written, String expected) {
    assertThat(new String(BinaryEdge.unescaped(written.getBytes(ISO_8859_1)), ISO_8859_1))
        .isEqualTo(expected);
  }

  @Test
  void refused() {
    var read =
        ScanRead.of(
            new BinaryEdge(),
            "x",
            "{\"origin\":{}}\n{\"target\":{\"ip\":\"192.0.2.1\",\"port\":1},\"result\":{}}\n");
    assertThat(read.refused()).containsExactly("1: target is missing", "2: result.data is missing");
  }
}
