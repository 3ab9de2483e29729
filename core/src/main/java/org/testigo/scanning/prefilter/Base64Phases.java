package org.testigo.scanning.prefilter;

import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/// The digits of base64 that a literal alone determines, wherever in a longer value it begins: four
/// digits hold three bytes, so there are three ways.
final class Base64Phases {
  private static final int BYTES_PER_GROUP = 3;
  private static final int BITS_PER_DIGIT = 6;

  private Base64Phases() {}

  static List<String> of(byte[] literal) {
    return IntStream.range(0, BYTES_PER_GROUP).mapToObj(before -> digits(literal, before)).toList();
  }

  /// @param before how many bytes stand before the literal in its first group
  private static String digits(byte[] literal, int before) {
    byte[] shifted = new byte[before + literal.length];
    System.arraycopy(literal, 0, shifted, before, literal.length);
    String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int first = Math.ceilDiv(before * Byte.SIZE, BITS_PER_DIGIT);
    int end = shifted.length * Byte.SIZE / BITS_PER_DIGIT;
    return all.substring(Math.min(first, end), end);
  }
}
