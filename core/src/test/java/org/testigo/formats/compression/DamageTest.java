package org.testigo.formats.compression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever happens to compressed bytes, nothing is given in silence that was not in them.
class DamageTest {
  private static final byte[] SMALL = MadeUpContent.lines(3_000);
  private static final byte[] LARGE = MadeUpContent.lines(400_000);

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void everyCutIsToldWhereItIs(Compression compression) {
    byte[] packed = Compressors.write(compression, SMALL);
    for (int length = Compression.HEAD_BYTES; length < packed.length; length++) {
      var unpacked = Unpacked.open(Arrays.copyOf(packed, length));
      assertThat(unpacked.isPrefixOf(SMALL)).isTrue();
      assertThat(unpacked.damage()).isPresent();
      assertThat(unpacked.damage().orElseThrow().offsetBytes()).isEqualTo(length);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void whatCameBeforeACutIsGiven(Compression compression) {
    byte[] packed = Compressors.write(compression, LARGE);
    var unpacked = Unpacked.open(Arrays.copyOf(packed, packed.length * 3 / 4));
    assertThat(unpacked.isPrefixOf(LARGE)).isTrue();
    // A zstd block, the largest of which is 128 KB, or a bzip2 block is read whole or not at all.
    int least =
        switch (compression) {
          case NONE, GZIP, XZ, LZ4 -> LARGE.length / 100 * 70;
          case ZSTD, BZIP2 -> 200_000;
        };
    assertThat(unpacked.content().length).isGreaterThanOrEqualTo(least);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void noFlippedBitGivesOtherContentInSilence(Compression compression) {
    byte[] packed = Compressors.write(compression, SMALL);
    int silent = 0;
    for (int at = Compression.HEAD_BYTES; at < packed.length; at++) {
      byte[] flipped = packed.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      var unpacked = Unpacked.open(flipped);
      if (unpacked.damage().isPresent()) continue;
      silent++;
      assertThat(unpacked.content()).isEqualTo(SMALL);
    }
    // A few bits have no meaning, such as what fills the last byte, or repeat the same from
    // elsewhere.
    assertThat(silent).isLessThan(packed.length / 100);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void randomDamageEndsInATold(Compression compression) {
    byte[] packed = Compressors.write(compression, LARGE);
    var random = new Random(17);
    for (int round = 0; round < 40; round++) {
      byte[] damaged = packed.clone();
      for (int i = 1 + random.nextInt(30); i > 0; i--)
        damaged[Compression.HEAD_BYTES + random.nextInt(packed.length - Compression.HEAD_BYTES)] =
            (byte) random.nextInt(256);
      var unpacked = Unpacked.open(damaged);
      if (unpacked.damage().isEmpty()) assertThat(unpacked.content()).isEqualTo(LARGE);
      else
        assertThat(unpacked.damage().orElseThrow().offsetBytes())
            .isBetween(0L, (long) packed.length);
    }
  }

  @Test
  void damageInTheMiddleKeepsWhatCameBefore() {
    byte[] packed = Compressors.gzip(LARGE);
    int middle = packed.length / 2;
    Arrays.fill(packed, middle, middle + 2_000, (byte) 0xff);
    var unpacked = Unpacked.open(packed);
    assertThat(unpacked.damage().orElseThrow().offsetBytes())
        .isBetween(middle - 1L, (long) packed.length);
    byte[] before = Arrays.copyOf(unpacked.content(), LARGE.length * 45 / 100);
    assertThat(before).isEqualTo(Arrays.copyOf(LARGE, before.length));
  }

  @Test
  void randomBytesBehindEveryMarkEndInATold() {
    var random = new Random(19);
    for (Compression compression : Compression.values()) {
      if (compression == Compression.NONE) continue;
      byte[] head = Arrays.copyOf(Compressors.write(compression, SMALL), Compression.HEAD_BYTES);
      for (int round = 0; round < 300; round++) {
        byte[] tail = new byte[random.nextInt(2_000)];
        random.nextBytes(tail);
        assertThat(Unpacked.open(CompressionTest.join(head, tail)).damage()).isPresent();
      }
    }
  }
}
