package org.testigo.formats.parquet;

/// Numbers as differences: the size of a block and the number of its parts (varints), the count of
/// all numbers, the first (zigzag). Then blocks: the least difference (zigzag), a byte for the bits
/// of each part, and the parts, packed; what a difference is above the least.
final class DeltaNumbers {
  private static final int MAX_BLOCK = 1 << 16;

  private final PageBytes bytes;
  private final int partCount;
  private final int partSize;
  private final long count;
  private long left;
  private long last;
  private long least;
  private int part;
  private int[] widths;
  private int leftInPart;
  private int width;
  private long bit;

  /// @param atMost how many numbers the page can need
  DeltaNumbers(PageBytes bytes, int atMost) {
    this.bytes = bytes;
    long blockSize = bytes.varint();
    long parts = bytes.varint();
    boolean isSane =
        blockSize > 0
            && blockSize <= MAX_BLOCK
            && parts > 0
            && parts <= blockSize
            && blockSize % parts == 0
            && blockSize / parts % 8 == 0;
    if (!isSane)
      throw bytes.damaged("a block of %d numbers in %d parts".formatted(blockSize, parts));
    partCount = (int) parts;
    partSize = (int) (blockSize / parts);
    count = bytes.varint();
    if (count < 0 || count > atMost)
      throw bytes.damaged("%d numbers, expected at most %d".formatted(count, atMost));
    left = count;
    last = bytes.zigzag();
    part = partCount;
    widths = new int[partCount];
  }

  long count() {
    return count;
  }

  long next() {
    if (left == 0) throw bytes.damaged("no more numbers than " + count);
    if (left < count) last += difference();
    left--;
    return last;
  }

  /// Sums up all numbers, which must not be negative, and stays behind their last byte.
  long sum() {
    long sum = 0;
    while (left > 0) {
      long number = next();
      if (number < 0 || number > Limits.VALUE_BYTES)
        throw bytes.damaged(
            "a length of %d, expected at most %d".formatted(number, Limits.VALUE_BYTES));
      sum += number;
    }
    return sum;
  }

  private long difference() {
    if (leftInPart == 0) beginPart();
    leftInPart--;
    long difference = least + bytes.bits(bit, width);
    bit += width;
    return difference;
  }

  private void beginPart() {
    if (part == partCount) beginBlock();
    width = widths[part++];
    leftInPart = partSize;
    bit = 8L * bytes.at;
    int length = partSize / 8 * width;
    bytes.need(length, "packed numbers");
    bytes.at += length;
  }

  private void beginBlock() {
    part = 0;
    least = bytes.zigzag();
    for (int i = 0; i < partCount; i++) {
      widths[i] = bytes.number8();
      // The widths of parts behind the last number may be anything.
      if (widths[i] > 64 && left > (long) i * partSize)
        throw bytes.damaged("numbers of %d bits, expected at most 64".formatted(widths[i]));
    }
  }
}
