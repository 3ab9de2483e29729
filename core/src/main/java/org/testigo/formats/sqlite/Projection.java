package org.testigo.formats.sqlite;

import java.nio.charset.Charset;
import java.util.List;

/// The columns that a reading asks for, and where they lie in the stored record.
final class Projection {
  /// The position of a column that is another name of the rowid.
  static final int ROWID = -1;

  private final int[] positions;
  private final boolean[] reals;
  private final Constant[] standards;
  private final int lastPosition;
  private final Charset charset;

  Projection(TableDefinition table, List<String> names, Charset charset) {
    int size = names.size();
    positions = new int[size];
    reals = new boolean[size];
    standards = new Constant[size];
    int last = -1;
    for (int i = 0; i < size; i++) {
      int column = table.column(names.get(i));
      positions[i] = table.positions().get(column);
      reals[i] = table.columns().get(column).affinity() == Affinity.REAL;
      standards[i] = table.columns().get(column).standard();
      last = Math.max(last, positions[i]);
    }
    lastPosition = last;
    this.charset = charset;
  }

  int size() {
    return positions.length;
  }

  int position(int index) {
    return positions[index];
  }

  /// The last position that is needed; -1 where none is.
  int lastPosition() {
    return lastPosition;
  }

  /// Whether integers in the column stand for reals: SQLite stores a whole real in less room.
  boolean isReal(int index) {
    return reals[index];
  }

  /// The value of rows that were written before the column was added.
  Constant standard(int index) {
    return standards[index];
  }

  Charset charset() {
    return charset;
  }
}
