package org.testigo.formats.compression;

import java.util.Arrays;

/// Reads how many states each symbol of a table has: bits from the lowest on, as many for each as
/// what is left can need. (RFC 8878, 4.1.1.)
final class ZstdCounts {
  private final ZstdInput packed;
  private final int from;
  private final int end;
  private final int maxSymbols;
  private long bitAt;

  ZstdCounts(ZstdInput packed, int from, int end, int maxSymbols) {
    this.packed = packed;
    this.from = from;
    this.end = end;
    this.maxSymbols = maxSymbols;
  }

  /// The next bits, at most 16; zeros behind the end.
  private int peek(int count) {
    int index = from + (int) (bitAt >> 3);
    int there = end - index;
    if (there <= 0) return 0;
    // Behind the end of the bytes the window keeps a margin.
    long word = (long) PackedInput.LONG.get(packed.bytes(), index);
    if (there < Long.BYTES) word &= (1L << 8 * there) - 1;
    return (int) (word >>> (bitAt & 7)) & (1 << count) - 1;
  }

  int bits(int count) {
    int bits = peek(count);
    bitAt += count;
    return bits;
  }

  int endOfBytes() {
    return from + (int) ((bitAt + 7) >> 3);
  }

  int[] counts(int log) {
    var counts = new int[maxSymbols];
    int left = (1 << log) + 1;
    int symbol = 0;
    while (left > 1) {
      if (symbol >= maxSymbols) throw tooMany();
      int count = one(left);
      left -= Math.abs(count);
      counts[symbol++] = count;
      if (count == 0) symbol = skipZeros(symbol);
    }
    if (endOfBytes() > end)
      throw packed.damaged(end, "the description of a zstd table ends here, too early");
    return Arrays.copyOf(counts, symbol);
  }

  /// Values below `spared` fit into one bit less.
  private int one(int left) {
    int bits = 32 - Integer.numberOfLeadingZeros(left);
    int half = 1 << (bits - 1);
    int spared = 2 * half - 1 - left;
    int low = peek(bits - 1);
    if (low < spared) {
      bitAt += bits - 1;
      return low - 1;
    }
    int whole = bits(bits);
    return (whole >= half ? whole - spared : whole) - 1;
  }

  private int skipZeros(int from) {
    int symbol = from;
    int repeats;
    do {
      repeats = bits(2);
      symbol += repeats;
      if (symbol > maxSymbols) throw tooMany();
    } while (repeats == 3);
    return symbol;
  }

  private RuntimeException tooMany() {
    return packed.damaged(
        endOfBytes(), "a zstd table with more than the %d symbols there are".formatted(maxSymbols));
  }
}
