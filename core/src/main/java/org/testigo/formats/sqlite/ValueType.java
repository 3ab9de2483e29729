package org.testigo.formats.sqlite;

/// The storage class of a value, as `typeof()` of SQLite names it.
public enum ValueType {
  NULL,
  INTEGER,
  REAL,
  TEXT,
  BLOB
}
