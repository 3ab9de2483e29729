package org.testigo.formats.compression;

import org.testigo.model.MalformedException;

/// One block of Snappy: the size of what it holds (a varint), then elements, each with a tag whose
/// two low bits tell what it is: 0 literals, whose count less one stands in the six high bits, or,
/// from 60 on, in 1 to 4 bytes behind; 1 a copy of 4 to 11 bytes up to 2047 back; 2 and 3 a copy of
/// 1 to 64 bytes with a distance of 2 or 4 bytes, little-endian.
///
/// Known from: <https://github.com/google/snappy/blob/main/format_description.txt>.
final class SnappyBlock {
  private static final int LITERALS = 0;
  private static final int NEAR = 1;
  private static final int MIDDLE = 2;
  private static final int LONG_LITERALS = 60;

  private final byte[] in;
  private final int from;
  private final int inEnd;
  private int at;
  private byte[] out = {};
  private int filled;
  private int size;

  SnappyBlock(byte[] in, int from, int length) {
    this.in = in;
    this.from = from;
    this.inEnd = from + length;
    this.at = from;
  }

  byte[] unpack(int unpackedBytes) {
    size();
    if (size != unpackedBytes)
      throw damaged("the Snappy block holds %d bytes, expected %d".formatted(size, unpackedBytes));
    out = new byte[size + Copies.SLACK_BYTES];
    while (at < inEnd) element(next());
    if (filled != size)
      throw damaged("the Snappy block ends after %d bytes of %d".formatted(filled, size));
    return out;
  }

  private void size() {
    long sum = 0;
    int shift = 0;
    int one;
    do {
      one = next();
      sum |= (long) (one & 0x7f) << shift;
      shift += 7;
    } while (one > 0x7f && shift < 35);
    if (one > 0x7f || sum > Integer.MAX_VALUE - Copies.SLACK_BYTES)
      throw damaged("the size of a Snappy block is %d, expected less than 2 GB".formatted(sum));
    size = (int) sum;
  }

  private void element(int tag) {
    int high = tag >>> 2;
    switch (tag & 3) {
      case LITERALS -> literals(high < LONG_LITERALS ? high : number(high - LONG_LITERALS + 1));
      case NEAR -> copy((high >>> 3) << 8 | next(), (high & 7) + 4);
      case MIDDLE -> copy(number(2), high + 1);
      default -> copy(number(4), high + 1);
    }
  }

  private void literals(long less1) {
    long count = less1 + 1;
    if (count > inEnd - at)
      throw damaged("%d literals, the Snappy block ends after %d".formatted(count, inEnd - at));
    checkRoom(count);
    Copies.literals(in, at, out, filled, (int) count);
    at += (int) count;
    filled += (int) count;
  }

  private void copy(long distance, int count) {
    if (distance == 0 || distance > filled)
      throw damaged("a Snappy copy %d bytes back, expected 1 to %d".formatted(distance, filled));
    checkRoom(count);
    Copies.match(out, filled, (int) distance, count);
    filled += count;
  }

  private void checkRoom(long count) {
    if (count <= size - filled) return;
    throw damaged("the Snappy block holds %d bytes too many".formatted(count - size + filled));
  }

  /// Little-endian, unsigned.
  private long number(int bytes) {
    long number = 0;
    for (int i = 0; i < bytes; i++) number |= (long) next() << 8 * i;
    return number;
  }

  private int next() {
    if (at >= inEnd) throw damaged("the Snappy block ends within an element");
    return in[at++] & 0xff;
  }

  private MalformedException damaged(String detail) {
    return new MalformedException(at - from, detail);
  }
}
