package org.testigo.formats.sqlite;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The numbers of the format: all big-endian.
final class BigEndian {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private BigEndian() {}

  static int unsignedShort(byte[] data, int at) {
    return (short) SHORT.get(data, at) & 0xffff;
  }

  static int signedInt(byte[] data, int at) {
    return (int) INT.get(data, at);
  }

  static long unsignedInt(byte[] data, int at) {
    return (int) INT.get(data, at) & 0xffff_ffffL;
  }

  static long signedLong(byte[] data, int at) {
    return (long) LONG.get(data, at);
  }

  /// A two's-complement integer of 1 to 8 bytes.
  static long signed(byte[] data, int at, int lengthBytes) {
    long value = data[at];
    for (int i = 1; i < lengthBytes; i++) value = (value << 8) | (data[at + i] & 0xff);
    return value;
  }
}
