package org.testigo.formats.compression;

import java.util.Arrays;

/// The description of a Huffman table: a first byte below 128 is the size of weights that are
/// packed by a table of their own; else it is 127 more than their number, and each has four bits.
/// (RFC 8878, 4.2.1.)
///
/// @param end the index behind the description
@SuppressWarnings("ArrayRecordComponent") // on the innermost path, and nobody keeps it
record ZstdWeights(int[] values, int end) {
  private static final int PLAIN = 128;
  private static final int MAX_COUNT = 255;
  private static final String WHAT = "the weights of the Huffman table";

  static ZstdWeights read(ZstdInput packed, int from, int end) {
    if (from >= end) throw packed.damaged(from, "no room for " + WHAT);
    int first = packed.bytes()[from] & 0xff;
    int size = first < PLAIN ? first : (first - PLAIN + 2) / 2;
    if (size > end - from - 1) {
      throw packed.damaged(
          from, "%s take %d bytes, %d are left".formatted(WHAT, size, end - from - 1));
    }
    int behind = from + 1 + size;
    int[] values =
        first < PLAIN
            ? packedWeights(packed, from + 1, behind)
            : plain(packed, from + 1, first - PLAIN + 1);
    return new ZstdWeights(values, behind);
  }

  private static int[] plain(ZstdInput packed, int from, int count) {
    var weights = new int[count];
    for (int i = 0; i < count; i++) {
      int pair = packed.bytes()[from + i / 2] & 0xff;
      weights[i] = i % 2 == 0 ? pair >>> 4 : pair & 0x0f;
    }
    return weights;
  }

  /// Two states take turns until the bits are used up; then each gives its last symbol.
  private static int[] packedWeights(ZstdInput packed, int from, int end) {
    var codes = ZstdCodes.WEIGHTS;
    var described = ZstdFse.read(packed, from, end, codes.maxLog, codes);
    var bits = new ZstdBits(packed, described.end(), end);
    long[] entries = described.table().entries;
    int log = described.table().log;
    long one = entries[bits.take(log)];
    long two = entries[bits.take(log)];
    bits.checkNotBeyond();
    var weights = new int[MAX_COUNT];
    int count = 0;
    while (true) {
      // The two below and the one that is implied must fit.
      if (count > MAX_COUNT - 2) throw packed.damaged(from, "more than 255 Huffman weights");
      weights[count++] = (int) ZstdFse.value(one);
      if (bits.left() < ZstdFse.stateBits(one)) break;
      one = entries[(int) ZstdFse.nextState(one) + bits.take(ZstdFse.stateBits(one))];
      long other = one;
      one = two;
      two = other;
    }
    weights[count++] = (int) ZstdFse.value(two);
    return Arrays.copyOf(weights, count);
  }
}
