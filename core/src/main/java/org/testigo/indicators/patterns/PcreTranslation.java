package org.testigo.indicators.patterns;

import java.util.Map;

/// Writes a PCRE expression in the syntax of `java.util.regex`, where the two say the same thing in
/// other ways, and refuses what only PCRE has. Without this an expression could mean something else
/// in silence: `[[:alpha:]]` is a set of seven characters to the JDK, `[a&&b]` an intersection.
///
/// Translated: POSIX classes, `[` and `&&` inside classes, `]` first in a class, `{` that begins no
/// quantifier, `(?P<name>…)`, `(?P=name)`, `\g{1}`, `\x1`, `\Z` and `\z`, `\h` inside classes as
/// they are. Refused: recursion, conditions, callouts, `\K`, `\G`, `(*VERB)`, branch reset, flags
/// other than i, m and s.
///
/// Known from: `pcre2pattern(3)`, and the documentation of [java.util.regex.Pattern].
final class PcreTranslation {
  private static final Map<String, String> POSIX =
      Map.ofEntries(
          Map.entry("alpha", "\\p{Alpha}"),
          Map.entry("digit", "\\p{Digit}"),
          Map.entry("alnum", "\\p{Alnum}"),
          Map.entry("upper", "\\p{Upper}"),
          Map.entry("lower", "\\p{Lower}"),
          Map.entry("punct", "\\p{Punct}"),
          Map.entry("space", "\\s"),
          Map.entry("blank", "\\p{Blank}"),
          Map.entry("cntrl", "\\p{Cntrl}"),
          Map.entry("graph", "\\p{Graph}"),
          Map.entry("print", "\\p{Print}"),
          Map.entry("xdigit", "\\p{XDigit}"),
          Map.entry("word", "\\w"),
          Map.entry("ascii", "\\p{ASCII}"));

  /// What PCRE has after `(?` and the JDK has not, or has with another meaning.
  private static final String REFUSED_GROUPS = "(R|C&0123456789+";

  private final String pcre;
  private final StringBuilder java = new StringBuilder();
  private int at;

  PcreTranslation(String pcre) {
    this.pcre = pcre;
  }

  String translate() {
    while (at < pcre.length()) {
      switch (pcre.charAt(at)) {
        case '\\' -> escape();
        case '[' -> characterClass();
        case '(' -> group();
        case '{' -> brace();
        default -> java.append(pcre.charAt(at++));
      }
    }
    return java.toString();
  }

  private void escape() {
    char letter = at + 1 < pcre.length() ? pcre.charAt(at + 1) : 0;
    switch (letter) {
      case 'Q' -> quotation();
      case 'x' -> hexadecimal();
      case 'g' -> backReference();
      case 'K', 'G', 'C', 'N', 'o', 'X' -> throw refused("\\" + letter);
      default -> {
        // Before a character that is not ASCII the backslash means nothing.
        if (letter >= 0x80) at++;
        copy(Math.min(letter >= 0x80 ? 1 : 2, pcre.length() - at));
      }
    }
  }

  /// `\Q…\E`: taken out here, since a quotation may hold anything.
  private void quotation() {
    int end = pcre.indexOf("\\E", at + 2);
    String quoted = pcre.substring(at + 2, end < 0 ? pcre.length() : end);
    quoted.chars().forEach(c -> literal((char) c));
    at = end < 0 ? pcre.length() : end + 2;
  }

  /// `\x` takes up to two digits in PCRE, exactly two in the JDK.
  private void hexadecimal() {
    if (pcre.startsWith("{", at + 2)) {
      copy(2);
      int end = pcre.indexOf('}', at);
      copy((end < 0 ? pcre.length() : end + 1) - at);
      return;
    }
    int end = at + 2;
    while (end < pcre.length() && end < at + 4 && Character.digit(pcre.charAt(end), 16) >= 0) end++;
    String digits = pcre.substring(at + 2, end);
    java.append("\\x").append("00".substring(digits.length())).append(digits);
    at = end;
  }

  /// `\g1`, `\g{1}`, `\g{name}`.
  private void backReference() {
    boolean braced = pcre.startsWith("{", at + 2);
    int start = at + (braced ? 3 : 2);
    int end = braced ? pcre.indexOf('}', start) : start + 1;
    if (end < 0 || end > pcre.length()) throw refused("\\g");
    String name = pcre.substring(start, end);
    if (name.matches("[0-9]{1,2}")) java.append("(?:\\").append(name).append(')');
    else if (name.matches("[A-Za-z][A-Za-z0-9]*")) java.append("\\k<").append(name).append('>');
    else throw refused("\\g" + name);
    at = end + (braced ? 1 : 0);
  }

