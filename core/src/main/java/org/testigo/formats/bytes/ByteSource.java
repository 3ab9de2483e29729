package org.testigo.formats.bytes;

import java.io.Closeable;
import java.util.Optional;
import org.testigo.model.MalformedException;

/// Bytes of known length that can be read at any place: a file, a part of an archive, a file that
/// is decrypted as it is read.
///
/// Reading fails with [java.io.UncheckedIOException] when the medium does not give the bytes. Not
/// safe for several threads.
public interface ByteSource extends Closeable {

  long sizeBytes();

  /// Fills `into[from .. from + length)` with the bytes at the offset.
  ///
  /// @throws MalformedException when the source ends before that
  void read(long offsetBytes, byte[] into, int from, int length);

  /// What every source does before it reads.
  ///
  /// @throws MalformedException when the source does not hold so many bytes at the offset
  default void require(long offsetBytes, int length) {
    if (offsetBytes < 0 || length > sizeBytes() - offsetBytes) {
      throw new MalformedException(
          offsetBytes, "%d bytes wanted, the file ends at %d".formatted(length, sizeBytes()));
    }
  }

  /// The first bytes; fewer where the source ends before.
  default byte[] start(int atMostBytes) {
    byte[] start = new byte[(int) Math.min(atMostBytes, sizeBytes())];
    read(0, start, 0, start.length);
    return start;
  }

  /// All bytes, for things that are small by nature.
  ///
  /// @param atMostBytes the most that may be taken into memory
  /// @throws MalformedException when there are more
  default byte[] readAll(int atMostBytes) {
    if (sizeBytes() > atMostBytes) {
      throw new MalformedException(
          0, "the file has %d bytes, expected at most %d".formatted(sizeBytes(), atMostBytes));
    }
    byte[] all = new byte[(int) sizeBytes()];
    read(0, all, 0, all.length);
    return all;
  }

  /// Damage of the source as a whole that leaves most of it readable, such as bad padding at the
  /// end of an encrypted file.
  default Optional<MalformedException> fault() {
    return Optional.empty();
  }

  /// Closes the file behind the source, where there is one.
  @Override
  void close();

  /// Bytes that are already in memory; the array is not copied.
  static ByteSource of(byte[] bytes) {
    return new MemorySource(bytes);
  }
}
