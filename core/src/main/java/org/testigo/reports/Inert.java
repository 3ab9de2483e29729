package org.testigo.reports;

/// Makes hostile text harmless for a place where it is shown, and keeps every character
/// recognisable.
public final class Inert {
  private Inert() {}

  /// For a line of a terminal or a page: control, bidi and unpaired characters as `\\u....`, the
  /// rest as it is.
  public static String visible(String text) {
    return escape(text, false);
  }

  /// For JSON, which escapes controls by itself: only unpaired surrogates, which UTF-8 cannot hold,
  /// as `\\u....`.
  public static String encodable(String text) {
    return escape(text, true);
  }

  /// For a field of a CSV file: quoted, and a field that a spreadsheet would take for a formula
  /// starts with an apostrophe.
  public static String csvField(String text) {
    String shown = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean needsQuotes =
        shown.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return needsQuotes ? '"' + shown.replace("\"", "\"\"") + '"' : shown;
  }

  private static String escape(String text, boolean onlyUnpaired) {
    int i = 0;
    while (i < text.length() && isPlain(text, i, onlyUnpaired)) i++;
    if (i == text.length()) return text;
    var escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
    for (; i < text.length(); i++) {
      if (isPlain(text, i, onlyUnpaired)) escaped.append(text.charAt(i));
      else escaped.append("\\u%04x".formatted((int) text.charAt(i)));
    }
    return escaped.toString();
  }

  private static boolean isPlain(String text, int index, boolean onlyUnpaired) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c))
      return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
    if (Character.isLowSurrogate(c))
      return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    return onlyUnpaired || !isDangerous(c);
  }

  private static boolean isDangerous(char c) {
    return (c != '\n' && Character.isISOControl(c))
        || (c >= '\u200b' && c <= '\u200f')
        || (c >= '\u2028' && c <= '\u202e')
        || (c >= '\u2060' && c <= '\u206f')
        || c == '\ufeff'
        || c == '\u061c';
  }
}
