package org.testigo.formats.x509;

import java.math.BigInteger;
import java.util.HexFormat;

/// Object identifiers as text with dots.
final class Oid {
  private static final int MAX_BYTES = 128;

  private Oid() {}

  /// What is no identifier is given as `#` and its bytes in hex, so that it can still be compared.
  static String text(byte[] bytes, int from, int to) {
    boolean isOne = from < to && to - from <= MAX_BYTES && bytes[to - 1] >= 0;
    if (!isOne) return "#" + HexFormat.of().formatHex(bytes, from, to);
    var text = new StringBuilder(24);
    long number = 0;
    int first = from;
    for (int i = from; i < to; i++) {
      number = number << 7 | bytes[i] & 0x7f;
      if (bytes[i] < 0) continue;
      // Nine groups of seven bits fit into a long.
      if (i - first >= 9) append(text, large(bytes, first, i));
      else append(text, number);
      number = 0;
      first = i + 1;
    }
    return text.toString();
  }

  static boolean isOne(String text) {
    return !text.startsWith("#");
  }

  /// The first number holds two: 40 times the first, which is at most 2, and the second.
  private static void append(StringBuilder text, long number) {
    if (!text.isEmpty()) {
      text.append('.').append(number);
      return;
    }
    long top = Math.min(number / 40, 2);
    text.append(top).append('.').append(number - 40 * top);
  }

  private static void append(StringBuilder text, BigInteger number) {
    if (text.isEmpty()) text.append("2.").append(number.subtract(BigInteger.valueOf(80)));
    else text.append('.').append(number);
  }

  private static BigInteger large(byte[] bytes, int from, int last) {
    var number = BigInteger.ZERO;
    for (int i = from; i <= last; i++)
      number = number.shiftLeft(7).or(BigInteger.valueOf(bytes[i] & 0x7f));
    return number;
  }
}
