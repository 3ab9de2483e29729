package org.testigo.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FSDataInputStream;

/// The lines that begin in a stretch of a file: from behind the first line end at or after the byte
/// in front of the stretch, to the end of the line in which the stretch ends. So every line is read
/// in exactly one piece, however the file was cut.
final class PieceStream extends InputStream {
  private static final int BUFFER_BYTES = 1 << 20;

  private final FSDataInputStream stream;
  private final long toByte;
  private final boolean failsLoudly;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int end;

  /// The place in the file of the first byte behind the buffer.
  private long position;

  private boolean isAtEnd;

  /// @param failsLoudly whether a failure of the medium is thrown past the engine, so that another
  ///   machine tries again, instead of being told as a fault of the file
  PieceStream(FSDataInputStream stream, Piece piece, boolean failsLoudly) throws IOException {
    this.stream = stream;
    this.toByte = piece.toByte();
    this.failsLoudly = failsLoudly;
    position = Math.max(0, piece.fromByte() - 1);
    stream.seek(position);
    if (piece.fromByte() > 0) passLine();
  }

  /// Passes over what belongs to the piece before.
  private void passLine() throws IOException {
    while (fill()) {
      while (at < end) {
        if (buffer[at++] != '\n') continue;
        isAtEnd = place() >= toByte;
        return;
      }
    }
  }

  /// The place in the file of the next byte.
  private long place() {
    return position - (end - at);
  }

  private boolean fill() throws IOException {
    if (isAtEnd) return false;
    if (at < end) return true;
    at = 0;
    end = 0;
    int count = readSome();
    if (count < 0) {
      isAtEnd = true;
      return false;
    }
    end = count;
    position += count;
    return true;
  }

  private int readSome() throws IOException {
    try {
      return stream.read(buffer, 0, buffer.length);
    } catch (IOException e) {
      if (failsLoudly) throw new UncheckedIOException(e);
      throw e;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) return 0;
    do {
      if (!fill()) return -1;
    } while (at == end);
    int count = Math.min(length, end - at);
    // The last line of the piece is the one in which its last byte stands.
    long untilLast = toByte - 1 - place();
    if (untilLast < count) count = toLineEnd((int) Math.max(0, untilLast), count);
    System.arraycopy(buffer, at, into, offset, count);
    at += count;
    return count;
  }

  /// How many of the bytes belong to the piece.
  private int toLineEnd(int from, int count) {
    for (int i = from; i < count; i++) {
      if (buffer[at + i] != '\n') continue;
      isAtEnd = true;
      return i + 1;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
