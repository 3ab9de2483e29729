package org.testigo.formats.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testigo.model.MalformedException;

class CompressionTest {
  private static final byte[] LINES = MadeUpContent.lines(300_000);

  @ParameterizedTest
  @CsvSource({
    "1f8b0800, GZIP",
    "1f8b0700, NONE",
    "1f8b, NONE",
    "28b52ffd, ZSTD",
    "502a4d18, ZSTD",
    "5f2a4d18, ZSTD",
    "602a4d18, NONE",
    "fd377a585a00, XZ",
    "fd377a585a01, NONE",
    "425a6839314159265359, BZIP2",
    "425a6831177245385090, BZIP2",
    "425a68617320616e6420, NONE",
    "425a6839, NONE",
    "04224d18, LZ4",
    "02214c18, NONE",
    "7b22686f7374223a22, NONE",
    "'', NONE"
  })
  void tellsWhatBytesAre(String head, Compression expected) {
    assertThat(Compression.recognise(HexFormat.of().parseHex(head))).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void givesTheContentOfEach(Compression compression) {
    for (byte[] content :
        List.of(
            LINES,
            MadeUpContent.noise(300_000),
            MadeUpContent.zeros(600_000),
            MadeUpContent.periods(500_000),
            MadeUpContent.lines(1),
            new byte[0])) {
      byte[] packed = Compressors.write(compression, content);
      var unpacked = Unpacked.open(packed);
      assertThat(unpacked.damage()).isEmpty();
      assertThat(unpacked.content()).isEqualTo(content);
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesTheContentOfManyOneBehindTheOther(Compression compression) {
    byte[] first = MadeUpContent.lines(200_000);
    byte[] second = MadeUpContent.periods(100_000);
    byte[] packed =
        join(
            Compressors.write(compression, first),
            Compressors.write(compression, second),
            Compressors.write(compression, new byte[0]),
            Compressors.write(compression, first));
    var unpacked = Unpacked.open(packed);
    assertThat(unpacked.damage()).isEmpty();
    assertThat(unpacked.content()).isEqualTo(join(first, second, first));
  }

  @ParameterizedTest
  @EnumSource
  void givesTheSameWhateverPiecesItIsAskedFor(Compression compression) {
    byte[] content = MadeUpContent.lines(300_000);
    byte[] packed = Compressors.write(compression, content);
    var random = new Random(5);
    InputStream dripping =
        new ByteArrayInputStream(packed) {
          @Override
          public synchronized int read(byte[] into, int from, int length) {
            return super.read(into, from, Math.min(length, 1 + random.nextInt(900)));
          }
        };
    var unpacked = Unpacked.open(dripping, 37);
    assertThat(unpacked.damage()).isEmpty();
    assertThat(unpacked.content()).isEqualTo(content);
  }

  @ParameterizedTest
  @EnumSource
  void countsTheCompressedBytes(Compression compression) throws IOException {
    byte[] packed = Compressors.write(compression, LINES);
    try (var in = Compression.open(new ByteArrayInputStream(packed))) {
      assertThat(in.compressedBytes()).isZero();
      assertThat(in.read()).isEqualTo('{');
      assertThat(in.readAllBytes()).hasSize(LINES.length - 1);
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.compressedBytes()).isEqualTo(packed.length);
    }
  }

  @Test
  void passesOverSkippableFrames() {
    byte[] skippable = HexFormat.of().parseHex("532a4d1805000000" + "0102030405");
    byte[] zstd = Compressors.zstd(LINES, 1);
    assertThat(Unpacked.open(join(skippable, zstd, skippable)).content()).isEqualTo(LINES);
    byte[] lz4 = Compressors.lz4(LINES);
    assertThat(Unpacked.open(join(lz4, skippable, lz4)).content()).isEqualTo(join(LINES, LINES));
  }

  @Test
  void passesOverPadding() {
    byte[] zeros = new byte[512];
    assertThat(Unpacked.open(join(Compressors.gzip(LINES), zeros)).content()).isEqualTo(LINES);
    byte[] xz = Compressors.xz(LINES, 1);
    assertThat(Unpacked.open(join(xz, zeros, xz)).content()).isEqualTo(join(LINES, LINES));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void whatLiesBehindIsToldWithItsPlace(Compression compression) {
    byte[] packed = Compressors.write(compression, LINES);
    byte[] behind = "{\"a line\":\"that is not compressed\"}".getBytes(StandardCharsets.US_ASCII);
    var unpacked = Unpacked.open(join(packed, behind));
    assertThat(unpacked.content()).isEqualTo(LINES);
    assertThat(unpacked.damage().orElseThrow().offsetBytes()).isEqualTo(packed.length);
  }

  @Test
  void damageIsToldAgainAndAgain() throws IOException {
    byte[] packed = Compressors.gzip(LINES);
    var cut = new ByteArrayInputStream(packed, 0, packed.length - 9);
    try (var in = Compression.GZIP.decompress(cut)) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(in::readAllBytes)
            .isInstanceOfSatisfying(
                MalformedException.class,
                e -> {
                  assertThat(e.offsetBytes()).isEqualTo(packed.length - 9);
                  assertThat(e.detail()).startsWith("the compressed bytes end here, within");
                });
      }
    }
  }

  @Test
  void readsEveryLevelAndWindowOfZstd() {
    byte[] content = join(LINES, MadeUpContent.noise(3_000_000), LINES);
    for (int level : new int[] {-5, 1, 3, 9, 15, 19, 22}) {
      var unpacked = Unpacked.open(Compressors.zstd(content, level));
      assertThat(unpacked.damage()).isEmpty();
      assertThat(unpacked.content()).isEqualTo(content);
    }
    for (int log : new int[] {10, 17, 27}) {
      var unpacked = Unpacked.open(Compressors.zstdWithWindow(content, log));
      assertThat(unpacked.damage()).isEmpty();
      assertThat(unpacked.content()).isEqualTo(content);
    }
  }

  @Test
  void refusesAWindowOfMoreThan128Megabytes() {
    byte[] packed = HexFormat.of().parseHex("28b52ffd" + "0098" + "010000");
    var damage = Unpacked.open(packed).damage().orElseThrow();
    assertThat(damage.offsetBytes()).isEqualTo(4);
    assertThat(damage.detail())
        .isEqualTo(
            "the zstd frame wants a window of 536870912 bytes, at most 134217728 are allowed");
  }

  @Test
  void aHeaderAloneTakesNoMemory() throws IOException {
    // A window of 128 MB, one last block of ten repeated bytes.
    byte[] packed = HexFormat.of().parseHex("28b52ffd" + "0088" + "530000" + "41");
    try (var in = new ZstdStream(new PackedInput(new ByteArrayInputStream(packed)))) {
      assertThat(in.readAllBytes()).isEqualTo("AAAAAAAAAA".getBytes(StandardCharsets.US_ASCII));
      assertThat(in.memory.length).isLessThan(10_000_000);
    }
  }

  @Test
  void readsEveryCheckOfXz() {
    for (int check : new int[] {0, 1, 4, 10}) {
      var unpacked = Unpacked.open(Compressors.xz(LINES, check));
      assertThat(unpacked.damage()).isEmpty();
      assertThat(unpacked.content()).isEqualTo(LINES);
    }
  }

  @Test
  void readsLz4BlocksThatReferToTheOnesBefore() {
    byte[] content = MadeUpContent.lines(100_000);
    assertThat(Unpacked.open(Compressors.lz4Linked(content)).content()).isEqualTo(content);
  }

  @Test
  void readsHeadersWithEveryField() {
    byte[] packed = Compressors.gzip(LINES);
    // Extra field of two bytes, a name, a comment and a checksum of the header.
    byte[] fields = HexFormat.of().parseHex("0200aabb" + "6e00" + "6300" + "1234");
    packed[3] = 0x1e;
    byte[] head = Arrays.copyOf(packed, 10);
    byte[] body = Arrays.copyOfRange(packed, 10, packed.length);
    assertThat(Unpacked.open(join(head, fields, body)).content()).isEqualTo(LINES);
  }

  static byte[] join(byte[]... parts) {
    var all = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) all.writeBytes(part);
    return all.toByteArray();
  }
}
