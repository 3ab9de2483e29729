package org.testigo.indicators.patterns;

/// How a value stands to a constant.
enum Ordering {
  LESS,
  EQUAL,
  GREATER,
  /// They are of unlike kinds, and only differ.
  NONE;

  static Ordering of(int comparison) {
    return comparison == 0 ? EQUAL : comparison < 0 ? LESS : GREATER;
  }
}
