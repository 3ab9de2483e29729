package org.testigo.samples.formats;

import java.util.Locale;

/// What SQLite makes of the declared type of a column. See
/// <https://sqlite.org/datatype3.html#determination_of_column_affinity>.
enum Affinity {
  INTEGER,
  TEXT,
  BLOB,
  REAL,
  NUMERIC;

  static Affinity of(String declaration) {
    String type =
        declaration
            .toUpperCase(Locale.ROOT)
            .replaceFirst("(NOT NULL|DEFAULT|UNIQUE|PRIMARY|REFERENCES|COLLATE|NULL).*", "");
    if (type.contains("INT")) return INTEGER;
    if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) return TEXT;
    if (type.contains("BLOB") || type.isBlank()) return BLOB;
    if (type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB")) return REAL;
    return NUMERIC;
  }

  /// Whether a floating-point number without a fraction is stored as an integer.
  boolean storesWholeNumbersAsIntegers() {
    return this == REAL || this == NUMERIC || this == INTEGER;
  }
}
