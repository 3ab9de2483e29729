package org.testigo.formats.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;

/// Reads all of a database, every value in every way, and writes down what came of it.
final class Reading implements RowVisitor {
  private final List<String> lines = new ArrayList<>();
  private final List<String> damage = new ArrayList<>();
  private int columns;
  private int rows;

  private Reading() {}

  /// One line for each remark, each damage of the schema, and each table: its name, its rows, and
  /// the damage met; one line where the file is refused.
  static List<String> of(byte[] main, Optional<byte[]> log, Budget budget) {
    try {
      var database =
          SqliteDatabase.open(
              ByteSource.of(main), log.map(ByteSource::of), Optional.empty(), budget);
      return new Reading().read(database);
    } catch (MalformedException e) {
      return List.of("refused " + shown(e));
    }
  }

  private List<String> read(SqliteDatabase database) {
    database.remarks().forEach(remark -> lines.add("remark " + remark));
    database.schemaDamage().forEach(e -> lines.add("schema " + shown(e)));
    for (Table table : database.tables()) {
      columns = table.columns().size();
      rows = 0;
      damage.clear();
      table.scan(this);
      lines.add(
          table.name() + " " + rows + (damage.isEmpty() ? "" : " " + String.join("; ", damage)));
      seek(table);
    }
    return lines;
  }

  /// A search in a damaged tree has no outcome to pin; it must end.
  private void seek(Table table) {
    if (!table.hasRowid()) return;
    for (long rowid : new long[] {Long.MIN_VALUE, -1, 1, 7, 1000, Long.MAX_VALUE}) {
      table.find(rowid, table.columns(), this);
    }
  }

  private static String shown(MalformedException e) {
    return "@" + e.offsetBytes() + " " + e.detail();
  }

  @Override
  public void row(Row row) {
    rows++;
    for (int i = 0; i < columns; i++) {
      row.type(i);
      row.integer(i);
      row.real(i);
      row.text(i);
      row.blob(i);
    }
  }

  @Override
  public void damaged(MalformedException e) {
    damage.add(shown(e));
  }
}
