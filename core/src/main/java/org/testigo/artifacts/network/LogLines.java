package org.testigo.artifacts.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.Readings;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.bytes.SourceStream;
import org.testigo.formats.compression.Compression;
import org.testigo.formats.lines.LineReader;
import org.testigo.formats.lines.LineReader.Line;
import org.testigo.model.Budget;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Unreadable;

/// Goes through the lines of a log, compressed or not. A line that does not follow its format is
/// told, and the next one is read.
final class LogLines {
  static final int LONGEST_BYTES = 4 << 20;

  private LogLines() {}

  /// Takes one line.
  interface Taker {
    /// @throws MalformedException where the line does not follow its format
    /// @throws org.testigo.model.UnsupportedLayoutException where the whole file is something else
    void take(Line line);
  }

  /// Reads all lines that are not blank.
  ///
  /// @throws MalformedException where there are none, or the compression is damaged
  static void read(ArtifactFile file, Readings readings, Taker taker) {
    long lines =
        each(
            file.content(),
            file.budget(),
            line -> {
              try {
                take(line, taker);
              } catch (MalformedException e) {
                readings.unreadable(
                    new Location.Line(line.number()), Unreadable.Reason.MALFORMED, e.detail());
              }
            });
    if (lines == 0) throw new MalformedException(0, "no lines, expected a log");
  }

  private static void take(Line line, Taker taker) {
    if (line.isTooLong()) {
      throw new MalformedException(
          0, "a line of more than %,d bytes, expected fewer".formatted(LONGEST_BYTES));
    }
    taker.take(line);
  }

  /// Gives every line that is not blank.
  ///
  /// @return how many there were
  static long each(ByteSource content, Budget budget, Taker taker) {
    try (var stream = Compression.open(new SourceStream(content))) {
      var lines = new LineReader(stream, LONGEST_BYTES);
      long count = 0;
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        budget.spendRow();
        budget.spendBytes(line.get().bytes().length + 1L);
        if (line.get().isBlank()) continue;
        count++;
        taker.take(line.get());
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
