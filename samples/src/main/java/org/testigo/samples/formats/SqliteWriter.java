package org.testigo.samples.formats;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Writes a SQLite database from rows that come table by table, in the order of their rowids: pages
/// of 4,096 bytes, UTF-8, no free pages, no vacuum. Memory grows with the indexes alone.
///
/// Pure Java, so that the demo runs where no native library does; the format is
/// <https://sqlite.org/fileformat2.html>. Limits: below 1 GiB, no WITHOUT ROWID, no collation but
/// the binary one.
public final class SqliteWriter implements Closeable {
  private final PageFile file;
  private final Schema schema = new Schema();
  private @Nullable TableWriter open;
  private int userVersion;
  private boolean isLogged;

  private SqliteWriter(PageFile file) {
    this.file = file;
  }

  public static SqliteWriter at(Path path) throws IOException {
    return new SqliteWriter(PageFile.at(path));
  }

  public static SqliteWriter inMemory() throws IOException {
    return new SqliteWriter(PageFile.inMemory());
  }

  /// Ends the table before it and begins another.
  ///
  /// @param parts the parts of the CREATE TABLE text between its commas: columns, then constraints
  public TableWriter table(String name, String... parts) throws IOException {
    endTable();
    open = new TableWriter(TableDefinition.of(name, parts), file);
    return open;
  }

  /// Adds a view.
  ///
  /// @param select what stands behind AS
  public SqliteWriter view(String name, String select) {
    schema.add("view", name, name, 0, "CREATE VIEW %s AS %s".formatted(name, select));
    return this;
  }

  public SqliteWriter userVersion(int version) {
    userVersion = version;
    return this;
  }

  /// Marks the database as one whose newest rows lie in a `-wal` beside it.
  public SqliteWriter logged() {
    isLogged = true;
    return this;
  }

  /// Writes what is left; gives the database where it was made in memory.
  public byte[] finish() throws IOException {
    endTable();
    return file.finish(schema.finish(file, userVersion, isLogged));
  }

  private void endTable() throws IOException {
    if (open != null) open.finish(schema);
    open = null;
  }

  /// Lets go of the file; a database that was not finished stays broken.
  @Override
  public void close() throws IOException {
    file.close();
  }
}
