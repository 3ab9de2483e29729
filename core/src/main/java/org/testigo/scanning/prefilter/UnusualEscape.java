package org.testigo.scanning.prefilter;

import java.util.ArrayList;

/// An escape by four hexadecimal digits of a character that encoders of JSON write as it is. Legal,
/// and hardly ever met; a literal that is spelled with one is found by it, so that literals are
/// searched for in their ordinary spelling alone.
record UnusualEscape() implements Pattern {
  private static final String DIGITS = "0123456789abcdefABCDEF";
  private static final String START = "\\u00";

  @Override
  public int length() {
    return START.length() + 2;
  }

  /// Whether encoders write a character as it is: printable ASCII but for what is escaped so that
  /// it does no harm in HTML, in addresses or in JSON itself.
  static boolean isPlain(int character) {
    return character >= 0x20 && character < 0x7f && "\"&'+/<=>\\`".indexOf(character) < 0;
  }

  @Override
  public int[] blocks(int offset) {
    var values = new ArrayList<Integer>();
    for (int i = 0; i < DIGITS.length(); i++) {
      for (int j = 0; j < DIGITS.length(); j++) {
        char first = DIGITS.charAt(i);
        char second = DIGITS.charAt(j);
        int character = Character.digit(first, 16) * 16 + Character.digit(second, 16);
        if (isPlain(character)) values.add(blockOf(START + first + second, offset));
      }
    }
    return values.stream().mapToInt(Integer::intValue).distinct().toArray();
  }

  private static int blockOf(String text, int offset) {
    return BlockPrefilter.block(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII), offset);
  }

  /// A backslash that is itself escaped begins no escape.
  @Override
  public boolean standsAt(byte[] bytes, int at, int from) {
    for (int i = 0; i < START.length(); i++) if (bytes[at + i] != START.charAt(i)) return false;
    int first = Character.digit(bytes[at + 4], 16);
    int second = Character.digit(bytes[at + 5], 16);
    if (first < 0 || second < 0 || !isPlain(first * 16 + second)) return false;
    int backslashes = 1;
    while (at - backslashes >= from && bytes[at - backslashes] == '\\') backslashes++;
    return backslashes % 2 == 1;
  }
}
