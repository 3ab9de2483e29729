package org.testigo.formats.sqlite;

import java.util.ArrayList;
import java.util.List;

/// Splits SQL into words as SQLite does; space and comments fall away. Never fails: what does not
/// end, ends with the text.
final class Tokens {
  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokens(String sql) {
    this.sql = sql;
  }

  static List<Token> of(String sql) {
    var tokens = new Tokens(sql);
    while (tokens.at < sql.length()) tokens.next();
    return tokens.tokens;
  }

  private void next() {
    char c = sql.charAt(at);
    if (isSpace(c)) at++;
    else if (sql.startsWith("--", at)) skipTo("\n");
    else if (sql.startsWith("/*", at)) skipTo("*/");
    else if (c == '\'') add(Token.Kind.STRING, quoted('\''));
    else if (c == '"' || c == '`') add(Token.Kind.QUOTED, quoted(c));
    else if (c == '[') add(Token.Kind.QUOTED, bracketed());
    else if ((c == 'x' || c == 'X') && sql.startsWith("'", at + 1)) blob();
    else if (beginsNumber(c)) number();
    else if (isWordPart(c)) add(Token.Kind.WORD, word());
    else add(Token.Kind.SYMBOL, sql.substring(at, ++at));
  }

  private void add(Token.Kind kind, String text) {
    tokens.add(new Token(kind, text));
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean beginsNumber(char c) {
    return isDigit(c) || (c == '.' && at + 1 < sql.length() && isDigit(sql.charAt(at + 1)));
  }

  private static boolean isWordPart(char c) {
    return isDigit(c)
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || c == '$'
        || c > 0x7f;
  }

  private void skipTo(String end) {
    int found = sql.indexOf(end, at + 2);
    at = found < 0 ? sql.length() : found + end.length();
  }

  /// The text up to the closing quote; a doubled quote stands for one.
  private String quoted(char quote) {
    var text = new StringBuilder();
    for (at++; at < sql.length(); at++) {
      if (sql.charAt(at) == quote) {
        at++;
        if (at >= sql.length() || sql.charAt(at) != quote) break;
      }
      text.append(sql.charAt(at));
    }
    return text.toString();
  }

  private String bracketed() {
    int end = sql.indexOf(']', at);
    String text = sql.substring(at + 1, end < 0 ? sql.length() : end);
    at = end < 0 ? sql.length() : end + 1;
    return text;
  }

  private void blob() {
    at++;
    add(Token.Kind.BLOB, quoted('\''));
  }

  private String word() {
    int from = at;
    while (at < sql.length() && isWordPart(sql.charAt(at))) at++;
    return sql.substring(from, at);
  }

  private void number() {
    int from = at;
    boolean isHex = sql.startsWith("0x", at) || sql.startsWith("0X", at);
    while (at < sql.length() && isNumberPart(from, isHex)) at++;
    add(Token.Kind.NUMBER, sql.substring(from, at));
  }

  private boolean isNumberPart(int from, boolean isHex) {
    char c = sql.charAt(at);
    if (isWordPart(c)) return true;
    char before = at > from ? sql.charAt(at - 1) : ' ';
    boolean isExponent = (c == '+' || c == '-') && (before == 'e' || before == 'E');
    return !isHex && (c == '.' || isExponent);
  }
}
