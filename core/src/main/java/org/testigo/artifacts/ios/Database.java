package org.testigo.artifacts.ios;

import java.util.stream.Stream;
import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.Readings;
import org.testigo.formats.sqlite.SqliteDatabase;
import org.testigo.formats.sqlite.Table;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

/// Opens the database of an artifact and finds the tables in it: a table that is not there, or is
/// not a table, is never taken for an empty one.
final class Database {
  private Database() {}

  /// Tells what of the schema could not be read, since tables may be hidden by it.
  static SqliteDatabase open(ArtifactFile file, Readings readings) {
    var database =
        SqliteDatabase.open(
            file.content(), file.writeAheadLog(), file.rollbackJournal(), file.budget());
    database.schemaDamage().forEach(readings::unreadable);
    database.losses().forEach(readings::unreadable);
    var losses = database.losses().stream().map(MalformedException::detail).toList();
    database.remarks().stream()
        .filter(remark -> !losses.contains(remark))
        .forEach(readings::layout);
    return database;
  }

  /// @throws MalformedException when there is no such table, saying what is there instead
  static Table table(SqliteDatabase database, String name) {
    return database.table(name).orElseThrow(() -> missing(database, name));
  }

  /// For a table that only some generations have.
  ///
  /// @throws MalformedException when a view of that name stands in for it
  static void refuseStandIn(SqliteDatabase database, String name) {
    if (isNoTable(database, name)) throw missing(database, name);
  }

  static MalformedException missing(SqliteDatabase database, String name) {
    String met =
        isNoTable(database, name)
            ? "%s is a view or a virtual table".formatted(name)
            : "no table %s among the %d tables".formatted(name, database.tables().size());
    return new MalformedException(0, met + ", expected a stored table of that name");
  }

  private static boolean isNoTable(SqliteDatabase database, String name) {
    return database.notTables().stream().anyMatch(name::equalsIgnoreCase);
  }

  /// Refuses a table that lacks what every known generation of it has: these columns, and numbered
  /// rows.
  ///
  /// @throws UnsupportedLayoutException naming the columns met and those expected
  static void require(Table table, String... columns) {
    var lacking = Stream.of(columns).filter(column -> !table.hasColumn(column)).toList();
    if (!lacking.isEmpty()) throw unknownLayout(table, String.join(", ", lacking));
    if (!table.hasRowid()) throw unknownLayout(table, "numbered rows (it is WITHOUT ROWID)");
  }

  static UnsupportedLayoutException unknownLayout(Table table, String expected) {
    return new UnsupportedLayoutException(
        "%s has the columns %s, expected also %s"
            .formatted(table.name(), String.join(", ", table.columns()), expected));
  }
}
