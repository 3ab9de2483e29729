/// Proves the reader against SQLite itself. Start with [AgainstSqlite].
@NullMarked
package org.testigo.formats.sqlite;

import org.jspecify.annotations.NullMarked;
