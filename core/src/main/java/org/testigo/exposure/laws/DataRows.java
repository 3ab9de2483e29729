package org.testigo.exposure.laws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A table of ours that lies beside the classes: tab-separated, the first line names the columns.
final class DataRows {
  private DataRows() {}

  /// The rows under the heading.
  static List<List<String>> of(String name) {
    try (var in = DataRows.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException("the program lacks its data " + name);
      var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      int columns = cells(lines.getFirst()).size();
      var rows = new ArrayList<List<String>>();
      for (String line : lines.subList(1, lines.size())) {
        var cells = cells(line);
        if (cells.size() != columns)
          throw new IllegalStateException(name + ": " + cells.size() + " cells in " + line);
        rows.add(cells);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    return List.of(line.split("\t", -1));
  }

  /// The words of a cell that holds several.
  static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(" ", -1));
  }
}
