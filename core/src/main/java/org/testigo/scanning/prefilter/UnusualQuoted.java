package org.testigo.scanning.prefilter;

import java.util.ArrayList;

/// A letter or digit that is written as `=41` in quoted-printable text, where it need not be. The
/// byte behind it is any.
record UnusualQuoted() implements Pattern {
  private static final String DIGITS = "0123456789abcdefABCDEF";

  static boolean isPlain(int character) {
    return character < 0x80 && Character.isLetterOrDigit(character);
  }

  @Override
  public int length() {
    return BlockPrefilter.BLOCK_BYTES;
  }

  @Override
  public int[] blocks(int offset) {
    var values = new ArrayList<Integer>();
    for (int i = 0; i < DIGITS.length(); i++) {
      for (int j = 0; j < DIGITS.length(); j++) {
        char first = DIGITS.charAt(i);
        char second = DIGITS.charAt(j);
        if (!isPlain(Character.digit(first, 16) * 16 + Character.digit(second, 16))) continue;
        byte[] block = {'=', (byte) first, (byte) second, 0};
        for (int last = 0; last < 256; last++) {
          block[3] = (byte) last;
          values.add(BlockPrefilter.block(block, 0));
        }
      }
    }
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public boolean standsAt(byte[] bytes, int at, int from) {
    int first = Character.digit(bytes[at + 1], 16);
    int second = Character.digit(bytes[at + 2], 16);
    return bytes[at] == '=' && first >= 0 && second >= 0 && isPlain(first * 16 + second);
  }
}
