package org.testigo.formats.tls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.testigo.model.MalformedException;

/// A place in a handshake message that moves as it is read; numbers are in network byte order.
final class HelloReader {
  private final byte[] bytes;
  private final int end;
  private int at;

  HelloReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  int left() {
    return end - at;
  }

  private void need(int count, String what) {
    if (left() < count)
      throw new MalformedException(
          at, "%s needs %d bytes, %d are left".formatted(what, count, left()));
  }

  int u8(String what) {
    need(1, what);
    return bytes[at++] & 255;
  }

  int u16(String what) {
    need(2, what);
    return (bytes[at++] & 255) << 8 | bytes[at++] & 255;
  }

  void skip(int count, String what) {
    need(count, what);
    at += count;
  }

  byte[] bytes(int count, String what) {
    need(count, what);
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }

  /// The next so many bytes as a reader of their own.
  HelloReader part(int count, String what) {
    need(count, what);
    at += count;
    return new HelloReader(bytes, at - count, at);
  }

  /// Numbers of 16 bits up to the end.
  List<Integer> numbers(String what) {
    var numbers = new ArrayList<Integer>(left() / 2);
    while (left() >= 2) numbers.add(u16(what));
    return numbers;
  }
}
