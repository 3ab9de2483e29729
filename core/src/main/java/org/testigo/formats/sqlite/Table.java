package org.testigo.formats.sqlite;

import java.util.List;
import org.testigo.model.MalformedException;

/// A table whose rows are stored, with or without rowids. A reading may start others while it runs.
public final class Table {
  private final String name;
  private final long root;
  private final long rootPointerOffsetBytes;
  private final TableDefinition definition;
  private final Storage storage;
  private final List<String> columns;
  private Projection projection;
  private List<String> projected;

  /// @param rootPointerOffsetBytes of the schema's entry, for exceptions
  Table(
      String name,
      long root,
      long rootPointerOffsetBytes,
      TableDefinition definition,
      Storage storage) {
    this.name = name;
    this.root = root;
    this.rootPointerOffsetBytes = rootPointerOffsetBytes;
    this.definition = definition;
    this.storage = storage;
    columns = definition.columns().stream().map(ColumnDefinition::name).toList();
    projected = columns;
    projection = new Projection(definition, columns, storage.charset());
  }

  public String name() {
    return name;
  }

  /// The names of the columns whose values are stored, in the order of the definition.
  public List<String> columns() {
    return columns;
  }

  /// The names of generated columns that SQLite computes at every reading: nothing of them is
  /// stored, and they are not among [#columns()].
  public List<String> computedColumns() {
    return definition.virtualColumns();
  }

  /// False for a table WITHOUT ROWID.
  public boolean hasRowid() {
    return definition.hasRowid();
  }

  /// Upper and lower case of ASCII letters are the same, as in SQLite.
  public boolean hasColumn(String column) {
    return definition.hasColumn(column);
  }

  /// The index of the column in [#columns()].
  ///
  /// @throws IllegalArgumentException where there is none
  public int column(String column) {
    return definition.column(column);
  }

  /// Visits every row in the order of the rowids, or of the primary key where there are none.
  ///
  /// @throws org.testigo.model.LimitHitException when the budget is spent
  public void scan(RowVisitor visitor) {
    scan(columns, visitor);
  }

  /// The same, decoding some columns only: the indexes of a row then count these.
  ///
  /// @throws IllegalArgumentException for a column that is not there
  public void scan(List<String> wanted, RowVisitor visitor) {
    new TreeScan(storage, definition.hasRowid(), projection(wanted), visitor)
        .run(root, rootPointerOffsetBytes);
  }

  /// Visits the row with this rowid.
  ///
  /// @return false where there is none, also where damage on the way to it may hide it; the visitor
  ///   is told of the damage
  /// @throws IllegalArgumentException for a column that is not there, or in a table WITHOUT ROWID
  public boolean find(long rowid, List<String> wanted, RowVisitor visitor) {
    if (!hasRowid()) throw new IllegalArgumentException("table \"" + name + "\" has no rowids");
    var payload = new Payload(storage, true, null);
    var row = new StoredRow(projection(wanted), payload);
    try {
      if (!new TreeSeek(storage).find(root, rootPointerOffsetBytes, rowid, row)) return false;
    } catch (MalformedException e) {
      visitor.damaged(e);
      return false;
    }
    row.give(storage.budget(), visitor);
    return true;
  }

  /// The one of the last call is kept: joins ask for the same columns many times.
  private Projection projection(List<String> wanted) {
    if (!wanted.equals(projected)) {
      projection = new Projection(definition, wanted, storage.charset());
      projected = List.copyOf(wanted);
    }
    return projection;
  }
}
