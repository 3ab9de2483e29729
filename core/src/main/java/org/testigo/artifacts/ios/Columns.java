package org.testigo.artifacts.ios;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.testigo.formats.sqlite.Row;
import org.testigo.formats.sqlite.RowVisitor;
import org.testigo.formats.sqlite.Table;

/// The columns that a parser wants of a table, as the names of an enum: a schema generation may
/// lack some of them, whose values are then empty.
///
/// @param <C> its constants are named as the columns, in capitals
final class Columns<C extends Enum<C>> {
  private static final byte[] NO_BYTES = {};

  private final Table table;
  private final List<String> present;
  private final Map<C, Integer> positions;

  Columns(Table table, Class<C> wanted) {
    this.table = table;
    positions = new EnumMap<>(wanted);
    var names = new ArrayList<String>();
    for (C column : wanted.getEnumConstants()) {
      boolean has = table.hasColumn(column.name());
      positions.put(column, has ? names.size() : -1);
      if (has) names.add(column.name());
    }
    present = List.copyOf(names);
  }

  boolean has(C column) {
    return indexOf(column) >= 0;
  }

  /// Visits every row, in the order of the row numbers.
  void scan(RowVisitor visitor) {
    table.scan(present, visitor);
  }

  /// Visits the row of that number, where it is there.
  void find(long rowid, RowVisitor visitor) {
    table.find(rowid, present, visitor);
  }

  /// The place of the column among those that are read; -1 where the table lacks it.
  int indexOf(C column) {
    return positions.getOrDefault(column, -1);
  }

  boolean isNull(Row row, C column) {
    int at = indexOf(column);
    return at < 0 || row.isNull(at);
  }

  /// The text; empty where the value is NULL or of no length.
  Optional<String> text(Row row, C column) {
    if (isNull(row, column)) return Optional.empty();
    String text = row.text(indexOf(column));
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  OptionalLong integer(Row row, C column) {
    return isNull(row, column)
        ? OptionalLong.empty()
        : OptionalLong.of(row.integer(indexOf(column)));
  }

  OptionalDouble real(Row row, C column) {
    return isNull(row, column)
        ? OptionalDouble.empty()
        : OptionalDouble.of(row.real(indexOf(column)));
  }

  /// The bytes; none where the value is NULL.
  byte[] blob(Row row, C column) {
    return isNull(row, column) ? NO_BYTES : row.blob(indexOf(column));
  }
}
