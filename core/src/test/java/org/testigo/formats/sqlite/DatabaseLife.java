package org.testigo.formats.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Random statements over a database: tables of every kind, rows of every kind, changes of both.
///
/// A statement that SQLite refuses, such as a column that cannot be dropped, is passed over.
final class DatabaseLife {
  private final Connection connection;
  private final Random random;
  private final TableText text;
  private final List<MadeTable> tables = new ArrayList<>();
  private int names;

  /// @param columns those that can be written
  private record MadeTable(String name, List<String> columns) {}

  DatabaseLife(Connection connection, Random random) {
    this.connection = connection;
    this.random = random;
    text = new TableText(random);
  }

  /// So many random steps, beginning with a table.
  void live(int steps) throws SQLException {
    if (tables.isEmpty()) createTable();
    for (int i = 0; i < steps; i++) step();
  }

  /// So many changes of rows.
  void change(int steps) throws SQLException {
    for (int i = 0; i < steps; i++) {
      insert();
      update();
      delete();
    }
  }

  private void step() throws SQLException {
    switch (random.nextInt(20)) {
      case 0, 1 -> createTable();
      case 2, 3, 4 -> addColumn();
      case 5 -> alter();
      case 6, 7 -> delete();
      case 8, 9 -> update();
      case 10 -> other();
      default -> insert();
    }
  }

  private boolean run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return true;
    } catch (SQLException e) {
      // Refused for what it asks; a damaged database would be a mistake of this test.
      if (String.valueOf(e.getMessage()).contains("CORRUPT")) throw e;
      return false;
    }
  }

  private void createTable() throws SQLException {
    String name = text.quote("t" + names++ + text.nameTail());
    List<String> columns = new ArrayList<>();
    if (run(text.createTable(name, columns))) tables.add(new MadeTable(name, columns));
    else if (tables.isEmpty()) createTable();
  }

  private MadeTable table() {
    return tables.get(random.nextInt(tables.size()));
  }

  private void insert() throws SQLException {
    MadeTable table = table();
    var marks = new ArrayList<String>();
    for (int i = 0; i < table.columns().size(); i++) {
      marks.add(random.nextInt(15) == 0 ? "CAST(? AS TEXT)" : "?");
    }
    String sql =
        "INSERT OR REPLACE INTO %s(%s) VALUES(%s)"
            .formatted(table.name(), String.join(",", table.columns()), String.join(",", marks));
    boolean isAlone = connection.getAutoCommit();
    if (isAlone) connection.setAutoCommit(false);
    int rows = 1 + random.nextInt(random.nextInt(4) == 0 ? 120 : 12);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int row = 0; row < rows; row++) {
        for (int i = 0; i < marks.size(); i++) statement.setObject(i + 1, value());
        insertOne(statement);
      }
    } catch (SQLException e) {
      if (String.valueOf(e.getMessage()).contains("CORRUPT")) throw e;
    } finally {
      if (isAlone) connection.setAutoCommit(true);
    }
  }

  private static void insertOne(PreparedStatement statement) {
    try {
      statement.executeUpdate();
    } catch (SQLException e) {
      // A constraint or a STRICT type refuses this row.
      if (String.valueOf(e.getMessage()).contains("CORRUPT")) throw new AssertionError(e);
    }
  }

  private @Nullable Object value() {
    return switch (random.nextInt(12)) {
      case 0 -> null;
      case 1 -> (long) random.nextInt(3);
      case 2 -> random.nextLong() >> random.nextInt(64);
      case 3 -> (double) random.nextInt(1000);
      case 4 -> random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300.0);
      case 5 ->
          List.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0, 1e15, 9e18).get(random.nextInt(5));
      case 6 -> bytes();
      case 7 -> "año ✓ \ud83d\udc41 " + random.nextInt();
      case 8 -> Integer.toString(random.nextInt());
      case 9 -> "x".repeat(length());
      case 10 -> new String(bytes(), StandardCharsets.UTF_8);
      default -> "mensaje " + random.nextInt(100);
    };
  }

  private byte[] bytes() {
    byte[] bytes = new byte[length()];
    random.nextBytes(bytes);
    return bytes;
  }

  /// Mostly short, at times over one page or many.
  private int length() {
    return switch (random.nextInt(12)) {
      case 0 -> random.nextInt(20_000);
      case 1, 2 -> random.nextInt(1200);
      default -> random.nextInt(40);
    };
  }

  private void delete() throws SQLException {
    run("DELETE FROM %s WHERE seeded(10) < %d".formatted(table().name(), random.nextInt(9)));
  }

  private void update() throws SQLException {
    MadeTable table = table();
    if (table.columns().isEmpty()) return;
    String column = table.columns().get(random.nextInt(table.columns().size()));
    run(
        "UPDATE OR IGNORE %s SET %s = %s WHERE seeded(4) = 0"
            .formatted(table.name(), column, text.expression()));
  }

  private void addColumn() throws SQLException {
    MadeTable table = table();
    String column = text.quote("added" + names++);
    if (run("ALTER TABLE %s ADD COLUMN %s".formatted(table.name(), text.addedColumn(column)))) {
      table.columns().add(column);
    }
  }

  private void alter() throws SQLException {
    MadeTable table = table();
    if (table.columns().isEmpty()) return;
    int index = random.nextInt(table.columns().size());
    String column = table.columns().get(index);
    if (random.nextBoolean()) {
      if (run("ALTER TABLE %s DROP COLUMN %s".formatted(table.name(), column))) {
        table.columns().remove(index);
      }
    } else {
      String renamed = text.quote("renamed" + names++);
      if (run("ALTER TABLE %s RENAME COLUMN %s TO %s".formatted(table.name(), column, renamed))) {
        table.columns().set(index, renamed);
      }
    }
  }

  private void other() throws SQLException {
    MadeTable table = table();
    switch (random.nextInt(7)) {
      case 0 -> run("VACUUM");
      case 1 -> run("PRAGMA incremental_vacuum(3)");
      case 2 -> run("CREATE VIEW v%d AS SELECT * FROM %s".formatted(names++, table.name()));
      case 3 -> run("CREATE VIRTUAL TABLE f%d USING fts5(a, b)".formatted(names++));
      case 4 -> {
        if (!table.columns().isEmpty()) {
          run(
              "CREATE INDEX i%d ON %s(%s)"
                  .formatted(names++, table.name(), table.columns().getFirst()));
        }
      }
      case 5 -> run("ANALYZE");
      default -> {
        if (tables.size() > 1 && run("DROP TABLE " + table.name())) tables.remove(table);
      }
    }
  }
}
