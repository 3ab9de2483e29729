package org.testigo.reports.atlas;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.testigo.reports.Inert;

/// Writes a table with commas (RFC 4180) in UTF-8; no cell is a formula.
final class Csv implements AutoCloseable {
  private static final String BETWEEN = ";";

  private final Writer out;

  Csv(OutputStream out, String heading) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    write(heading + "\n");
  }

  void row(List<String> cells) {
    write(cells.stream().map(Inert::csvField).collect(Collectors.joining(",")) + "\n");
  }

  /// Several values in one cell.
  static String several(Collection<?> values) {
    return values.stream().map(String::valueOf).distinct().collect(Collectors.joining(BETWEEN));
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
