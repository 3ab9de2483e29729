package org.testigo.formats.sqlite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;

/// A database as it stands after its write-ahead log, or after its rollback journal where a
/// transaction had not ended.
///
/// Memory does not grow with the file: a cache of 4 MB, a bit for each page during a scan, and for
/// a log or journal 24 bytes for each of its pages. The sources stay the caller's to close, after
/// the last reading. Not safe for several threads.
public final class SqliteDatabase {
  private final Schema schema;
  private final Remarks remarks;
  private final Header header;

  private SqliteDatabase(Header header, Schema schema, Remarks remarks) {
    this.header = header;
    this.schema = schema;
    this.remarks = remarks;
  }

  /// Reads the header, the log or journal, and the schema.
  ///
  /// An empty file is a database without tables.
  ///
  /// @param writeAheadLog the file of the same name with `-wal`
  /// @param rollbackJournal the file of the same name with `-journal`
  /// @throws MalformedException where it is no database, or of an impossible page size
  public static SqliteDatabase open(
      ByteSource main,
      Optional<ByteSource> writeAheadLog,
      Optional<ByteSource> rollbackJournal,
      Budget budget) {
    return new Opening(main, budget).open(writeAheadLog, rollbackJournal);
  }

  SqliteDatabase(Header header, Storage storage, Remarks remarks) {
    this(header, Schema.read(storage), remarks);
  }

  /// The tables whose rows are stored, in the order of the schema; without `sqlite_schema` itself.
  public List<Table> tables() {
    return List.copyOf(schema.tables());
  }

  /// The names of views and virtual tables: what they show is computed by SQL and not stored under
  /// their name.
  public List<String> notTables() {
    return Stream.concat(schema.views().stream(), schema.virtualTables().stream()).toList();
  }

  /// The stored table of this name, upper and lower case alike; `sqlite_schema` and `sqlite_master`
  /// name the schema itself.
  public Optional<Table> table(String name) {
    String wanted = TableDefinition.fold(name);
    if (wanted.equals("sqlite_schema") || wanted.equals("sqlite_master")) {
      return Optional.of(schema.self());
    }
    return schema.tables().stream()
        .filter(table -> TableDefinition.fold(table.name()).equals(wanted))
        .findFirst();
  }

  public boolean hasView(String name) {
    String wanted = TableDefinition.fold(name);
    return schema.views().stream().anyMatch(view -> TableDefinition.fold(view).equals(wanted));
  }

  /// What of the schema could not be read: there may be tables that [#tables()] does not name.
  public List<MalformedException> schemaDamage() {
    return List.copyOf(schema.damage());
  }

  /// What is odd about the file, its log or its journal and did not keep it from being read, one
  /// sentence each.
  public List<String> remarks() {
    return List.copyOf(remarks.all());
  }

  /// Those of the remarks that may have taken rows away: a file that is shorter than it was, a log
  /// that is damaged.
  public List<MalformedException> losses() {
    return List.copyOf(remarks.losses());
  }

  /// In bytes.
  public int pageSize() {
    return header.pageSize();
  }
}
