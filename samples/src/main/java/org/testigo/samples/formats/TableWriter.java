package org.testigo.samples.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes the rows of one table in the order of their rowid. Values are null, Integer, Long, Double,
/// String or `byte[]`.
public final class TableWriter {
  private final TableDefinition definition;
  private final PageFile file;
  private final TableTree tree;
  private final List<Affinity> affinities;
  private final List<IndexTree> indexes = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();

  TableWriter(TableDefinition definition, PageFile file) {
    this.definition = definition;
    this.file = file;
    this.tree = new TableTree(file);
    this.affinities = definition.affinities();
    definition.columns().forEach(column -> positions.put(column.name(), positions.size()));
    for (List<Integer> key : definition.uniqueKeys()) {
      String name = "sqlite_autoindex_%s_%d".formatted(definition.name(), indexes.size() + 1);
      indexes.add(new IndexTree(name, null, key, affinities));
    }
  }

  /// Adds an index, before the first row.
  public TableWriter index(String name, String... columns) {
    String sql =
        "CREATE INDEX %s ON %s (%s)".formatted(name, definition.name(), String.join(", ", columns));
    var places = Arrays.stream(columns).map(definition::position).toList();
    indexes.add(new IndexTree(name, sql, places, affinities));
    return this;
  }

  /// Adds a row with all its values, in the order of the columns; the one of the rowid is passed
  /// over.
  public TableWriter insert(long rowid, @Nullable Object... values) throws IOException {
    if (values.length != affinities.size())
      throw new IllegalArgumentException(
          "%d values for %d columns of %s"
              .formatted(values.length, affinities.size(), definition.name()));
    write(rowid, values.clone());
    return this;
  }

  /// Begins a row whose other columns keep their DEFAULT.
  public Row row(long rowid) {
    return new Row(rowid);
  }

  /// A row in the making.
  public final class Row {
    private final long rowid;
    private final @Nullable Object[] values;

    private Row(long rowid) {
      this.rowid = rowid;
      this.values = definition.columns().stream().map(TableDefinition.Column::unset).toArray();
    }

    public Row set(String column, @Nullable Object value) {
      Integer position = positions.get(column);
      if (position == null)
        throw new IllegalArgumentException(
            "no column %s in %s".formatted(column, definition.name()));
      values[position] = value;
      return this;
    }

    public void write() throws IOException {
      TableWriter.this.write(rowid, values);
    }
  }

  private void write(long rowid, @Nullable Object[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      TableDefinition.Column column = definition.columns().get(i);
      if (values[i] instanceof Integer number) values[i] = number.longValue();
      if (column.isRowid()) values[i] = null;
      else if (column.isNotNull() && values[i] == null)
        throw new IllegalArgumentException(
            "%s.%s is NULL".formatted(definition.name(), column.name()));
    }
    tree.add(rowid, RecordEncoder.encode(affinities, values));
    for (IndexTree index : indexes) index.add(values, rowid);
  }

  /// Writes what is left of the table and its indexes and enters them into the schema.
  void finish(Schema schema) throws IOException {
    schema.add("table", definition.name(), definition.name(), tree.finish(), definition.sql());
    for (IndexTree index : indexes)
      schema.add("index", index.name(), definition.name(), index.finish(file), index.sql());
    if (definition.countsUp()) schema.countedUp(definition.name(), tree.lastRowid());
  }
}
