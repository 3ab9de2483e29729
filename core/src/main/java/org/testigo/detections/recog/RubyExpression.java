package org.testigo.detections.recog;

import java.util.Set;
import java.util.regex.Pattern;
import org.testigo.indicators.patterns.BoundedExpression;
import org.testigo.indicators.patterns.UnmatchableException;

/// Writes a regular expression of Ruby in the syntax of the JDK, where the two differ.
///
/// - `^` and `$` stand at every line; a line ends with a line feed alone.
/// - `\h` is a hexadecimal digit; `(?m)` lets the dot match line feeds, which is `(?s)` here.
/// - `[[:alpha:]]` and the like are classes; a brace that begins no count is itself.
/// - A backslash before a letter that means nothing is dropped.
///
/// Known from: https://docs.ruby-lang.org/en/master/Regexp.html
final class RubyExpression {
  /// Letters that mean something behind a backslash in both.
  private static final String SHARED = "AbBdDsSwWzZntrfveaxukRXpPcG";

  private static final Set<String> POSIX =
      Set.of(
          "alpha", "digit", "alnum", "upper", "lower", "punct", "space", "blank", "cntrl", "graph",
          "print", "xdigit", "word");

  private final String ruby;
  private final StringBuilder java = new StringBuilder();
  private int at;
  private int classDepth;

  private RubyExpression(String ruby) {
    this.ruby = ruby;
  }

  /// @throws UnmatchableException where it is no expression, or one that the JDK has not
  static BoundedExpression compile(String ruby, boolean ignoreCase, boolean dotAll) {
    int flags = Pattern.MULTILINE | Pattern.UNIX_LINES;
    if (ignoreCase) flags |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    if (dotAll) flags |= Pattern.DOTALL;
    return BoundedExpression.ofJava(new RubyExpression(ruby).translate(), flags);
  }

  static String translated(String ruby) {
    return new RubyExpression(ruby).translate();
  }

  private String translate() {
    while (at < ruby.length()) {
      char c = ruby.charAt(at);
      switch (c) {
        case '\\' -> escape();
        case '[' -> openClass();
        case ']' -> closeClass();
        case '{' -> brace();
        case '(' -> group();
        case '^' -> lineStart();
        default -> copy(1);
      }
    }
    return java.toString();
  }

  private void escape() {
    char letter = at + 1 < ruby.length() ? ruby.charAt(at + 1) : '\\';
    if (letter == 'h') replace(2, classDepth > 0 ? "0-9a-fA-F" : "[0-9a-fA-F]");
    else if (letter == 'H') replace(2, classDepth > 0 ? "&&[^0-9a-fA-F]" : "[^0-9a-fA-F]");
    else if (letter == 'K') throw new UnmatchableException("\\K, which is not supported");
    else if (Character.isLetter(letter) && SHARED.indexOf(letter) < 0) replace(2, "" + letter);
    else copy(Math.min(2, ruby.length() - at));
  }

  private void openClass() {
    int end = ruby.indexOf(":]", at);
    if (classDepth > 0 && ruby.startsWith("[:", at) && end > 0 && isPosix(end)) {
      posix(ruby.substring(at + 2, end), end);
      return;
    }
    classDepth++;
    copy(ruby.startsWith("[^", at) ? 2 : 1);
    // A bracket that comes first is itself.
    if (ruby.startsWith("]", at)) replace(1, "\\]");
  }

  private boolean isPosix(int end) {
    String name = ruby.substring(at + 2, end);
    return POSIX.contains(name.startsWith("^") ? name.substring(1) : name);
  }

  private void posix(String name, int end) {
    boolean negated = name.startsWith("^");
    String plain = negated ? name.substring(1) : name;
    String known =
        switch (plain) {
          case "word" -> "w";
          case "space" -> "s";
          case "xdigit" -> "p{XDigit}";
          default -> "p{" + Character.toUpperCase(plain.charAt(0)) + plain.substring(1) + "}";
        };
    char first = negated ? Character.toUpperCase(known.charAt(0)) : known.charAt(0);
    java.append('\\').append(first).append(known.substring(1));
    at = end + 2;
  }

  private void closeClass() {
    if (classDepth > 0) classDepth--;
    copy(1);
  }

  /// The JDK finds no line start in a text of no characters.
  private void lineStart() {
    if (classDepth > 0) copy(1);
    else replace(1, "(?:^|\\A)");
  }

  private void brace() {
    int end = ruby.indexOf('}', at);
    boolean counts =
        classDepth == 0 && end > 0 && ruby.substring(at + 1, end).matches("[0-9]+(?:,[0-9]*)?");
    boolean atMost = classDepth == 0 && end > 0 && ruby.substring(at + 1, end).matches(",[0-9]+");
    if (counts) copy(end + 1 - at);
    else if (atMost) replace(2, "{0,");
    else replace(1, "\\{");
  }

  /// Flags after `(?`: `m` of Ruby is `s` of the JDK.
  private void group() {
    if (classDepth > 0 || !ruby.startsWith("(?", at)) {
      copy(1);
      return;
    }
    int end = at + 2;
    while (end < ruby.length() && "imx-".indexOf(ruby.charAt(end)) >= 0) end++;
    boolean hasFlags = end < ruby.length() && ")".indexOf(ruby.charAt(end)) >= 0;
    hasFlags |= end > at + 2 && end < ruby.length() && ruby.charAt(end) == ':';
    if (hasFlags) replace(end - at, ruby.substring(at, end).replace('m', 's'));
    else if (ruby.startsWith("(?<", at) && isName(at + 3)) named();
    else copy(2);
  }

  private boolean isName(int from) {
    return from < ruby.length() && Character.isLetter(ruby.charAt(from));
  }

  /// The JDK has no underscore in names.
  private void named() {
    int end = ruby.indexOf('>', at);
    if (end < 0) throw new UnmatchableException("a group whose name never ends");
    replace(end - at, ruby.substring(at, end).replace("_", ""));
  }

  private void replace(int characters, String with) {
    java.append(with);
    at += characters;
  }

  private void copy(int characters) {
    java.append(ruby, at, at + characters);
    at += characters;
  }
}
