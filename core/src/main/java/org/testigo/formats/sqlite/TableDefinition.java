package org.testigo.formats.sqlite;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the `CREATE TABLE` of a table says, as far as reading its records needs it.
///
/// @param columns those whose values are stored, in the order of the definition
/// @param virtualColumns names of the generated columns that are computed and never stored
/// @param positions for each column its position in the record; [Projection#ROWID] for another name
///   of the rowid
/// @param hasRowid whether its rows have rowids and lie in a table b-tree
record TableDefinition(
    List<ColumnDefinition> columns,
    List<String> virtualColumns,
    List<Integer> positions,
    boolean hasRowid,
    Map<String, Integer> byName) {

  TableDefinition(
      List<ColumnDefinition> columns,
      List<String> virtualColumns,
      List<Integer> positions,
      boolean hasRowid) {
    this(
        List.copyOf(columns),
        List.copyOf(virtualColumns),
        List.copyOf(positions),
        hasRowid,
        index(columns));
  }

  private static Map<String, Integer> index(List<ColumnDefinition> columns) {
    Map<String, Integer> byName = HashMap.newHashMap(columns.size());
    for (int i = 0; i < columns.size(); i++) byName.putIfAbsent(fold(columns.get(i).name()), i);
    return byName;
  }

  /// Names are compared as SQLite does: only ASCII letters lose their case.
  static String fold(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 0x7f) return foldAscii(name);
    }
    return name.toLowerCase(Locale.ROOT);
  }

  private static String foldAscii(String name) {
    var folded = new StringBuilder(name);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') folded.setCharAt(i, (char) (c + 'a' - 'A'));
    }
    return folded.toString();
  }

  boolean hasColumn(String name) {
    return byName.containsKey(fold(name));
  }

  int column(String name) {
    Integer index = byName.get(fold(name));
    if (index == null) {
      throw new IllegalArgumentException(
          "no column \"%s\" among %s"
              .formatted(name, columns.stream().map(ColumnDefinition::name).toList()));
    }
    return index;
  }
}
