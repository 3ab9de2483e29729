package org.testigo.formats.compression;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.testigo.model.MalformedException;

/// What compressed bytes hold. Read with arrays of 64 KB or more: they are filled without a second
/// copy where the format allows it.
///
/// Damage is told by a [MalformedException] whose offset counts compressed bytes, after all bytes
/// that came before it were given; every later read throws it again. A failing medium is told by an
/// [IOException]. Not safe for several threads.
public abstract class DecompressedStream extends InputStream {
  final PackedInput input;
  private @Nullable MalformedException fault;
  private boolean isAtEnd;

  DecompressedStream(PackedInput input) {
    this.input = input;
  }

  /// Gives at least one byte, or none when it had to work without a result, or -1 at the end.
  ///
  /// Throws [MalformedException] only when no byte was given.
  abstract int unpack(byte[] into, int from, int length) throws IOException;

  /// How many compressed bytes were used so far.
  public long compressedBytes() {
    return input.offset();
  }

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public final int read(byte[] into, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, into.length);
    if (length == 0) return 0;
    if (isAtEnd) return -1;
    if (fault != null) throw new MalformedException(fault.offsetBytes(), fault.detail());
    try {
      int count;
      do {
        count = unpack(into, from, length);
      } while (count == 0);
      isAtEnd = count < 0;
      return count;
    } catch (MalformedException e) {
      fault = e;
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
