package org.testigo.formats.sqlite;

/// A column whose values are stored.
///
/// @param standard the value of rows that were written before the column was added
record ColumnDefinition(String name, Affinity affinity, Constant standard) {}
