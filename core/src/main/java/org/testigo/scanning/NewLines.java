package org.testigo.scanning;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds line ends, eight bytes at a time.
final class NewLines {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LINE_ENDS = 0x0a0a_0a0a_0a0a_0a0aL;
  private static final long LOW_BITS = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private NewLines() {}

  /// The place of the first line end; `to` where there is none.
  static int next(byte[] bytes, int from, int to) {
    int at = from;
    for (; at <= to - 2 * Long.BYTES; at += 2 * Long.BYTES) {
      long first = zeroBytes((long) LONG.get(bytes, at) ^ LINE_ENDS);
      long second = zeroBytes((long) LONG.get(bytes, at + Long.BYTES) ^ LINE_ENDS);
      if ((first | second) == 0) continue;
      return first != 0 ? at + index(first) : at + Long.BYTES + index(second);
    }
    while (at < to && bytes[at] != '\n') at++;
    return at;
  }

  /// The place of the last line end; -1 where there is none.
  static int last(byte[] bytes, int from, int to) {
    int at = to - 1;
    while (at >= from && bytes[at] != '\n') at--;
    return at >= from ? at : -1;
  }

  /// The high bit of the lowest byte that is zero is set, and none below it.
  private static long zeroBytes(long word) {
    return word - LOW_BITS & ~word & HIGH_BITS;
  }

  private static int index(long marks) {
    return Long.numberOfTrailingZeros(marks) / Byte.SIZE;
  }
}
