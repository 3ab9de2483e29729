package org.testigo.formats.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import net.jpountz.lz4.LZ4Factory;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.testigo.model.MalformedException;

class BareBlockTest {

  @Test
  void blocksOfOthersAreUnpacked() throws IOException {
    for (byte[] content : contents()) {
      byte[] snappy = withSpare(snappy(content));
      int length = snappy.length - BareBlock.SPARE_BYTES;
      assertThat(Arrays.copyOf(BareBlock.snappy(snappy, 0, length, content.length), content.length))
          .isEqualTo(content);
      byte[] lz4 = withSpare(LZ4Factory.safeInstance().fastCompressor().compress(content));
      length = lz4.length - BareBlock.SPARE_BYTES;
      assertThat(Arrays.copyOf(BareBlock.lz4(lz4, 0, length, content.length), content.length))
          .isEqualTo(content);
    }
  }

  private static byte[][] contents() {
    byte[] noise = new byte[70_000];
    new Random(7).nextBytes(noise);
    byte[] mixed = new byte[300_000];
    for (int i = 0; i < mixed.length; i++)
      mixed[i] = (byte) (i % 1000 < 400 ? i * i >>> 3 : i % 17);
    return new byte[][] {{}, {1}, new byte[100_000], noise, mixed};
  }

  private static byte[] snappy(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var snappy = new SnappyCompressorOutputStream(bytes, content.length)) {
      snappy.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] withSpare(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length + BareBlock.SPARE_BYTES);
  }

  /// Every kind of element by hand: literals of one and of two length bytes, the three copies.
  @Test
  void everyElementOfSnappy() {
    byte[] block =
        withSpare(
            new byte[] {
              24, // the size
              3 << 2,
              'a',
              'b',
              'c',
              'd', // four literals
              1,
              4, // 4 bytes, 4 back
              (byte) (60 << 2),
              0,
              'e', // one literal, its count in a byte
              5 << 2 | 2,
              9,
              0, // 6 bytes, 9 back
              (byte) (61 << 2),
              1,
              0,
              'f',
              'g', // two literals, their count in two bytes
              6 << 2 | 3,
              17,
              0,
              0,
              0 // 7 bytes, 17 back
            });
    byte[] out = BareBlock.snappy(block, 0, block.length - BareBlock.SPARE_BYTES, 24);
    assertThat(new String(out, 0, 24, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("abcdabcdeabcdabfgabcdabc");
  }

  @Test
  void hostileBlocksOfSnappy() {
    assertFault(1, "the Snappy block holds 4 bytes, expected 3", 3, 4, 0, 'a');
    assertFault(1, "the Snappy block ends after 0 bytes of 3", 3, 3);
    assertFault(2, "the Snappy block ends within an element", 3, 3, 5);
    assertFault(2, "60 literals, the Snappy block ends after 1", 9, 9, 59 << 2, 1);
    assertFault(6, "4294967296 literals", 9, 9, 63 << 2, 255, 255, 255, 255, 1);
    assertFault(3, "a Snappy copy 0 bytes back, expected 1 to 0", 9, 9, 1, 0, 1, 1);
    assertFault(5, "a Snappy copy 2 bytes back, expected 1 to 1", 9, 9, 0, 'a', 1, 2);
    assertFault(6, "the Snappy block holds 2 bytes too many", 9, 9, 0, 'a', 9 << 2 | 2, 1, 0);
    assertFault(5, "the size of a Snappy block is 34359738367", 9, 255, 255, 255, 255, 255, 255);
    assertFault(0, "1000 bytes out of 1, expected at most 22 times as many in Snappy", 1000, 9);
  }

  private static void assertFault(long offset, String detail, int unpacked, int... block) {
    byte[] bytes = new byte[block.length];
    for (int i = 0; i < block.length; i++) bytes[i] = (byte) block[i];
    assertThatThrownBy(() -> BareBlock.snappy(withSpare(bytes), 0, bytes.length, unpacked))
        .isInstanceOfSatisfying(
            MalformedException.class,
            e -> {
              assertThat(e.detail()).contains(detail);
              assertThat(e.offsetBytes()).isEqualTo(offset);
            });
  }
}
