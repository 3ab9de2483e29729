package org.testigo.samples.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes in the making.
public final class Bytes {
  private byte[] bytes;
  private int length;

  public Bytes() {
    this(64);
  }

  public Bytes(int expectedBytes) {
    bytes = new byte[expectedBytes];
  }

  public int length() {
    return length;
  }

  public Bytes u8(int value) {
    room(1);
    bytes[length++] = (byte) value;
    return this;
  }

  public Bytes bytes(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
    return this;
  }

  public Bytes ascii(String text) {
    return bytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  /// The low bytes of a number, the highest of them first.
  public Bytes bigEndian(long value, int count) {
    for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) u8((int) (value >> shift));
    return this;
  }

  /// The low bytes of a number, the lowest first.
  public Bytes littleEndian(long value, int count) {
    for (int shift = 0; shift < 8 * count; shift += 8) u8((int) (value >> shift));
    return this;
  }

  /// A number as SQLite's variable-length integer: seven bits per byte, highest first; the ninth
  /// byte holds eight.
  public Bytes varint(long value) {
    if (value >>> 56 != 0) {
      for (int shift = 57; shift >= 8; shift -= 7) u8(((int) (value >>> shift) & 0x7f) | 0x80);
      return u8((int) value);
    }
    for (int shift = 49; shift > 0; shift -= 7)
      if (value >>> shift != 0) u8(((int) (value >>> shift) & 0x7f) | 0x80);
    return u8((int) value & 0x7f);
  }

  public byte[] toArray() {
    return Arrays.copyOf(bytes, length);
  }

  private void room(int more) {
    if (length + more > bytes.length)
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
  }
}
