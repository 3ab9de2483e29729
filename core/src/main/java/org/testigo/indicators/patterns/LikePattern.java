package org.testigo.indicators.patterns;

/// The wildcards of LIKE: `%` for any characters, `_` for one character (a code point). There are
/// no escapes, and upper and lower case differ.
final class LikePattern {
  private final String pattern;

  LikePattern(String pattern) {
    this.pattern = pattern;
  }

  /// Whether the whole text fits. After a mismatch only the last `%` grows, so the work is at most
  /// the length of the text times that of the pattern.
  boolean fits(String text, StepCounter steps) {
    int at = 0;
    int in = 0;
    int afterPercent = -1;
    int retryAt = 0;
    while (at < text.length()) {
      steps.spend();
      char wanted = in < pattern.length() ? pattern.charAt(in) : 0;
      if (in < pattern.length() && wanted == '%') {
        afterPercent = ++in;
        retryAt = at;
      } else if (in < pattern.length() && (wanted == '_' || wanted == text.charAt(at))) {
        at += wanted == '_' ? Character.charCount(text.codePointAt(at)) : 1;
        in++;
      } else if (afterPercent >= 0) {
        at = ++retryAt;
        in = afterPercent;
      } else {
        return false;
      }
    }
    while (in < pattern.length() && pattern.charAt(in) == '%') in++;
    return in == pattern.length();
  }
}
