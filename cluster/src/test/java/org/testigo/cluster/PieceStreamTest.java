package org.testigo.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PieceStreamTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nbb\nccc\n",
        "a\nbb\nccc",
        "\n\n\n",
        "",
        "one long line without an end",
        "a\n\n\nbcdefghij\n\nk"
      })
  void everyLineIsInExactlyOnePieceHoweverTheFileIsCut(String text) throws IOException {
    var path = Files.writeString(folder.resolve("lines"), text);
    var file = ClusterFile.listed("lines", path.toUri().toString(), text.length());
    for (int size = 1; size <= text.length() + 1; size++) {
      var lines = new ArrayList<String>();
      for (Piece piece : Piece.of(0, text.length(), true, size)) {
        String given;
        try (var stream = new PieceStream(file.open(new Configuration()), piece, false)) {
          given = new String(stream.readAllBytes(), US_ASCII);
        }
        assertThat(given.isEmpty() || given.endsWith("\n") || text.endsWith(given)).isTrue();
        lines.add(given);
      }
      assertThat(String.join("", lines)).as("pieces of %d", size).isEqualTo(text);
    }
  }
}
