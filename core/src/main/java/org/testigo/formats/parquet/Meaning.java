package org.testigo.formats.parquet;

/// What the values of a column stand for, as far as it matters here.
public enum Meaning {
  /// Nothing is said.
  NONE,
  /// UTF-8.
  TEXT,
  /// Days since 1970-01-01.
  DAY,
  /// Since 1970-01-01T00:00:00Z.
  MILLISECONDS,
  /// Since 1970-01-01T00:00:00Z.
  MICROSECONDS,
  /// Since 1970-01-01T00:00:00Z.
  NANOSECONDS,
  /// An integer of some width, signed.
  INTEGER,
  /// An integer of some width, unsigned.
  UNSIGNED,
  /// Anything else: a decimal, a time of day, …
  OTHER
}
