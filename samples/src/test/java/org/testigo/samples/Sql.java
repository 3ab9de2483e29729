package org.testigo.samples;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Asks the real SQLite.
public final class Sql {
  private Sql() {}

  /// The rows, their values parted by `|`.
  public static List<String> rows(Path database, String query) throws SQLException {
    var rows = new ArrayList<String>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) rows.add(row(result));
    }
    return rows;
  }

  private static String row(ResultSet result) throws SQLException {
    var values = new ArrayList<String>();
    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++)
      values.add(result.getString(i));
    return String.join("|", values);
  }
}
