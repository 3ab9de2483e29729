package org.testigo.formats.netflow;

import org.testigo.model.IpAddress;
import org.testigo.model.MalformedException;

/// A part of the bytes with a place in it. Offsets are those of the file.
final class Bytes {
  private final byte[] all;
  private final int end;
  private int at;

  Bytes(byte[] all, int from, int end) {
    this.all = all;
    this.end = end;
    this.at = from;
  }

  int offset() {
    return at;
  }

  int left() {
    return end - at;
  }

  /// The next so many bytes, which are then behind.
  ///
  /// @throws MalformedException where fewer are left
  Bytes part(int length, String what) {
    if (length < 0 || length > left()) {
      throw new MalformedException(
          at, "%s of %d bytes, %d bytes are left".formatted(what, length, left()));
    }
    var part = new Bytes(all, at, at + length);
    at += length;
    return part;
  }

  /// A number of one to eight bytes.
  long number(int length, String what) {
    var part = part(length, what);
    return part.peek(0, length);
  }

  int u8(String what) {
    return (int) number(1, what);
  }

  int u16(String what) {
    return (int) number(2, what);
  }

  long u32(String what) {
    return number(4, what);
  }

  /// A number further on, without moving; the caller knows that it is there.
  long peek(int ahead, int length) {
    long value = 0;
    for (int i = 0; i < length; i++) value = value << 8 | all[at + ahead + i] & 0xff;
    return value;
  }

  /// Whether all that is left is zero.
  boolean isZero() {
    for (int i = at; i < end; i++) if (all[i] != 0) return false;
    return true;
  }

  IpAddress v4() {
    return new IpAddress(false, 0, u32("address"));
  }

  IpAddress v6() {
    return new IpAddress(true, number(8, "address"), number(8, "address"));
  }
}
