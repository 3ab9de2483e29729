package org.testigo.formats.sqlite;

import java.util.Locale;

/// A word of SQL.
///
/// @param text without its quotes
record Token(Kind kind, String text) {
  enum Kind {
    /// An identifier or keyword.
    WORD,
    /// An identifier in double quotes, brackets or backquotes.
    QUOTED,
    /// In single quotes.
    STRING,
    NUMBER,
    /// The hex digits of a blob.
    BLOB,
    /// One character that is none of these.
    SYMBOL
  }

  /// Whether it is this keyword; quoted words never are.
  boolean is(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }

  boolean isSymbol(char symbol) {
    return kind == Kind.SYMBOL && text.charAt(0) == symbol;
  }

  /// Whether it may stand where a name is expected.
  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED || kind == Kind.STRING;
  }

  /// The keyword in upper case; "" for what is no plain word.
  String keyword() {
    return kind == Kind.WORD ? text.toUpperCase(Locale.ROOT) : "";
  }
}
