package org.testigo.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InertTest {

  @Test
  void ordinaryTextStaysAsItIs() {
    assertThat(Inert.visible("Mañana ✓ 你好 😀\nsegunda línea"))
        .isEqualTo("Mañana ✓ 你好 😀\nsegunda línea");
  }

  @Test
  void terminalCommandsAndBidiAreShownAsEscapes() {
    assertThat(Inert.visible("\u001b[31mred\u202egnp.exe"))
        .isEqualTo("\\u001b[31mred\\u202egnp.exe");
    assertThat(Inert.visible("a\0b\rc\u200bd\ufeff")).isEqualTo("a\\u0000b\\u000dc\\u200bd\\ufeff");
  }

  @Test
  void unpairedSurrogatesAreShownAsEscapes() {
    assertThat(Inert.encodable("a\ud83dz\ude00")).isEqualTo("a\\ud83dz\\ude00");
    assertThat(Inert.encodable("\u202e😀")).isEqualTo("\u202e😀");
  }

  @Test
  void formulasAreTextInACsv() {
    assertThat(Inert.csvField("=HYPERLINK(\"http://x\")"))
        .isEqualTo("\"'=HYPERLINK(\"\"http://x\"\")\"");
    assertThat(Inert.csvField("+1 555 0100")).isEqualTo("'+1 555 0100");
    assertThat(Inert.csvField("plain")).isEqualTo("plain");
    assertThat(Inert.csvField("a,b\nc")).isEqualTo("\"a,b\nc\"");
  }
}
