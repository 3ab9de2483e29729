package org.testigo.formats.parquet;

import org.testigo.model.MalformedException;

/// Small numbers in the RLE/bit-packing hybrid: runs, each with a varint whose lowest bit tells the
/// kind. 0: the other bits count how often the value that follows repeats, in as many bytes as its
/// bits need. 1: the other bits count groups of eight packed numbers.
final class RunReader {
  private static final int MAX_WIDTH = 32;

  private final PageBytes bytes;
  private final int width;
  private long left;
  private boolean isPacked;
  private int repeated;
  private long bit;

  /// @param width in bits
  RunReader(PageBytes bytes, int width) {
    if (width > MAX_WIDTH)
      throw bytes.damaged("numbers of %d bits, expected at most 32".formatted(width));
    this.bytes = bytes;
    this.width = width;
  }

  /// The number of bits that levels up to a highest one take.
  static int widthOf(int highest) {
    return 32 - Integer.numberOfLeadingZeros(highest);
  }

  int next() {
    while (left == 0) run();
    left--;
    if (!isPacked) return repeated;
    int number = (int) bytes.bits(bit, width);
    bit += width;
    return number;
  }

  /// A level.
  int upTo(int highest) {
    int level = next();
    if (level < 0 || level > highest)
      throw bytes.damaged("a level of %d, expected at most %d".formatted(level, highest));
    return level;
  }

  private void run() {
    long head = bytes.varint();
    long count = head >>> 1;
    isPacked = (head & 1) == 1;
    if (isPacked) pack(count);
    else repeat(count);
  }

  private void repeat(long count) {
    if (count > Limits.PAGE_VALUES) throw tooMany(count);
    left = count;
    repeated = 0;
    for (int shift = 0; shift < width; shift += 8) repeated |= bytes.number8() << shift;
  }

  private void pack(long groups) {
    if (groups > Limits.PAGE_VALUES / 8) throw tooMany(groups);
    left = groups * 8;
    bit = 8L * bytes.at;
    long length = groups * width;
    bytes.need(length, "packed numbers");
    bytes.at += (int) length;
  }

  private MalformedException tooMany(long count) {
    return bytes.damaged(
        "a run of %d, expected at most %d numbers".formatted(count, Limits.PAGE_VALUES));
  }
}
