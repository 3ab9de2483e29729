/// Reads SQLite 3 database files: schema, tables and rows, with the write-ahead log and the
/// rollback journal beside them. Read-only, page by page over any source of bytes; executes no SQL
/// and never makes a file.
///
/// Start with [SqliteDatabase]. Format: <https://www.sqlite.org/fileformat2.html>.
@NullMarked
package org.testigo.formats.sqlite;

import org.jspecify.annotations.NullMarked;
