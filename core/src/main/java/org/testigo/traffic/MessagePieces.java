package org.testigo.traffic;

import java.util.Arrays;
import java.util.BitSet;

/// Puts a byte string together from pieces in any order.
final class MessagePieces {
  private final int mostBytes;
  private byte[] bytes = new byte[0];
  private final BitSet isThere = new BitSet();

  MessagePieces(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /// Takes a piece; what lies beyond the limit is left out.
  void add(long at, byte[] from, int offset, int length) {
    if (at < 0 || at >= mostBytes || length <= 0) return;
    int start = (int) at;
    int end = (int) Math.min(at + length, mostBytes);
    if (end > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
    for (int i = isThere.nextClearBit(start); i < end; i = isThere.nextClearBit(i + 1))
      bytes[i] = from[offset + i - start];
    isThere.set(start, end);
  }

  byte[] bytes() {
    return bytes;
  }

  /// How many bytes there are from the beginning without a hole.
  int size() {
    return isThere.nextClearBit(0);
  }
}
