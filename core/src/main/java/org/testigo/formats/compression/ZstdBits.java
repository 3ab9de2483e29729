package org.testigo.formats.compression;

/// Bits read from the end of a range back to its start. (RFC 8878, 4.1 and 4.2.)
final class ZstdBits {
  private final ZstdInput packed;
  final byte[] bytes;
  final int start;

  /// Where the eight bytes of the word begin; up to eight before the start.
  int at;

  /// The bits that are left of the word at its top, behind them a 1, behind it zeros.
  long word;

  /// @throws org.testigo.model.MalformedException when there is no mark where it begins
  ZstdBits(ZstdInput packed, int start, int end) {
    this.packed = packed;
    this.bytes = packed.bytes();
    this.start = start;
    int last = end > start ? bytes[end - 1] & 0xff : 0;
    if (last == 0) {
      throw packed.damaged(
          end, "a zstd bit stream of %d bytes without its final mark".formatted(end - start));
    }
    // The mark counts as used.
    load(end - 8, Integer.numberOfLeadingZeros(last) - 23);
  }

  private void load(int index, int used) {
    at = index;
    word = ((long) PackedInput.LONG.get(bytes, index) | 1) << used;
  }

  void moveTo(int index, long loaded) {
    at = index;
    word = loaded;
  }

  /// Passes over at most 56 bits.
  void use(int count) {
    long rest = word << count;
    int used = Long.numberOfTrailingZeros(rest);
    load(at - (used >>> 3), used & 7);
  }

  /// The next bits, at most 31.
  int take(int count) {
    int value = count == 0 ? 0 : (int) (word >>> 64 - count);
    use(count);
    return value;
  }

  /// How many bits are left; below 0 when more were used than there are.
  long left() {
    return 8L * (at - start) + 64 - Long.numberOfTrailingZeros(word);
  }

  void checkNotBeyond() {
    if (at < start && left() < 0)
      throw packed.damaged(start, "a zstd bit stream begins here, more bits are wanted");
  }

  void checkUsedUp() {
    if (left() != 0) {
      throw packed.damaged(
          start, "a zstd bit stream begins here, %d bits of it are not used".formatted(left()));
    }
  }
}
