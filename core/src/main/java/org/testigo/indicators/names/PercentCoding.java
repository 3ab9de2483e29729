package org.testigo.indicators.names;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The percent-encoding of addresses (RFC 3986 section 2.1).
public final class PercentCoding {
  private PercentCoding() {}

  /// Decodes every `%xx`, as UTF-8; what is no valid escape stays as it is.
  public static String decode(String text) {
    if (text.indexOf('%') < 0) return text;
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    var out = new byte[in.length];
    int length = 0;
    for (int i = 0; i < in.length; i++) {
      int value = escapeAt(in, i);
      out[length++] = value < 0 ? in[i] : (byte) value;
      if (value >= 0) i += 2;
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }

  /// Brings escapes into one form: those of letters, digits and `-._~` are decoded, the others get
  /// upper-case digits; characters beyond ASCII are escaped as UTF-8.
  public static String normalise(String text) {
    if (isPlain(text)) return text;
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    var out = new StringBuilder(in.length + 16);
    for (int i = 0; i < in.length; i++) {
      int escape = escapeAt(in, i);
      int value = escape < 0 ? in[i] & 0xff : escape;
      boolean keep = escape < 0 ? value > ' ' && value < 0x7f : isUnreserved(value);
      if (keep) out.append((char) value);
      else out.append('%').append(hex(value));
      if (escape >= 0) i += 2;
    }
    return out.toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' || c <= ' ' || c >= 0x7f) return false;
    }
    return true;
  }

  private static int escapeAt(byte[] text, int at) {
    if (text[at] != '%' || at + 2 >= text.length) return -1;
    int high = digit(text[at + 1]);
    int low = digit(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static int digit(byte c) {
    return c < 0 ? -1 : Character.digit(c, 16);
  }

  private static boolean isUnreserved(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  private static String hex(int value) {
    String digits = Integer.toHexString(value).toUpperCase(Locale.ROOT);
    return digits.length() < 2 ? "0" + digits : digits;
  }
}
