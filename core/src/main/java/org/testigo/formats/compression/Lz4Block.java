package org.testigo.formats.compression;

/// One compressed block of LZ4: sequences of a token (how many literals, how long the match),
/// literals, the match's distance (2, little-endian); lengths of 15 or more go on in further bytes.
/// The last sequence has literals only.
final class Lz4Block {
  private static final int LONGER = 15;
  private static final int MIN_MATCH = 4;

  private final byte[] in;
  private final int inEnd;
  private final byte[] out;
  private final int historyStart;
  private final int outLimit;
  private int at;
  private int filled;

  /// Damage at an index of the packed bytes.
  static final class DamagedBlock extends Exception {
    private static final long serialVersionUID = 1L;
    private final int index;

    DamagedBlock(int index, String detail) {
      super(detail);
      this.index = index;
    }

    int index() {
      return index;
    }

    String detail() {
      return String.valueOf(getMessage());
    }
  }

  Lz4Block(
      byte[] in, int from, int length, byte[] out, int historyStart, int filled, int maxBytes) {
    this.in = in;
    this.at = from;
    this.inEnd = from + length;
    this.out = out;
    this.historyStart = historyStart;
    this.filled = filled;
    this.outLimit = filled + maxBytes;
  }

  /// Up to where the memory holds what was unpacked, also after damage.
  int filled() {
    return filled;
  }

  void unpack() throws DamagedBlock {
    while (true) {
      int token = next();
      int literals = token >>> 4;
      if (literals == LONGER) literals += more();
      literals(literals);
      if (at == inEnd) return;
      match(token & LONGER);
    }
  }

  private int next() throws DamagedBlock {
    if (at >= inEnd) throw new DamagedBlock(at, "the LZ4 block ends within a sequence");
    return in[at++] & 0xff;
  }

  /// The bytes of a length that goes on; no sum exceeds 255 times the size of the block.
  private int more() throws DamagedBlock {
    int sum = 0;
    int one;
    do {
      one = next();
      sum += one;
    } while (one == 255);
    return sum;
  }

  private void literals(int count) throws DamagedBlock {
    int there = Math.min(count, inEnd - at);
    checkRoom(there);
    Copies.literals(in, at, out, filled, there);
    at += there;
    filled += there;
    if (there < count) {
      throw new DamagedBlock(
          at, "the LZ4 block ends %d bytes before its literals do".formatted(count - there));
    }
  }

  private void match(int shortLength) throws DamagedBlock {
    int start = at;
    int distance = next() | next() << 8;
    int length = shortLength == LONGER ? LONGER + more() : shortLength;
    length += MIN_MATCH;
    if (distance == 0 || distance > filled - historyStart) {
      throw new DamagedBlock(
          start,
          "an LZ4 match %d bytes back, expected 1 to %d"
              .formatted(distance, filled - historyStart));
    }
    checkRoom(length);
    Copies.match(out, filled, distance, length);
    filled += length;
  }

  private void checkRoom(int count) throws DamagedBlock {
    if (count <= outLimit - filled) return;
    throw new DamagedBlock(
        at, "the LZ4 block holds at least %d bytes too many".formatted(count - outLimit + filled));
  }
}
