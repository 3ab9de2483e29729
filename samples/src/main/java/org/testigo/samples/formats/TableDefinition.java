package org.testigo.samples.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A table as its CREATE TABLE text defines it: columns first, then constraints over several
/// columns.
record TableDefinition(
    String name, String sql, List<Column> columns, List<List<Integer>> uniqueKeys) {
  private static final Pattern DEFAULT =
      Pattern.compile("DEFAULT\\s+(?:(-?\\d+)|'([^']*)'|NULL|\\()", Pattern.CASE_INSENSITIVE);
  private static final Pattern KEY =
      Pattern.compile("(?:PRIMARY\\s+KEY|UNIQUE)\\s*\\(([^)]*)\\).*", Pattern.CASE_INSENSITIVE);

  /// @param isRowid whether it is another name of the rowid, so that its value is not stored
  /// @param unset what a row holds where nothing was said
  record Column(
      String name, Affinity affinity, boolean isRowid, boolean isNotNull, @Nullable Object unset) {}

  static TableDefinition of(String name, String... parts) {
    var columns = new ArrayList<Column>();
    var keys = new ArrayList<List<Integer>>();
    for (String part : parts) {
      Matcher key = KEY.matcher(part);
      if (key.matches()) {
        keys.add(
            Arrays.stream(key.group(1).split(",")).map(n -> position(columns, n.strip())).toList());
      } else if (!part.startsWith("FOREIGN KEY")) {
        Column column = column(part);
        if (!column.isRowid() && isKey(part)) keys.add(List.of(columns.size()));
        columns.add(column);
      }
    }
    String sql = "CREATE TABLE %s (%s)".formatted(name, String.join(", ", parts));
    return new TableDefinition(name, sql, List.copyOf(columns), List.copyOf(keys));
  }

  int position(String column) {
    return position(columns, column);
  }

  List<Affinity> affinities() {
    return columns.stream().map(Column::affinity).toList();
  }

  boolean countsUp() {
    return sql.contains("AUTOINCREMENT");
  }

  private static int position(List<Column> columns, String name) {
    for (int i = 0; i < columns.size(); i++) if (columns.get(i).name().equals(name)) return i;
    throw new IllegalArgumentException("no column " + name);
  }

  private static Column column(String definition) {
    String name = definition.substring(0, (definition + " ").indexOf(' '));
    String declaration = definition.substring(name.length());
    String upper = declaration.toUpperCase(Locale.ROOT);
    return new Column(
        name,
        Affinity.of(declaration),
        upper.strip().startsWith("INTEGER PRIMARY KEY"),
        upper.contains("NOT NULL"),
        unset(declaration));
  }

  private static boolean isKey(String definition) {
    String upper = definition.toUpperCase(Locale.ROOT);
    return upper.contains(" UNIQUE") || upper.contains(" PRIMARY KEY");
  }

  private static @Nullable Object unset(String declaration) {
    Matcher found = DEFAULT.matcher(declaration);
    if (!found.find()) return null;
    String number = found.group(1);
    return number == null ? found.group(2) : (Object) Long.valueOf(number);
  }
}
