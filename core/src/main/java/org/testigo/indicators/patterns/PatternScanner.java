package org.testigo.indicators.patterns;

import java.util.Set;
import org.testigo.model.MalformedException;

/// Reads the words, strings and signs of a pattern one after the other, past blanks and comments.
///
/// Offsets count the characters (UTF-16) of the pattern.
final class PatternScanner {
  private static final int END = -1;
  private static final int MAX_SHOWN_CHARACTERS = 20;

  /// Words that are no names of properties unless they stand in quotes.
  private static final Set<String> KEYWORDS =
      Set.of(
          "AND",
          "OR",
          "NOT",
          "FOLLOWEDBY",
          "LIKE",
          "MATCHES",
          "ISSUPERSET",
          "ISSUBSET",
          "EXISTS",
          "LAST",
          "IN",
          "START",
          "STOP",
          "SECONDS",
          "true",
          "false",
          "WITHIN",
          "REPEATS",
          "TIMES");

  private final String text;
  private int at;

  PatternScanner(String text) {
    this.text = text;
  }

  /// Where the next word, string or sign starts.
  int offset() {
    skipBlanks();
    return at;
  }

  boolean atEnd() {
    return next() == END;
  }

  /// The next character that is no blank, or -1 at the end.
  int next() {
    skipBlanks();
    return charAt(at);
  }

  boolean accept(char sign) {
    if (next() != sign) return false;
    at++;
    return true;
  }

  /// Takes the sign if it comes next without a blank before it.
  boolean acceptNow(char sign) {
    if (charAt(at) != sign) return false;
    at++;
    return true;
  }

  static boolean isKeyword(String name) {
    return KEYWORDS.contains(name);
  }

  void expect(char sign) {
    if (!accept(sign)) throw expected("'" + sign + "'");
  }

  /// Takes the word if it comes next, whole.
  boolean acceptWord(String word) {
    skipBlanks();
    if (!text.startsWith(word, at) || isWordPart(charAt(at + word.length()))) return false;
    at += word.length();
    return true;
  }

  void expectWord(String word) {
    if (!acceptWord(word)) throw expected(word);
  }

  /// A type of objects: a name that may have hyphens.
  String typeName() {
    int start = offset();
    int end = endOfWord(start);
    if (end == start) throw expected("a type of objects");
    return name(start, end);
  }

  /// A property: a name without hyphens, or any string in quotes.
  String propertyName() {
    if (next() == '\'') return quoted();
    int start = at;
    int end = endOfWord(start);
    if (end == start) throw expected("a property");
    if (text.substring(start, end).indexOf('-') >= 0)
      throw expected("a property, which needs quotes where it has a hyphen");
    return name(start, end);
  }

  private String name(int start, int end) {
    String name = text.substring(start, end);
    if (isKeyword(name)) throw expected("a name, which needs quotes where it is a keyword");
    at = end;
    return name;
  }

  /// A string in quotes, without its escapes.
  String quoted() {
    if (next() != '\'') throw expected("a string in quotes");
    int start = at + 1;
    int end = start;
    while (charAt(end) != '\'') {
      if (charAt(end) == END) throw malformed(at, "a string without end", "a closing quote");
      if (charAt(end) == '\\') return quotedWithEscapes(start);
      end++;
    }
    at = end + 1;
    return text.substring(start, end);
  }

  private String quotedWithEscapes(int start) {
    var value = new StringBuilder();
    int from = start;
    while (charAt(from) != '\'') {
      if (charAt(from) == '\\') from = escaped(from);
      if (from >= text.length()) throw malformed(at, "a string without end", "a closing quote");
      value.append(text.charAt(from++));
    }
    at = from + 1;
    return value.toString();
  }

  private int escaped(int backslash) {
    int next = charAt(backslash + 1);
    if (next != '\'' && next != '\\')
      throw malformed(backslash, "a lone backslash", "\\\\ or \\' inside a string");
    return backslash + 1;
  }

  /// What stands between the quotes of a literal such as `h'…'`, whose letter comes next; it has no
  /// escapes.
  String prefixed() {
    int end = text.indexOf('\'', at + 2);
    if (end < 0) throw malformed(at, "a literal without end", "a closing quote");
    String value = text.substring(at + 2, end);
    at = end + 1;
    return value;
  }

  /// Whether the literal with this letter comes next, as in `h'…'`.
  boolean nextIsPrefixed(char letter) {
    return next() == letter && charAt(at + 1) == '\'';
  }

  /// The longest number that starts here, with its sign: `-5`, `+.5`, `12.0`.
  String number() {
    int start = offset();
    int digits = isSign(charAt(start)) ? start + 1 : start;
    int end = endOfDigits(digits);
    if (charAt(end) == '.' && isDigit(charAt(end + 1))) end = endOfDigits(end + 1);
    else if (end == digits) throw expected("a number");
    else if (end > digits + 1 && charAt(digits) == '0')
      throw expected("a number without leading zeros");
    at = end;
    return text.substring(start, end);
  }

  MalformedException expected(String expected) {
    return malformed(offset(), shown(), expected);
  }

  /// What comes next, for a message.
  private String shown() {
    if (next() == END) return "the end of the pattern";
    int end = Math.min(text.length(), at + MAX_SHOWN_CHARACTERS);
    return "«" + text.substring(at, end) + (end < text.length() ? "…" : "") + "»";
  }

  static MalformedException malformed(int offset, String met, String expected) {
    return new MalformedException(offset, met + ", expected " + expected);
  }

  private void skipBlanks() {
    while (isBlank(charAt(at)) || charAt(at) == '/') {
      if (charAt(at) != '/') at++;
      else if (!skipComment()) return;
    }
  }

  private boolean skipComment() {
    if (text.startsWith("//", at)) {
      while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') at++;
      return true;
    }
    if (!text.startsWith("/*", at)) return false;
    int end = text.indexOf("*/", at + 2);
    if (end < 0) throw malformed(at, "a comment without end", "*/");
    at = end + 2;
    return true;
  }

  private int charAt(int index) {
    return index < text.length() ? text.charAt(index) : END;
  }

  private int endOfWord(int start) {
    int end = start;
    if (isDigit(charAt(start)) || charAt(start) == '-') return end;
    while (isWordPart(charAt(end))) end++;
    return end;
  }

  private int endOfDigits(int start) {
    int end = start;
    while (isDigit(charAt(end))) end++;
    return end;
  }

  private static boolean isSign(int c) {
    return c == '-' || c == '+';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordPart(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c == '-';
  }

  /// The white space of the grammar.
  private static boolean isBlank(int c) {
    if ((c > ' ' && c < 0x85) || c == END) return false;
    return switch (c) {
      case ' ', '\t', '\n', '\r', 0x0B, 0x0C, 0x85, 0xA0, 0x1680 -> true;
      case 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
      default -> c >= 0x2000 && c <= 0x200A;
    };
  }
}
