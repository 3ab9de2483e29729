package org.testigo.networks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.testigo.model.MalformedException;

/// Reads the parts of a [PackedTable]; every length is compared with the bytes that are left.
final class Unpacker {
  private final byte[] bytes;
  private final int end;
  private int at;

  Unpacker(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private Unpacker(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  int offsetBytes() {
    return at;
  }

  int left() {
    return end - at;
  }

  private void need(int count) {
    if (count < 0 || count > left())
      throw new MalformedException(at, "length %d, at most %d are left".formatted(count, left()));
  }

  int u8() {
    if (at == end) need(1);
    return bytes[at++] & 0xff;
  }

  int u16() {
    return u8() << 8 | u8();
  }

  int u32() {
    return u16() << 16 | u16();
  }

  /// A count of things of at least so many bytes each.
  int count(int leastBytes) {
    int count = u32();
    if (count < 0 || count > left() / leastBytes)
      throw new MalformedException(
          at - 4, "%d entries, %d bytes are left".formatted(count, left()));
    return count;
  }

  byte[] raw(int count) {
    need(count);
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }

  /// All that is left.
  byte[] rest() {
    return raw(left());
  }

  Unpacker block() {
    int length = u32();
    need(length);
    at += length;
    return new Unpacker(bytes, at - length, at);
  }

  String text() {
    return new String(raw(u16()), StandardCharsets.UTF_8);
  }

  long varint() {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) return value;
    }
    throw new MalformedException(at, "number of more than 63 bits");
  }

  static long number(Unpacker exponents, Unpacker rests) {
    int exponent = exponents.u8();
    long rest = rests.varint();
    if (exponent < Packer.ZERO) return (rest << 1 | 1) << exponent;
    if (exponent == Packer.ZERO && rest == 0) return 0;
    throw new MalformedException(exponents.at - 1, "power of two " + exponent + ", at most 64");
  }
}
