package org.testigo.formats.lines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Lines of a stream, each ended by a line feed, or a carriage return and a line feed. Memory is
/// bounded by the longest line that is wanted.
public final class LineReader {
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final int longestBytes;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int end;
  private long number;

  /// @param longestBytes what is behind it in a line is left out
  public LineReader(InputStream in, int longestBytes) {
    this.in = in;
    this.longestBytes = longestBytes;
  }

  /// A line.
  ///
  /// @param number counted from 1
  /// @param bytes without its end
  /// @param isTooLong whether bytes at its end were left out
  /// @param isEnded whether a line feed stands behind it; the last line of a text that was cut off
  ///   has none
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Line(long number, byte[] bytes, boolean isTooLong, boolean isEnded) {

    /// Bytes that are not UTF-8 become the replacement character.
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    public boolean isBlank() {
      for (byte b : bytes) if (b != ' ' && b != '\t') return false;
      return true;
    }
  }

  /// The next line; empty at the end.
  ///
  /// @throws org.testigo.model.MalformedException when a compressed stream is damaged
  public Optional<Line> next() {
    if (at == end && !fill()) return Optional.empty();
    number++;
    var line = new ByteArrayOutputStream();
    boolean isTooLong = false;
    do {
      int stop = at;
      while (stop < end && buffer[stop] != '\n') stop++;
      int room = Math.min(stop - at, longestBytes - line.size());
      line.write(buffer, at, room);
      isTooLong |= room < stop - at;
      at = Math.min(stop + 1, end);
      if (stop < end) return Optional.of(line(line, isTooLong, true));
    } while (fill());
    return Optional.of(line(line, isTooLong, false));
  }

  private Line line(ByteArrayOutputStream out, boolean isTooLong, boolean isEnded) {
    byte[] bytes = out.toByteArray();
    boolean hasReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    if (hasReturn) bytes = Arrays.copyOf(bytes, bytes.length - 1);
    return new Line(number, bytes, isTooLong, isEnded);
  }

  private boolean fill() {
    try {
      at = 0;
      end = Math.max(0, in.read(buffer, 0, buffer.length));
      return end > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
