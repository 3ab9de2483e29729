package org.testigo.formats.archives;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.MalformedException;

/// Reads little-endian numbers and bytes onwards through a part of a source.
final class ForwardReader {
  private static final int BUFFER_BYTES = 1 << 16;

  private final ByteSource source;
  private final long end;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN).limit(0);
  private long bufferEnd;

  /// @param end the offset where the part ends
  ForwardReader(ByteSource source, long start, long end) {
    this.source = source;
    this.end = end;
    this.bufferEnd = start;
  }

  /// From the start of the source.
  long offsetBytes() {
    return bufferEnd - buffer.remaining();
  }

  boolean isAtEnd() {
    return offsetBytes() >= end;
  }

  int number16() {
    return need(2).getShort() & 0xffff;
  }

  long number32() {
    return need(4).getInt() & 0xffff_ffffL;
  }

  /// @throws MalformedException when it has more than 63 bits
  long number64() {
    long number = need(8).getLong();
    if (number < 0) {
      throw new MalformedException(
          offsetBytes() - 8,
          "%s, expected less than 2^63".formatted(Long.toUnsignedString(number)));
    }
    return number;
  }

  /// @param length at most 65,535, as every length field of a zip has 16 bits
  byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    need(length).get(bytes);
    return bytes;
  }

  void skip(int length) {
    need(length);
    buffer.position(buffer.position() + length);
  }

  private ByteBuffer need(int length) {
    if (length > end - offsetBytes()) {
      throw new MalformedException(
          offsetBytes(), "%d bytes wanted, the part ends at %d".formatted(length, end));
    }
    if (buffer.remaining() < length) refill();
    return buffer;
  }

  private void refill() {
    buffer.compact();
    int count = (int) Math.min(buffer.remaining(), end - bufferEnd);
    source.read(bufferEnd, buffer.array(), buffer.position(), count);
    bufferEnd += count;
    buffer.position(buffer.position() + count).flip();
  }
}
