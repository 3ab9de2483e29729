package org.testigo.formats.sqlite;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers in texts, as SQLite reads them.
final class Numbers {
  private static final String SPACE = "[ \\t\\n\\x0B\\f\\r]*+";
  private static final Pattern NUMBER =
      Pattern.compile(
          SPACE + "([+-]?(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][+-]?\\d++)?+)" + SPACE);
  private static final Pattern DIGITS = Pattern.compile(SPACE + "([+-]?\\d++)");

  private Numbers() {}

  /// The number that makes up the whole text, else NULL.
  static Constant wholeText(String text) {
    Matcher matcher = NUMBER.matcher(text);
    return matcher.matches() ? number(matcher.group(1)) : Constant.NULL;
  }

  private static Constant number(String digits) {
    try {
      return new Constant.Whole(Long.parseLong(digits));
    } catch (NumberFormatException e) {
      return new Constant.Real(Double.parseDouble(digits));
    }
  }

  /// The leading number of the text as CAST AS REAL gives it, else 0.
  static double leadingReal(String text) {
    Matcher matcher = NUMBER.matcher(text);
    return matcher.lookingAt() ? Double.parseDouble(matcher.group(1)) : 0;
  }

  /// The leading integer of the text as CAST AS INTEGER gives it, else 0; the nearest that fits
  /// where it is too large.
  static long leadingInteger(String text) {
    Matcher matcher = DIGITS.matcher(text);
    if (!matcher.lookingAt()) return 0;
    String digits = matcher.group(1);
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return digits.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
