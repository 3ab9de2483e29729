package org.testigo.formats.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Long streams, whose blocks are taken apart by another thread than the one that weaves them.
class ZstdAheadTest {
  private static final byte[] CONTENT = MadeUpContent.lines(6_000_000);
  private static final byte[] PACKED = Compressors.zstd(CONTENT, 3);

  @Test
  void givesTheContent() {
    var unpacked = Unpacked.open(PACKED);
    assertThat(unpacked.damage()).isEmpty();
    assertThat(unpacked.content()).isEqualTo(CONTENT);
  }

  @Test
  void whatCameBeforeACutIsGivenAndTheCutIsTold() {
    var unpacked = Unpacked.open(Arrays.copyOf(PACKED, PACKED.length * 3 / 4));
    assertThat(unpacked.isPrefixOf(CONTENT)).isTrue();
    assertThat(unpacked.content().length).isGreaterThan(CONTENT.length / 100 * 70);
    assertThat(unpacked.damage().orElseThrow().offsetBytes()).isEqualTo(PACKED.length * 3L / 4);
  }

  @Test
  void aFlippedBitIsToldAndWhatCameBeforeItIsGiven() {
    var random = new Random(23);
    for (int round = 0; round < 20; round++) {
      byte[] flipped = PACKED.clone();
      int at = PACKED.length / 2 + random.nextInt(PACKED.length / 2);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      var unpacked = Unpacked.open(flipped);
      if (unpacked.damage().isEmpty()) {
        assertThat(unpacked.content()).isEqualTo(CONTENT);
        continue;
      }
      assertThat(unpacked.content().length).isGreaterThan(CONTENT.length / 3);
      assertThat(Arrays.copyOf(unpacked.content(), CONTENT.length / 3))
          .isEqualTo(Arrays.copyOf(CONTENT, CONTENT.length / 3));
    }
  }

  @Test
  void damageIsToldAgainAndAgain() throws IOException {
    var cut = new ByteArrayInputStream(PACKED, 0, PACKED.length - 9);
    try (var in = Compression.ZSTD.decompress(cut)) {
      for (int i = 0; i < 3; i++)
        assertThatThrownBy(in::readAllBytes)
            .hasMessageContaining("the compressed bytes end here, within");
    }
  }

  @Test
  void aMediumThatFailsIsTold() throws IOException {
    InputStream failing =
        new ByteArrayInputStream(PACKED) {
          private int left = PACKED.length / 4 * 3;

          @Override
          public synchronized int read(byte[] into, int from, int length) {
            int count = super.read(into, from, Math.min(left, Math.min(length, 10_000)));
            left -= Math.max(count, 0);
            if (left <= 0) throw new java.io.UncheckedIOException(new IOException("torn cable"));
            return count;
          }
        };
    try (var in = Compression.ZSTD.decompress(failing)) {
      assertThatThrownBy(in::readAllBytes).hasRootCauseMessage("torn cable");
    }
  }

  @Test
  void stopsWhenItIsClosedEarly() throws IOException {
    try (var in = Compression.ZSTD.decompress(new ByteArrayInputStream(PACKED))) {
      byte[] begun = in.readNBytes(CONTENT.length / 2);
      assertThat(begun).isEqualTo(Arrays.copyOf(CONTENT, begun.length));
      assertThat(in.compressedBytes()).isBetween(PACKED.length / 3L, PACKED.length * 2L / 3);
    }
  }
}
