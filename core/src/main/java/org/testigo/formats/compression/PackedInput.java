package org.testigo.formats.compression;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.testigo.model.MalformedException;

/// Compressed bytes with a window onto them: readers look at `bytes[position .. limit)`.
final class PackedInput implements Closeable {
  /// Before [#position] the window always keeps what was last used (at first nothing), so that bits
  /// can be given back and a reader of eight bytes that ends within a block needs no case of its
  /// own.
  static final int MARGIN_BYTES = 16;

  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int BUFFER_BYTES = 1 << 18;

  private final InputStream raw;
  byte[] bytes = new byte[MARGIN_BYTES + BUFFER_BYTES + MARGIN_BYTES];
  int position = MARGIN_BYTES;
  int limit = MARGIN_BYTES;
  private long firstOffset = -MARGIN_BYTES;

  PackedInput(InputStream raw) {
    this.raw = raw;
  }

  /// Of [#position], from the start of the compressed bytes.
  long offset() {
    return offsetOf(position);
  }

  long offsetOf(int index) {
    return firstOffset + index;
  }

  /// Whether there are so many bytes more; afterwards they lie in the window.
  boolean has(int count) throws IOException {
    if (limit - position >= count) return true;
    makeRoom(count);
    while (limit - position < count) {
      int more = raw.read(bytes, limit, bytes.length - MARGIN_BYTES - limit);
      if (more < 0) return false;
      limit += more;
    }
    return true;
  }

  private void makeRoom(int count) {
    int shift = position - MARGIN_BYTES;
    int left = limit - position;
    byte[] target = bytes;
    // Both margins stay: the one before the window, and one behind it for readers of eight bytes.
    if (count > bytes.length - 2 * MARGIN_BYTES) target = new byte[count + 2 * MARGIN_BYTES];
    System.arraycopy(bytes, shift, target, 0, MARGIN_BYTES + left);
    bytes = target;
    position = MARGIN_BYTES;
    limit = MARGIN_BYTES + left;
    firstOffset += shift;
  }

  /// Makes sure that so many bytes lie in the window.
  ///
  /// @param what names what they are, for the sentence about an early end
  /// @throws MalformedException when the bytes end before
  void need(int count, String what) throws IOException {
    if (has(count)) return;
    throw new MalformedException(
        offsetOf(limit),
        "the compressed bytes end here, within %s: %d bytes are missing"
            .formatted(what, count - (limit - position)));
  }

  /// The first bytes, without using them; fewer when there are no more.
  byte[] head(int count) throws IOException {
    return has(count)
        ? Arrays.copyOfRange(bytes, position, position + count)
        : Arrays.copyOfRange(bytes, position, limit);
  }

  int number8(String what) throws IOException {
    need(1, what);
    return bytes[position++] & 0xff;
  }

  /// Little-endian, unsigned.
  int number16(String what) throws IOException {
    need(2, what);
    int number = (bytes[position] & 0xff) | (bytes[position + 1] & 0xff) << 8;
    position += 2;
    return number;
  }

  /// Little-endian.
  int number32(String what) throws IOException {
    need(4, what);
    int number = (int) INT.get(bytes, position);
    position += 4;
    return number;
  }

  /// Little-endian.
  long number64(String what) throws IOException {
    need(8, what);
    long number = (long) LONG.get(bytes, position);
    position += 8;
    return number;
  }

  /// Passes over bytes of any number.
  void skip(long count, String what) throws IOException {
    for (long left = count; left > 0; ) {
      need(1, what);
      int step = (int) Math.min(left, limit - position);
      position += step;
      left -= step;
    }
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }
}
