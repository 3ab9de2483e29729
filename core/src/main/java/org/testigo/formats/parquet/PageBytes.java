package org.testigo.formats.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.MalformedException;

/// Bytes of a page with a place in them; numbers are little-endian.
final class PageBytes {
  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  final byte[] array;
  final int end;
  int at;
  private final long pageOffset;

  /// @param pageOffset of the page in the file, for what is wrong with its bytes
  PageBytes(byte[] array, int from, int end, long pageOffset) {
    this.array = array;
    this.at = from;
    this.end = end;
    this.pageOffset = pageOffset;
  }

  PageBytes(ByteSource source, long offsetBytes, int length) {
    this(new byte[length], 0, length, offsetBytes);
    source.read(offsetBytes, array, 0, length);
  }

  /// The next bytes alone; this goes on behind them.
  PageBytes part(long length, String what) {
    need(length, what);
    var part = new PageBytes(array, at, at + (int) length, pageOffset);
    at += (int) length;
    return part;
  }

  /// The same bytes, to be read from here a second time.
  PageBytes again() {
    return new PageBytes(array, at, end, pageOffset);
  }

  void need(long count, String what) {
    if (count >= 0 && count <= end - at) return;
    throw damaged("%s of %d bytes, there are %d more".formatted(what, count, end - at));
  }

  int number8() {
    need(1, "a number");
    return array[at++] & 0xff;
  }

  int number32() {
    need(4, "a number");
    int number = (int) INT.get(array, at);
    at += 4;
    return number;
  }

  long number64() {
    need(8, "a number");
    long number = (long) LONG.get(array, at);
    at += 8;
    return number;
  }

  long varint() {
    long number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int one = number8();
      number |= (long) (one & 0x7f) << shift;
      if (one <= 0x7f) return number;
    }
    throw damaged("a number of more than 10 bytes");
  }

  long zigzag() {
    long met = varint();
    return met >>> 1 ^ -(met & 1);
  }

  byte[] copy(int length) {
    need(length, "a value");
    at += length;
    return Arrays.copyOfRange(array, at - length, at);
  }

  /// A number of so many bits (up to 64) from a bit on, the lowest bits of each byte first.
  long bits(long fromBit, int width) {
    if (width == 0) return 0;
    int first = (int) (fromBit >>> 3);
    int shift = (int) (fromBit & 7);
    long mask = -1L >>> 64 - width;
    if (shift + width <= 64 && first + 8 <= array.length)
      return (long) LONG.get(array, first) >>> shift & mask;
    long number = (array[first] & 0xffL) >>> shift;
    for (int have = 8 - shift, i = first + 1; have < width; have += 8, i++)
      number |= (array[i] & 0xffL) << have;
    return number & mask;
  }

  MalformedException damaged(String detail) {
    return new MalformedException(
        pageOffset, "the page that starts here, at byte %d of it: %s".formatted(at, detail));
  }
}
