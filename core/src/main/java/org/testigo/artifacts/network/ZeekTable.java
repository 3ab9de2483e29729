package org.testigo.artifacts.network;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.testigo.model.MalformedException;

/// The header of a log as a table, and its rows.
///
/// | line | says |
/// |---|---|
/// | `#separator \x09` | what stands between cells; a blank stands before it |
/// | `#set_separator`, `#empty_field`, `#unset_field` | what stands between elements, for an empty value, for none |
/// | `#path` | the name of the log |
/// | `#fields` | the names of the columns |
///
/// Bytes that cannot be shown, and the separators, stand in cells as `\x` and two hex digits.
final class ZeekTable {
  private String separator = "\t";
  private String setSeparator = ",";
  private String empty = "(empty)";
  private String unset = "-";
  private Optional<String> path = Optional.empty();
  private final Map<String, Integer> columns = new HashMap<>();
  private int columnCount;

  /// Takes a line that begins with `#`. A log to which was written again has several headers.
  void header(String line) {
    String separatorLine = "#separator ";
    if (line.startsWith(separatorLine)) {
      separator = unescaped(line.substring(separatorLine.length()));
      if (separator.isEmpty()) throw new MalformedException(0, "an empty separator");
      return;
    }
    String[] cells = line.split(Pattern.quote(separator), -1);
    String value = cells.length > 1 ? cells[1] : "";
    switch (cells[0]) {
      case "#set_separator" -> setSeparator = value.isEmpty() ? setSeparator : value;
      case "#empty_field" -> empty = value;
      case "#unset_field" -> unset = value;
      case "#path" -> path = Optional.of(value);
      case "#fields" -> fields(cells);
      default -> {
        // Types are known; when it was opened and closed is told by the rows.
      }
    }
  }

  private void fields(String[] cells) {
    columns.clear();
    columnCount = cells.length - 1;
    for (int i = 1; i < cells.length; i++) columns.putIfAbsent(cells[i], i - 1);
  }

  boolean hasFields() {
    return columnCount > 0;
  }

  Optional<String> path() {
    return path;
  }

  /// @throws MalformedException where it has more or fewer cells than the header
  LogRow row(String line) {
    String[] cells = line.split(Pattern.quote(separator), -1);
    if (cells.length != columnCount) {
      throw new MalformedException(
          0, "%d cells, expected %d as in the header".formatted(cells.length, columnCount));
    }
    return new Row(cells);
  }

  private final class Row implements LogRow {
    private final String[] cells;

    Row(String[] cells) {
      this.cells = cells;
    }

    @Override
    public Optional<String> text(String field) {
      return cell(field).map(ZeekTable::unescaped);
    }

    @Override
    public List<String> list(String field) {
      var cell = cell(field);
      if (cell.isEmpty()) return List.of();
      var items = new ArrayList<String>();
      for (String item : cell.get().split(Pattern.quote(setSeparator), -1))
        items.add(item.equals(empty) || item.equals(unset) ? "" : unescaped(item));
      return items;
    }

    private Optional<String> cell(String field) {
      Integer column = columns.get(field);
      if (column == null) return Optional.empty();
      String cell = cells[column];
      boolean isNothing = cell.isEmpty() || cell.equals(unset) || cell.equals(empty);
      return isNothing ? Optional.empty() : Optional.of(cell);
    }
  }

  /// Two hex digits behind `\x` are a byte; bytes together are UTF-8.
  private static String unescaped(String cell) {
    if (!cell.contains("\\x")) return cell;
    byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      boolean isEscape = i + 3 < bytes.length && bytes[i] == '\\' && bytes[i + 1] == 'x';
      int high = isEscape ? Character.digit(bytes[i + 2], 16) : -1;
      int low = isEscape ? Character.digit(bytes[i + 3], 16) : -1;
      if (high >= 0 && low >= 0) {
        out.write(high << 4 | low);
        i += 3;
      } else {
        out.write(bytes[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
