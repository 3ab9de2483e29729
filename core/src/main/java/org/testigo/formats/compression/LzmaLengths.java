package org.testigo.formats.compression;

import java.util.Arrays;

/// The lengths of repetitions, less two: 0-7 and 8-15 by the position, 16-271 for all.
final class LzmaLengths {
  private static final int POSITIONS = 16;
  private static final int LOW = 8;

  private final short[] choices = new short[2];
  private final short[] low = new short[POSITIONS * LOW];
  private final short[] middle = new short[POSITIONS * LOW];
  private final short[] high = new short[256];

  void reset() {
    Arrays.fill(choices, LzmaRange.EVEN);
    Arrays.fill(low, LzmaRange.EVEN);
    Arrays.fill(middle, LzmaRange.EVEN);
    Arrays.fill(high, LzmaRange.EVEN);
  }

  int next(LzmaRange range, int position) {
    if (range.bit(choices, 0) == 0) return range.tree(low, position * LOW, 3);
    if (range.bit(choices, 1) == 0) return LOW + range.tree(middle, position * LOW, 3);
    return 2 * LOW + range.tree(high, 0, 8);
  }
}
