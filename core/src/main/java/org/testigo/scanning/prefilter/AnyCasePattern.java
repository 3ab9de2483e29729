package org.testigo.scanning.prefilter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.IntStream;

/// Letters of either case, digits and punctuation: hexadecimal digits, addresses, names.
///
/// @param lowerCase ASCII
@SuppressWarnings("ArrayRecordComponent") // on the innermost path, and nobody keeps it
record AnyCasePattern(byte[] lowerCase) implements Pattern {
  /// The bit that tells the cases of a letter apart.
  private static final int LOWER = 0x20;

  static AnyCasePattern of(String text) {
    return new AnyCasePattern(text.toLowerCase(Locale.ROOT).getBytes(US_ASCII));
  }

  static AnyCasePattern hex(byte[] bytes) {
    return of(HexFormat.of().formatHex(bytes));
  }

  @Override
  public int length() {
    return lowerCase.length;
  }

  @Override
  public int[] blocks(int offset) {
    return IntStream.range(0, 1 << BlockPrefilter.BLOCK_BYTES)
        .map(upper -> block(offset, upper))
        .distinct()
        .toArray();
  }

  /// @param upper which of the four letters are in upper case, one bit each
  private int block(int offset, int upper) {
    byte[] block = Arrays.copyOfRange(lowerCase, offset, offset + BlockPrefilter.BLOCK_BYTES);
    for (int i = 0; i < block.length; i++)
      if ((upper >> i & 1) == 1 && block[i] >= 'a' && block[i] <= 'z')
        block[i] = (byte) (block[i] - LOWER);
    return BlockPrefilter.block(block, 0);
  }

  @Override
  public boolean standsAt(byte[] text, int at, int from) {
    for (int i = 0; i < lowerCase.length; i++)
      if ((text[at + i] | LOWER) != (lowerCase[i] | LOWER)) return false;
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AnyCasePattern same && Arrays.equals(lowerCase, same.lowerCase);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(lowerCase);
  }
}