  private void characterClass() {
    copy(pcre.startsWith("[^", at) ? 2 : 1);
    if (pcre.startsWith("]", at)) literal(pcre.charAt(at++));
    while (at < pcre.length() && pcre.charAt(at) != ']') classMember();
    copy(Math.min(1, pcre.length() - at));
  }

  private void classMember() {
    if (pcre.startsWith("[:", at) && posixClass()) return;
    if (pcre.charAt(at) == '\\') escape();
    else if ("[&^".indexOf(pcre.charAt(at)) >= 0) literal(pcre.charAt(at++));
    else copy(1);
  }

  /// `[:alpha:]` or `[:^alpha:]`; gives false where it is none.
  private boolean posixClass() {
    int end = pcre.indexOf(":]", at + 2);
    if (end < 0) return false;
    boolean negated = pcre.charAt(at + 2) == '^';
    String known = POSIX.get(pcre.substring(at + (negated ? 3 : 2), end));
    if (known == null) return false;
    char letter = known.charAt(1);
    java.append('\\')
        .append(negated ? Character.toUpperCase(letter) : letter)
        .append(known, 2, known.length());
    at = end + 2;
    return true;
  }

  private void group() {
    if (pcre.startsWith("(*", at)) throw refused("(*");
    if (!pcre.startsWith("(?", at)) {
      copy(1);
      return;
    }
    if (pcre.startsWith("(?#", at)) comment();
    else if (pcre.startsWith("(?P<", at)) replace("(?P<", "(?<");
    else if (pcre.startsWith("(?P=", at)) namedReference();
    else if (pcre.startsWith("(?'", at)) replaceQuotedName();
    else if (isRefusedGroup() || hasRefusedFlag()) throw refused(pcre.substring(at, at + 3));
    else copy(2);
  }

  /// Flags after `(?`: the JDK has i, m and s with the same meaning.
  private boolean hasRefusedFlag() {
    for (int i = at + 2; i < pcre.length(); i++) {
      char flag = pcre.charAt(i);
      if (!Character.isLetter(flag) && flag != '-' && flag != '^') return false;
      if ("ims-".indexOf(flag) < 0) return true;
    }
    return false;
  }

  private boolean isRefusedGroup() {
    if (at + 2 >= pcre.length()) return false;
    char kind = pcre.charAt(at + 2);
    boolean recursion =
        kind == '-' && at + 3 < pcre.length() && Character.isDigit(pcre.charAt(at + 3));
    return recursion || kind == 'P' || REFUSED_GROUPS.indexOf(kind) >= 0;
  }

  private void comment() {
    int end = pcre.indexOf(')', at);
    at = end < 0 ? pcre.length() : end + 1;
  }

  private void namedReference() {
    int end = pcre.indexOf(')', at);
    if (end < 0) throw refused("(?P=");
    java.append("\\k<").append(pcre, at + 4, end).append('>');
    at = end + 1;
  }

  private void replaceQuotedName() {
    int end = pcre.indexOf('\'', at + 3);
    if (end < 0) throw refused("(?'");
    java.append("(?<").append(pcre, at + 3, end).append('>');
    at = end + 1;
  }

  private void replace(String from, String to) {
    java.append(to);
    at += from.length();
  }

  /// A brace is a quantifier only as `{n}`, `{n,}` or `{n,m}`; else it is itself.
  private void brace() {
    int end = pcre.indexOf('}', at);
    boolean quantifier = end > 0 && pcre.substring(at, end + 1).matches("\\{[0-9]+(?:,[0-9]*)?}");
    if (quantifier) copy(end + 1 - at);
    else literal(pcre.charAt(at++));
  }

  private void literal(char c) {
    if (c < 0x80 && !Character.isLetterOrDigit(c)) java.append('\\');
    java.append(c);
  }

  private void copy(int characters) {
    java.append(pcre, at, at + characters);
    at += characters;
  }

  private UnmatchableException refused(String construct) {
    return new UnmatchableException(
        "'%s' at %d in the regular expression '%s', which is not supported"
            .formatted(construct, at, pcre));
  }
}
