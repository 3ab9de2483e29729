package org.testigo.scanning;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testigo.model.MalformedException;
import org.testigo.model.Unreadable.Reason;
import org.testigo.scanning.Block.Fault;

/// Cuts a stream into large blocks of whole lines. The last line gets a line end where it has none.
///
/// A line that is longer than allowed is passed over and told as a fault. So is damage of the
/// stream, behind all lines that came before it.
final class LineBlocks {
  static final int BLOCK_BYTES = 1 << 20;

  /// The longest line that is read; answers of 30 KB are common, documents on one line reach
  /// megabytes.
  static final int MAX_LINE_BYTES = 100_000_000;

  private final InputStream stream;
  private final int blockBytes;
  private final int maxLineBytes;
  private byte[] rest = new byte[0];
  private boolean isAtEnd;
  private @Nullable Fault fault;

  LineBlocks(InputStream stream) {
    this(stream, BLOCK_BYTES, MAX_LINE_BYTES);
  }

  LineBlocks(InputStream stream, int blockBytes, int maxLineBytes) {
    this.stream = stream;
    this.blockBytes = blockBytes;
    this.maxLineBytes = maxLineBytes;
  }

  /// The next lines; empty at the end.
  ///
  /// @param spare an array that is used where it is large enough; no longer the caller's
  Optional<Block> next(byte[] spare) {
    if (isAtEnd && rest.length == 0 && fault == null) return Optional.empty();
    byte[] bytes = spare.length > rest.length ? spare : new byte[blockBytes + rest.length];
    System.arraycopy(rest, 0, bytes, 0, rest.length);
    int length = rest.length;
    rest = new byte[0];
    while (true) {
      if (!isAtEnd) length = fill(bytes, length);
      if (isAtEnd) return Optional.of(last(bytes, length));
      int end = NewLines.last(bytes, 0, length) + 1;
      if (end > 0) {
        rest = Arrays.copyOfRange(bytes, end, length);
        return Optional.of(new Block(bytes, end, Optional.empty()));
      }
      if (length >= maxLineBytes) return Optional.of(overlong(bytes, length));
      bytes = Arrays.copyOf(bytes, (int) Math.min(2L * bytes.length, maxLineBytes + 1L));
    }
  }

  /// Everything that is left, with a line end at its end and room for it.
  private Block last(byte[] bytes, int length) {
    var ended = Optional.ofNullable(fault);
    fault = null;
    if (length == 0 || bytes[length - 1] == '\n') return new Block(bytes, length, ended);
    byte[] roomy = length < bytes.length ? bytes : Arrays.copyOf(bytes, length + 1);
    roomy[length] = '\n';
    return new Block(roomy, length + 1, ended);
  }

  /// Passes over the rest of a line that is too long.
  private Block overlong(byte[] bytes, int length) {
    long lineBytes = length;
    int got = 0;
    int end = 0;
    while (!isAtEnd && end == got) {
      lineBytes += end;
      got = fill(bytes, 0);
      end = NewLines.next(bytes, 0, got);
    }
    lineBytes += end;
    rest = end < got ? Arrays.copyOfRange(bytes, end + 1, got) : rest;
    var detail = "a line of %d bytes, expected at most %d".formatted(lineBytes, maxLineBytes);
    return new Block(bytes, 0, Optional.of(new Fault(Reason.LIMIT, detail, true)));
  }

  /// Reads until the array is full or the stream ends, and gives the new length.
  private int fill(byte[] bytes, int from) {
    int length = from;
    try {
      while (length < bytes.length) {
        int count = stream.read(bytes, length, bytes.length - length);
        if (count < 0) {
          isAtEnd = true;
          return length;
        }
        length += count;
      }
    } catch (MalformedException e) {
      ends(Reason.MALFORMED, "damaged at byte %d: %s".formatted(e.offsetBytes(), e.detail()));
    } catch (IOException e) {
      ends(Reason.IO, String.valueOf(e.getMessage()));
    }
    return length;
  }

  private void ends(Reason reason, String detail) {
    isAtEnd = true;
    fault = new Fault(reason, detail, false);
  }
}
