package org.testigo.formats.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;

/// Compares every table, row and value of a database with what SQLite itself reads of a copy.
final class AgainstSqlite {
  private final Connection sqlite;
  private final SqliteDatabase database;
  private long rows;

  private AgainstSqlite(Connection sqlite, SqliteDatabase database) {
    this.sqlite = sqlite;
    this.database = database;
  }

  /// What was compared.
  ///
  /// @param tables -1 where SQLite finds the database broken
  record Compared(int tables, long rows) {
    static final Compared BROKEN = new Compared(-1, 0);
  }

  /// @param copy where SQLite may write; its `-wal` and `-journal` lie beside it
  static Compared compare(Path copy) throws SQLException, IOException {
    SqliteDatabase ours = open(copy);
    try (Connection sqlite =
        DriverManager.getConnection("jdbc:sqlite:" + copy + "?synchronous=OFF")) {
      var comparison = new AgainstSqlite(sqlite, ours);
      try {
        return comparison.compareAll();
      } catch (AssertionError e) {
        if (comparison.isBrokenForSqlite()) return Compared.BROKEN;
        throw e;
      }
    } catch (SQLException e) {
      if (isCorrupt(e)) return Compared.BROKEN;
      throw e;
    }
  }

  /// Whether SQLite finds pages of the database that contradict each other, as when a log is torn
  /// of which later frames had been checkpointed.
  private boolean isBrokenForSqlite() {
    try (Statement statement = sqlite.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
      return result.next() && result.getString(1).startsWith("*** in database");
    } catch (SQLException e) {
      return isCorrupt(e);
    }
  }

  private static boolean isCorrupt(SQLException e) {
    return String.valueOf(e.getMessage()).contains("SQLITE_CORRUPT");
  }

  /// Reads all three files into memory, since SQLite changes them when it opens them.
  static SqliteDatabase open(Path main) throws IOException {
    return SqliteDatabase.open(
        ByteSource.of(Files.readAllBytes(main)),
        beside(main, "-wal"),
        beside(main, "-journal"),
        Budget.unhurried());
  }

  private static Optional<ByteSource> beside(Path main, String suffix) throws IOException {
    Path file = main.resolveSibling(main.getFileName() + suffix);
    return Files.exists(file)
        ? Optional.of(ByteSource.of(Files.readAllBytes(file)))
        : Optional.empty();
  }

  private Compared compareAll() throws SQLException {
    assertThat(database.schemaDamage()).isEmpty();
    List<String> expectedTables = new ArrayList<>();
    List<String> expectedOthers = new ArrayList<>();
    List<Boolean> withoutRowid = new ArrayList<>();
    try (Statement statement = sqlite.createStatement();
        ResultSet list =
            statement.executeQuery(
                "SELECT s.name, l.type, l.wr FROM sqlite_schema s JOIN pragma_table_list l"
                    + " ON l.name = s.name AND l.schema = 'main' WHERE s.type IN ('table', 'view')"
                    + " ORDER BY s.rowid")) {
      while (list.next()) {
        boolean isStored = !List.of("view", "virtual").contains(list.getString(2));
        (isStored ? expectedTables : expectedOthers).add(list.getString(1));
        if (isStored) withoutRowid.add(list.getInt(3) == 1);
      }
    }
    assertThat(database.tables()).extracting(Table::name).containsExactlyElementsOf(expectedTables);
    assertThat(database.notTables()).containsExactlyInAnyOrderElementsOf(expectedOthers);
    for (int i = 0; i < expectedTables.size(); i++) {
      compareTable(database.tables().get(i), withoutRowid.get(i));
    }
    return new Compared(expectedTables.size(), rows);
  }

  private void compareTable(Table table, boolean withoutRowid) throws SQLException {
    assertThat(table.hasRowid()).as(table.name()).isEqualTo(!withoutRowid);
    List<String> columns = storedColumns(table);
    assertThat(table.columns()).as(table.name()).isEqualTo(columns);
    var query = new StringBuilder("SELECT ").append(withoutRowid ? "0" : rowidName(columns));
    for (String column : columns) {
      String quoted = quote(column);
      query.append(", typeof(%1$s), %1$s, CAST(%1$s AS BLOB)".formatted(quoted));
    }
    query.append(" FROM ").append(quote(table.name()));
    query.append(withoutRowid ? keyOrder(table) : " NOT INDEXED");
    try (Statement statement = sqlite.createStatement();
        ResultSet expected = statement.executeQuery(query.toString())) {
      var check = new RowCheck(table, expected);
      table.scan(check);
      assertThat(expected.next()).as("%s: SQLite has no row left", table.name()).isFalse();
      rows += check.rows;
      check.findSome();
    }
  }

