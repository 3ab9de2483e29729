package org.testigo.formats.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import org.sqlite.Function;

/// `seeded(n)`, a number below n, and `seeded_blob(n)`, so many bytes: SQLite's own random() knows
/// no seed.
final class SeededFunctions {
  private SeededFunctions() {}

  static void add(Connection connection, Random random) throws SQLException {
    Function.create(
        connection,
        "seeded",
        new Function() {
          @Override
          protected void xFunc() throws SQLException {
            result(random.nextInt(value_int(0)));
          }
        });
    Function.create(
        connection,
        "seeded_blob",
        new Function() {
          @Override
          protected void xFunc() throws SQLException {
            byte[] bytes = new byte[value_int(0)];
            random.nextBytes(bytes);
            result(bytes);
          }
        });
  }
}
