package org.testigo.formats.compression;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Values of the reference implementation (`xxhsum`).
class XxHashTest {
  private static final byte[] TEXT =
      "Nobody inspects the spammish repetition".getBytes(StandardCharsets.US_ASCII);

  @Test
  void hashesWith64Bits() {
    assertThat(new XxHash64().value()).isEqualTo(0xef46db3751d8e999L);
    var hash = new XxHash64();
    for (byte one : TEXT) hash.update(new byte[] {one}, 0, 1);
    assertThat(hash.value()).isEqualTo(0xfbcea83c8a378bf1L);
  }

  @Test
  void hashesWith32Bits() {
    assertThat(XxHash32.of(TEXT, 0, 0)).isEqualTo(0x02cc5d05);
    assertThat(XxHash32.of(TEXT, 0, TEXT.length)).isEqualTo(0xe2293b2f);
    var hash = new XxHash32();
    for (byte one : TEXT) hash.update(new byte[] {one}, 0, 1);
    assertThat(hash.value()).isEqualTo(0xe2293b2f);
  }
}
