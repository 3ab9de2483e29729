package org.testigo.indicators.patterns;

/// Reads a regular expression of the JDK, as [PcreTranslation] writes it, for its [SilentPaths].
/// The expression has already been compiled, so its syntax holds.
final class SilentPathsReader {
  private static final int MAX_DEPTH = 200;

  private final String regex;
  private int at;
  private int depth;

  private SilentPathsReader(String regex) {
    this.regex = regex;
  }

  /// @throws UnmatchableException where groups nest too deep
  static SilentPaths read(String regex) {
    return new SilentPathsReader(regex).alternatives();
  }

  private SilentPaths alternatives() {
    if (++depth > MAX_DEPTH)
      throw new UnmatchableException(
          "a regular expression with "
              + depth
              + " groups inside each other, expected at most "
              + MAX_DEPTH);
    var all = sequence();
    while (accept('|')) all = all.or(sequence());
    depth--;
    return all;
  }

  private SilentPaths sequence() {
    var all = SilentPaths.NOTHING;
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')')
      all = all.then(quantified(item()));
    return all;
  }

  private SilentPaths item() {
    char c = regex.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> characterClass();
      case '\\' -> escape();
      case '^', '$' -> SilentPaths.NOTHING;
      default -> SilentPaths.CHARACTER;
    };
  }

  private SilentPaths group() {
    boolean aside = false;
    if (accept('?')) {
      aside = isLookAround();
      while (at < regex.length() && "=!>:)".indexOf(regex.charAt(at)) < 0) at++;
      // Flags alone, such as (?i), are no group.
      if (accept(')')) return SilentPaths.NOTHING;
      at++;
    }
    var inner = alternatives();
    accept(')');
    return aside ? inner.aside() : inner;
  }

  private boolean isLookAround() {
    return regex.startsWith("=", at)
        || regex.startsWith("!", at)
        || regex.startsWith("<=", at)
        || regex.startsWith("<!", at);
  }

  private SilentPaths characterClass() {
    accept('^');
    while (at < regex.length() && regex.charAt(at) != ']') {
      if (regex.charAt(at++) == '\\') escape();
    }
    accept(']');
    return SilentPaths.CHARACTER;
  }

  private SilentPaths escape() {
    char letter = at < regex.length() ? regex.charAt(at++) : '\\';
    return switch (letter) {
      case 'b', 'B', 'A', 'Z', 'z' -> SilentPaths.NOTHING;
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
        while (at < regex.length() && Character.isDigit(regex.charAt(at))) at++;
        yield SilentPaths.NOTHING;
      }
      case 'k' -> {
        skipTo('>');
        yield SilentPaths.NOTHING;
      }
      case 'p', 'P' -> {
        if (regex.startsWith("{", at)) skipTo('}');
        else at++;
        yield SilentPaths.CHARACTER;
      }
      case 'x' -> {
        if (regex.startsWith("{", at)) skipTo('}');
        else at += 2;
        yield SilentPaths.CHARACTER;
      }
      case 'c' -> {
        at++;
        yield SilentPaths.CHARACTER;
      }
      default -> SilentPaths.CHARACTER;
    };
  }

  private SilentPaths quantified(SilentPaths item) {
    if (accept('?')) return marked(item.optional());
    if (accept('*')) return marked(item.loop());
    if (accept('+')) return marked(item.then(item.loop()));
    if (at >= regex.length() || regex.charAt(at) != '{') return item;
    int end = regex.indexOf('}', at);
    String[] counts = regex.substring(at + 1, end).split(",", -1);
    at = end + 1;
    var least = item.times(Integer.parseInt(counts[0]));
    boolean exact = counts.length == 1 || counts[0].equals(counts[1]);
    return marked(exact ? least : least.then(item.loop()));
  }

  /// The mark of a lazy or possessive quantifier changes nothing here.
  private SilentPaths marked(SilentPaths paths) {
    if (!accept('?')) accept('+');
    return paths;
  }

  private void skipTo(char last) {
    int end = regex.indexOf(last, at);
    at = end < 0 ? regex.length() : end + 1;
  }

  private boolean accept(char c) {
    if (at >= regex.length() || regex.charAt(at) != c) return false;
    at++;
    return true;
  }
}
