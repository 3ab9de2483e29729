package org.testigo.indicators.patterns;

/// The operators that compare the value at a path with one constant.
public enum Operator {
  EQUAL("="),
  NOT_EQUAL("!="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  /// `%` stands for any characters, `_` for one.
  LIKE("LIKE"),
  /// The constant is a regular expression that is found anywhere in the value.
  MATCHES("MATCHES"),
  /// The value is an address or network inside the constant's network.
  ISSUBSET("ISSUBSET"),
  /// The value is a network that holds the constant's address or network.
  ISSUPERSET("ISSUPERSET");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  /// As it is written in a pattern.
  public String symbol() {
    return symbol;
  }

  /// Whether the constant must be a string.
  boolean needsText() {
    return switch (this) {
      case LIKE, MATCHES, ISSUBSET, ISSUPERSET -> true;
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> false;
    };
  }

  /// Whether the constant must have an order, which truth values have not.
  boolean needsOrder() {
    return switch (this) {
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
      case EQUAL, NOT_EQUAL, LIKE, MATCHES, ISSUBSET, ISSUPERSET -> false;
    };
  }
}
