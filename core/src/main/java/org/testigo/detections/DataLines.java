package org.testigo.detections;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The lines of a list that lies beside a detection, without comments (`#`) and empty lines.
final class DataLines {
  private DataLines() {}

  /// @param name of the file beside the class `LureMessages`, such as `shorteners.txt`
  static List<String> ofLures(String name) {
    String file = "LureMessages." + name;
    try (var in = LureMessages.class.getResourceAsStream(file)) {
      if (in == null) throw new IllegalStateException(file + " is missing in this build");
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
