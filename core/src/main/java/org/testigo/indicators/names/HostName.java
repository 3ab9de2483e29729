package org.testigo.indicators.names;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/// Brings host names into one form: lower case, ASCII (punycode), without dots at the ends.
///
/// What a resolver does not see is taken away first: upper case, full-width and other compatibility
/// forms, ideographic dots, invisible characters (zero-width, soft hyphen, marks of direction).
/// Letters that only look alike stay what they are: `аpple.example` with a Cyrillic letter is
/// another name, `xn--pple-43d.example`, and is compared as such.
///
/// Names that the JDK's IDNA 2003 mapping refuses keep their Unicode form, so that they still equal
/// themselves.
public final class HostName {
  /// Longer names are not names of the network (RFC 1035 section 2.3.4, with a dot at both ends).
  private static final int MAX_CHARS = 255;

  private HostName() {}

  /// The one form of the name; empty where the text can be no host name.
  public static String normalise(String raw) {
    if (isNormal(raw)) return raw;
    String ascii = isAscii(raw) ? raw.toLowerCase(Locale.ROOT) : toAscii(raw);
    String name = withoutOuterDots(ascii);
    return name.length() > MAX_CHARS ? "" : name;
  }

  /// Whether the character may stand in a host name as people write it: anything but the marks that
  /// end or divide addresses.
  public static boolean isPart(char c) {
    if (c < 128) return isAsciiPart(c);
    return !TextBreak.isBreak(c) && !isPunctuation(c);
  }

  /// Whether the character counts as the dot between labels: `.` and, as IDNA has it, the
  /// ideographic, full-width and half-width full stops.
  public static boolean isDot(char c) {
    return c == '.' || c == '\u3002' || c == '\uff0e' || c == '\uff61';
  }

  /// Whether the character is a pictograph or half of one. People put them right beside addresses;
  /// in the last label of a name they never stand.
  static boolean isSymbol(char c) {
    int type = Character.getType(c);
    return type == Character.OTHER_SYMBOL
        || type == Character.SURROGATE
        || type == Character.MODIFIER_SYMBOL
        || c >= 0xfe00 && c <= 0xfe0f;
  }

  private static boolean isAsciiPart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || c >= 'A' && c <= 'Z'
        || c == '.'
        || c == '-'
        || c == '_';
  }

  private static boolean isPunctuation(char c) {
    if (isDot(c)) return false;
    return switch (Character.getType(c)) {
      case Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL ->
          true;
      default -> isSymbol(c);
    };
  }

  private static boolean isNormal(String raw) {
    int length = raw.length();
    if (length == 0 || length > MAX_CHARS) return false;
    for (int i = 0; i < length; i++) {
      char c = raw.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.'))
        return false;
    }
    return raw.charAt(0) != '.' && raw.charAt(length - 1) != '.';
  }

  private static boolean isAscii(String raw) {
    for (int i = 0; i < raw.length(); i++) if (raw.charAt(i) >= 128) return false;
    return true;
  }

  private static String toAscii(String raw) {
    if (raw.length() > MAX_CHARS * 2) return "";
    String mapped =
        Normalizer.normalize(withoutInvisible(raw), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String dotted = mapped.replace('\u3002', '.').replace('\uff61', '.');
    try {
      return IDN.toASCII(withoutOuterDots(dotted), IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException notIdna) {
      return dotted;
    }
  }

  /// Takes away what is not drawn: format characters and variation selectors.
  private static String withoutInvisible(String raw) {
    var kept = new StringBuilder(raw.length());
    raw.codePoints().filter(c -> !isInvisible(c)).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isInvisible(int c) {
    return Character.getType(c) == Character.FORMAT || c >= 0xfe00 && c <= 0xfe0f || c == 0x034f;
  }

  private static String withoutOuterDots(String name) {
    int start = 0;
    int end = name.length();
    while (start < end && name.charAt(start) == '.') start++;
    while (end > start && name.charAt(end - 1) == '.') end--;
    return name.substring(start, end);
  }
}
