package org.testigo.artifacts.ios;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/// A database made by statements, in memory, by the real SQLite.
final class MadeUpDatabase implements AutoCloseable {
  private final Connection connection;

  MadeUpDatabase(String... statements) {
    try {
      connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    for (String statement : statements) run(statement);
  }

  /// Runs a statement; the values take the places of its question marks.
  MadeUpDatabase run(String statement, @Nullable Object... values) {
    try (var prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) prepared.setObject(i + 1, values[i]);
      prepared.execute();
      return this;
    } catch (SQLException e) {
      throw new AssertionError(statement, e);
    }
  }

  /// The bytes of the file; the database is closed then.
  byte[] bytes() {
    try (this) {
      return connection.unwrap(SQLiteConnection.class).serialize("main");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
