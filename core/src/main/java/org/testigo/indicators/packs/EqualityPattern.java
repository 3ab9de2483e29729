package org.testigo.indicators.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The patterns that nearly all packs consist of: one observation that equals a value, or one of
/// several joined by `OR`, such as `[domain-name:value = 'example.org']`.
///
/// Everything else is left to the full pattern language; this reader only has to be fast and to
/// never take for simple what is not.
final class EqualityPattern {

  /// One object path and the value that it must equal.
  record Term(String type, String value) {}

  private final String text;
  private int at;

  private EqualityPattern(String text) {
    this.text = text;
  }

  /// The terms of which one must hold; empty where the pattern is not of this kind.
  static List<Term> parse(String pattern) {
    return new EqualityPattern(pattern).terms();
  }

  private List<Term> terms() {
    var terms = new ArrayList<Term>(1);
    if (!take('[')) return List.of();
    do {
      String path = path();
      if (path.isEmpty() || !take('=')) return List.of();
      String value = literal();
      if (at < 0) return List.of();
      terms.add(new Term(canonical(path), value));
    } while (takeOr());
    return take(']') && atEnd() ? terms : List.of();
  }

  private boolean take(char expected) {
    skipSpace();
    if (at >= text.length() || text.charAt(at) != expected) return false;
    at++;
    return true;
  }

  private boolean takeOr() {
    skipSpace();
    if (!text.startsWith("OR", at) || at + 2 >= text.length()) return false;
    char next = text.charAt(at + 2);
    if (next != ' ' && next != '\t' && next != '\n' && next != '\r') return false;
    at += 2;
    return true;
  }

  private boolean atEnd() {
    skipSpace();
    return at == text.length();
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) <= ' ') at++;
  }

  /// An object path without lists: `type:property.property.'quoted property'`.
  private String path() {
    skipSpace();
    int start = at;
    boolean quoted = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\'') quoted = !quoted;
      else if (!quoted && !isPathChar(c)) break;
      at++;
    }
    int colon = text.indexOf(':', start, Math.max(start, at));
    return quoted || colon <= start || colon == at - 1 ? "" : text.substring(start, at);
  }

  private static boolean isPathChar(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '_'
        || c == ':'
        || c == '.';
  }

  /// A text between `'`, in which `\` escapes the next character; sets [#at] to -1 where there is
  /// none.
  private String literal() {
    if (!take('\'')) return failed();
    int start = at;
    while (at < text.length() && text.charAt(at) != '\'') {
      if (text.charAt(at) == '\\') return escapedLiteral(start);
      at++;
    }
    return at >= text.length() ? failed() : text.substring(start, at++);
  }

  private String escapedLiteral(int start) {
    var value = new StringBuilder(text.substring(start, at));
    while (at < text.length() && text.charAt(at) != '\'') {
      if (text.charAt(at) == '\\') at++;
      if (at >= text.length()) return failed();
      value.append(text.charAt(at++));
    }
    if (at >= text.length()) return failed();
    at++;
    return value.toString();
  }

  private String failed() {
    at = -1;
    return "";
  }

  /// The path without quotes; `file:hashes.'SHA-256'` and its other spellings become
  /// `file:hashes.sha256`.
  static String canonical(String path) {
    int hashes = path.indexOf(":hashes.");
    if (hashes < 0) return path.indexOf('\'') < 0 ? path : path.replace("'", "");
    String algorithm = path.substring(hashes + 8).replace("'", "").replace("-", "");
    return path.substring(0, hashes + 8) + algorithm.toLowerCase(Locale.ROOT);
  }
}
