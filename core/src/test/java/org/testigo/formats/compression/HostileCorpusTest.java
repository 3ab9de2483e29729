package org.testigo.formats.compression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;

/// The bytes that others made to break such readers.
class HostileCorpusTest {

  @Test
  void everyMalformedXzIsRefused() {
    List<Path> files = Corpus.filesBelow("hostile/xz/xz");
    assertThat(files).hasSize(25);
    assertThat(files)
        .allSatisfy(file -> assertThat(Unpacked.open(Corpus.read(file)).damage()).isPresent());
  }

  @Test
  void theSeedsOfGzipAndBzip2AreGivenOrRefusedAsByTheUsualTools() {
    assertThat(refused("hostile/go-fuzz/gzip/corpus")).isEqualTo("12 files, 10 refused");
    assertThat(refused("hostile/go-fuzz/bzip2/corpus")).isEqualTo("9 files, 8 refused");
  }

  private static String refused(String folder) {
    List<Path> files = Corpus.filesBelow(folder);
    long refused =
        files.stream()
            .filter(file -> Unpacked.open(Corpus.read(file)).damage().isPresent())
            .count();
    return "%d files, %d refused".formatted(files.size(), refused);
  }

  @Test
  void theSeedsOfDeflateEndInATold() {
    byte[] header = HexFormat.of().parseHex("1f8b0800000000000003");
    List<Path> files = Corpus.filesBelow("hostile/go-fuzz/flate/corpus");
    assertThat(files).hasSize(9);
    for (Path file : files) {
      byte[] packed = CompressionTest.join(header, Corpus.read(file));
      assertThat(Unpacked.open(packed).damage()).isPresent();
    }
  }

  @Test
  void theSeedsOfZlibAreNoneOfOurs() {
    List<Path> files = Corpus.filesBelow("hostile/go-fuzz/zlib/corpus");
    assertThat(files).hasSize(9);
    for (Path file : files) {
      byte[] bytes = Corpus.read(file);
      assertThat(Unpacked.open(bytes).content()).isEqualTo(bytes);
    }
  }

  @Test
  void theBombIsGivenPieceByPiece() throws IOException {
    long count = 0;
    byte[] buffer = new byte[1 << 16];
    try (var in =
        Compression.open(Files.newInputStream(Corpus.path("hostile/archives/gzip_bomb.gz")))) {
      for (int more; (more = in.read(buffer)) >= 0; ) count += more;
    }
    assertThat(count).isEqualTo(200L << 20);
  }
}
