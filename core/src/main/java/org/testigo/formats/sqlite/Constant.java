package org.testigo.formats.sqlite;

/// A value that the text of a schema gives.
sealed interface Constant {
  record Null() implements Constant {}

  record Whole(long value) implements Constant {}

  record Real(double value) implements Constant {}

  record Characters(String value) implements Constant {}

  record Bytes(String hex) implements Constant {}

  /// An expression that only SQL could compute; SQLite adds no column with one to a table that has
  /// rows.
  record Unknown(String expression) implements Constant {}

  Constant NULL = new Null();
}
