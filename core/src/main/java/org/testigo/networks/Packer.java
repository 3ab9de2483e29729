package org.testigo.networks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes the parts of a [PackedTable]; numbers are big-endian.
final class Packer {
  /// The exponent of the number 0.
  static final int ZERO = 64;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  byte[] bytes() {
    return out.toByteArray();
  }

  Packer u8(int value) {
    out.write(value);
    return this;
  }

  Packer u16(int value) {
    return u8(value >>> 8).u8(value);
  }

  Packer u32(int value) {
    return u16(value >>> 16).u16(value);
  }

  Packer raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /// Bytes behind their length in 4 bytes.
  Packer block(byte[] bytes) {
    return u32(bytes.length).raw(bytes);
  }

  Packer block(Packer part) {
    return block(part.bytes());
  }

  /// UTF-8 behind its length in 2 bytes.
  Packer text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0xffff) throw new IllegalArgumentException("text of " + bytes.length);
    return u16(bytes.length).raw(bytes);
  }

  /// Seven bits to a byte, the least significant first, the eighth set where another byte follows.
  Packer varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      u8((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    return u8((int) rest);
  }

  /// An unsigned number as the power of two in it and the odd rest: sizes of networks are round in
  /// binary, so the rest is mostly 0.
  static void number(long value, Packer exponents, Packer rests) {
    int exponent = Long.numberOfTrailingZeros(value);
    exponents.u8(exponent);
    rests.varint(value == 0 ? 0 : value >>> exponent >>> 1);
  }
}
