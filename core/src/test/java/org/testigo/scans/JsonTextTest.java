package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "plain, plain",
        "a\\u003cb\\/c\\\\d\\\"e, a<b/c\\d\"e",
        "\\r\\n\\t\\b\\f, `\r\n\t\b\f`",
        "\\u00e9, \u00c3\u00a9",
        "\\u20ac, \u00e2\u0082\u00ac",
        "\\ud83d\\ude00, \u00f0\u009f\u0098\u0080",
        "\\uD83D\\uDE00x, \u00f0\u009f\u0098\u0080x",
      })
  void theBytesThatATextStandsFor(String written, String latin1) {
    assertThat(bytes(written.getBytes(StandardCharsets.UTF_8))).isEqualTo(latin1);
  }

  @Test
  void halfAPairLosesNothing() {
    assertThat(bytes("\\udcff\\udc80".getBytes(StandardCharsets.UTF_8))).isEqualTo("\u00ff\u0080");
    assertThat(bytes("\\ud800x".getBytes(StandardCharsets.UTF_8))).isEqualTo("\u00ed\u00a0\u0080x");
    assertThat(bytes("\\ud800\\u0041".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("\u00ed\u00a0\u0080A");
    assertThat(bytes("\\ud800\\ud83d\\ude00".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("\u00ed\u00a0\u0080\u00f0\u009f\u0098\u0080");
  }

  @Test
  void aZeroByteIsKept() {
    assertThat(bytes("a\\u0000".getBytes(StandardCharsets.UTF_8))).isEqualTo("a\0");
  }

  @Test
  void bytesThatAreNotUtf8AreKept() {
    assertThat(bytes("\u00ff\u0080\\n\u00c3".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo("\u00ff\u0080\n\u00c3");
  }

  private static String bytes(byte[] written) {
    var line = new byte[written.length + 2];
    line[0] = line[line.length - 1] = '"';
    System.arraycopy(written, 0, line, 1, written.length);
    var text = JsonReader.read(line).asText().orElseThrow();
    return new String(text.bytes(), StandardCharsets.ISO_8859_1);
  }
}
