package org.testigo.indicators;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Data that comes with the program: texts beside the classes, one entry on a line, `//` before
/// comments.
final class DataLines {
  private DataLines() {}

  static List<String> of(String name) {
    try (InputStream data = DataLines.class.getResourceAsStream(name)) {
      if (data == null) throw new IllegalStateException("the program lacks its data " + name);
      return new String(data.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("//"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
