package org.testigo.formats.sqlite;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The running checksum of a write-ahead log: two sums over pairs of words, each of which feeds the
/// other.
final class FrameChecksum {
  private static final VarHandle LITTLE_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final boolean bigEndian;
  private int first;
  private int second;

  /// @param bigEndian how the words are summed; the sums themselves are always stored big-endian
  FrameChecksum(boolean bigEndian) {
    this.bigEndian = bigEndian;
  }

  /// @param lengthBytes a multiple of 8
  void add(byte[] data, int from, int lengthBytes) {
    int sum1 = first;
    int sum2 = second;
    for (int i = from; i < from + lengthBytes; i += 8) {
      sum1 += word(data, i) + sum2;
      sum2 += word(data, i + 4) + sum1;
    }
    first = sum1;
    second = sum2;
  }

  private int word(byte[] data, int at) {
    return bigEndian ? BigEndian.signedInt(data, at) : (int) LITTLE_ENDIAN.get(data, at);
  }

  boolean equalsAt(byte[] data, int at) {
    return BigEndian.signedInt(data, at) == first && BigEndian.signedInt(data, at + 4) == second;
  }
}
