package org.testigo.formats.sqlite;

import java.util.Locale;

/// What a column makes of the values that are put into it, by the name of its type.
///
/// Known from: <https://www.sqlite.org/datatype3.html#determination_of_column_affinity>.
enum Affinity {
  TEXT,
  NUMERIC,
  INTEGER,
  REAL,
  BLOB;

  /// @param type as declared; "" where none was
  static Affinity of(String type) {
    String name = type.toUpperCase(Locale.ROOT);
    if (name.contains("INT")) return INTEGER;
    if (name.contains("CHAR") || name.contains("CLOB") || name.contains("TEXT")) return TEXT;
    if (name.isEmpty() || name.contains("BLOB")) return BLOB;
    boolean isReal = name.contains("REAL") || name.contains("FLOA") || name.contains("DOUB");
    return isReal ? REAL : NUMERIC;
  }

  /// What the column stores of a constant that its definition gives as default.
  Constant apply(Constant value) {
    return switch (value) {
      case Constant.Null n -> n;
      case Constant.Bytes b -> b;
      case Constant.Unknown u -> u;
      case Constant.Whole w -> applyToWhole(w);
      case Constant.Real r -> applyToReal(r);
      case Constant.Characters c -> applyToCharacters(c);
    };
  }

  private Constant applyToWhole(Constant.Whole whole) {
    return switch (this) {
      case TEXT -> new Constant.Characters(Long.toString(whole.value()));
      case REAL -> new Constant.Real(whole.value());
      case NUMERIC, INTEGER, BLOB -> whole;
    };
  }

  private Constant applyToReal(Constant.Real real) {
    return switch (this) {
      case INTEGER, NUMERIC ->
          isWhole(real.value()) ? new Constant.Whole((long) real.value()) : real;
      // On the way through an integer, -0.0 loses its sign.
      case REAL -> new Constant.Real(real.value() + 0.0);
      case TEXT, BLOB -> real;
    };
  }

  /// Whether the real is a whole number that survives as an integer, within 51 bits as in SQLite.
  private static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) < 0x1p51;
  }

  private Constant applyToCharacters(Constant.Characters characters) {
    if (this == TEXT || this == BLOB) return characters;
    Constant number = Numbers.wholeText(characters.value());
    return number instanceof Constant.Null ? characters : apply(number);
  }
}
