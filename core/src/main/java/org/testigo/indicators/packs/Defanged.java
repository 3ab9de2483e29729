package org.testigo.indicators.packs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Undoes how reports keep addresses from being clicked: `hxxps://evil[.]example`.
final class Defanged {
  private static final Pattern SCHEME =
      Pattern.compile("^(h(?:xx|tt|XX)p(s?))(?:\\[?:\\]?//|\\[://\\])", Pattern.CASE_INSENSITIVE);
  private static final Pattern DOT =
      Pattern.compile(
          "\\[\\.\\]|\\(\\.\\)|\\{\\.\\}|\\[dot\\]|\\(dot\\)|\\[\\.|\\.\\]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AT =
      Pattern.compile("\\[@\\]|\\(@\\)|\\[at\\]|\\(at\\)", Pattern.CASE_INSENSITIVE);

  private Defanged() {}

  /// The value as it was, without white space around it.
  static String restore(String value) {
    String text = value.strip();
    if (!isDefanged(text)) return text;
    Matcher scheme = SCHEME.matcher(text);
    if (scheme.find()) text = "http" + scheme.group(2) + "://" + text.substring(scheme.end());
    text = DOT.matcher(text).replaceAll(".");
    return AT.matcher(text).replaceAll("@").replace("[:]", ":");
  }

  private static boolean isDefanged(String text) {
    return text.indexOf('[') >= 0
        || text.indexOf('(') >= 0
        || text.indexOf('{') >= 0
        || text.regionMatches(true, 0, "hxx", 0, 3);
  }
}
