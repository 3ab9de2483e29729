package org.testigo.formats.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The window through which a capture is read: holds at least the bytes that were asked for, in one
/// piece.
final class CaptureBuffer {
  private static final int FIRST_SIZE = 1 << 20;

  private final InputStream in;
  private byte[] bytes = new byte[FIRST_SIZE];
  private int position;
  private int end;
  private long offsetOfBytes;
  private boolean bigEndian;

  CaptureBuffer(InputStream in) {
    this.in = in;
  }

  void setBigEndian(boolean isBigEndian) {
    bigEndian = isBigEndian;
  }

  byte[] bytes() {
    return bytes;
  }

  /// Index in [#bytes()] of the next byte.
  int position() {
    return position;
  }

  /// From the start of the capture, of the next byte.
  long offsetBytes() {
    return offsetOfBytes + position;
  }

  /// Bytes that are at hand.
  int available() {
    return end - position;
  }

  /// Makes so many bytes available; fewer only where the capture ends.
  ///
  /// @return whether they are
  boolean fill(int count) throws IOException {
    if (available() >= count) return true;
    if (position + count > bytes.length) makeRoom(count);
    while (available() < count) {
      int got = in.read(bytes, end, bytes.length - end);
      if (got < 0) return false;
      end += got;
    }
    return true;
  }

  private void makeRoom(int count) {
    byte[] target = count > bytes.length ? new byte[Integer.highestOneBit(count) << 1] : bytes;
    int kept = available();
    System.arraycopy(bytes, position, target, 0, kept);
    offsetOfBytes += position;
    bytes = target;
    position = 0;
    end = kept;
  }

  void skip(int count) {
    position += count;
  }

  /// Goes past bytes that need not be at hand.
  ///
  /// @return whether the capture has them
  boolean pass(long count) throws IOException {
    long left = count;
    while (left > available()) {
      left -= available();
      position = end;
      if (!fill(1)) return false;
    }
    position += (int) left;
    return true;
  }

  /// 16 bits, unsigned, at a distance from the next byte.
  int u16(int distance) {
    int at = position + distance;
    int first = bytes[at] & 255;
    int second = bytes[at + 1] & 255;
    return bigEndian ? first << 8 | second : second << 8 | first;
  }

  /// 32 bits as they are.
  int i32(int distance) {
    int at = position + distance;
    int value =
        (bytes[at] & 255) << 24
            | (bytes[at + 1] & 255) << 16
            | (bytes[at + 2] & 255) << 8
            | bytes[at + 3] & 255;
    return bigEndian ? value : Integer.reverseBytes(value);
  }

  /// 32 bits, unsigned.
  long u32(int distance) {
    return i32(distance) & 0xffff_ffffL;
  }

  /// 64 bits as they are.
  long i64(int distance) {
    long first = u32(distance);
    long second = u32(distance + 4);
    return bigEndian ? first << 32 | second : second << 32 | first;
  }

  byte[] copy(int distance, int length) {
    return Arrays.copyOfRange(bytes, position + distance, position + distance + length);
  }
}