  private List<String> storedColumns(Table table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Statement statement = sqlite.createStatement();
        ResultSet info =
            statement.executeQuery("PRAGMA table_xinfo(" + quote(table.name()) + ")")) {
      while (info.next()) {
        int hidden = info.getInt("hidden");
        if (hidden == 2) assertThat(table.computedColumns()).contains(info.getString("name"));
        else columns.add(info.getString("name"));
      }
    }
    return columns;
  }

  /// Without this SQLite may go along another index.
  private String keyOrder(Table table) throws SQLException {
    List<String> terms = new ArrayList<>();
    try (Statement statement = sqlite.createStatement();
        ResultSet key =
            statement.executeQuery(
                "SELECT x.name, x.coll, x.desc FROM pragma_index_list(%1$s) l,"
                        .formatted(quote(table.name()))
                    + " pragma_index_xinfo(l.name) x WHERE l.origin = 'pk' AND x.key ORDER BY x.seqno")) {
      while (key.next()) {
        terms.add(
            "%s COLLATE %s %s"
                .formatted(
                    quote(key.getString(1)),
                    key.getString(2),
                    key.getInt(3) == 1 ? "DESC" : "ASC"));
      }
    }
    return " ORDER BY " + String.join(", ", terms);
  }

  private static String rowidName(List<String> columns) {
    List<String> lower = columns.stream().map(TableDefinition::fold).toList();
    return List.of("rowid", "_rowid_", "oid").stream()
        .filter(name -> !lower.contains(name))
        .findFirst()
        .orElse("0");
  }

  private static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /// Steps through SQLite's rows beside ours.
  private static final class RowCheck implements RowVisitor {
    private final Table table;
    private final ResultSet expected;
    private final List<Long> rowids = new ArrayList<>();
    private long rows;

    RowCheck(Table table, ResultSet expected) {
      this.table = table;
      this.expected = expected;
    }

    @Override
    public void row(Row row) {
      try {
        if (!expected.next()) throw different(row, -1, "a row", "none");
        boolean hasNamedRowid = !table.hasRowid() || expected.getLong(1) != 0;
        if (hasNamedRowid) check(row, -1, row.rowid(), expected.getLong(1));
        for (int i = 0; i < table.columns().size(); i++) checkValue(row, i);
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
      if (rows++ % 7 == 0 && table.hasRowid() && rowids.size() < 1000) rowids.add(row.rowid());
    }

    private void checkValue(Row row, int index) throws SQLException {
      int column = 2 + 3 * index;
      ValueType type = row.type(index);
      check(row, index, type.name().toLowerCase(Locale.ROOT), expected.getString(column));
      check(row, index, row.isNull(index), type == ValueType.NULL);
      switch (type) {
        case NULL -> {}
        case INTEGER -> check(row, index, row.integer(index), expected.getLong(column + 1));
        case REAL -> check(row, index, row.real(index), expected.getDouble(column + 1));
        case BLOB -> checkBytes(row, index, bytes(column + 1));
        case TEXT -> {
          checkBytes(row, index, bytes(column + 2));
          checkText(row, index, expected.getString(column + 1));
        }
      }
    }

    private void checkBytes(Row row, int index, byte[] bytes) {
      if (!Arrays.equals(row.blob(index), bytes)) {
        throw different(row, index, Arrays.toString(row.blob(index)), Arrays.toString(bytes));
      }
    }

    private void check(Row row, int index, Object ours, Object inSqlite) {
      if (!ours.equals(inSqlite)) throw different(row, index, ours, inSqlite);
    }

    private AssertionError different(Row row, int index, Object ours, Object inSqlite) {
      return new AssertionError(
          "%s.%s of row %d: %s, in SQLite %s"
              .formatted(
                  table.name(),
                  index < 0 ? "" : table.columns().get(index),
                  row.rowid(),
                  ours,
                  inSqlite));
    }

    /// What becomes of sequences that are not valid is each reader's own; the bytes are equal.
    private void checkText(Row row, int index, String inSqlite) {
      String text = row.text(index);
      if (text.contains("\ufffd") || inSqlite.contains("\ufffd")) return;
      check(row, index, text, inSqlite);
    }

    private byte[] bytes(int column) throws SQLException {
      byte[] bytes = expected.getBytes(column);
      return bytes == null ? new byte[0] : bytes;
    }

    @Override
    public void damaged(MalformedException damage) {
      throw new AssertionError(table.name() + " is not damaged", damage);
    }

    void findSome() {
      List<Long> found = new ArrayList<>();
      var finder =
          new RowVisitor() {
            @Override
            public void row(Row row) {
              found.add(row.rowid());
            }

            @Override
            public void damaged(MalformedException damage) {
              throw new AssertionError(damage);
            }
          };
      for (long rowid : rowids) table.find(rowid, table.columns(), finder);
      assertThat(found).isEqualTo(rowids);
    }
  }
}
