package org.testigo.formats.archives;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.testigo.model.MalformedException;

/// Bytes as they are unpacked. Damage ends them early and is told by [#fault()]; what came before
/// it is good.
public final class UnpackedStream implements Closeable {
  private static final int BUFFER_BYTES = 1 << 14;
  private static final long UNKNOWN = -1;

  private final InputStream in;
  private final Optional<Inflater> inflater;
  private final long expectedBytes;
  private final int expectedCrc32;
  private final CRC32 crc32 = new CRC32();
  private long countBytes;
  private Optional<MalformedException> fault = Optional.empty();

  private UnpackedStream(
      InputStream in, Optional<Inflater> inflater, long expectedBytes, int expectedCrc32) {
    this.in = in;
    this.inflater = inflater;
    this.expectedBytes = expectedBytes;
    this.expectedCrc32 = expectedCrc32;
  }

  /// A deflated entry of a zip, whose size and checksum are compared.
  static UnpackedStream inflated(InputStream packed, long expectedBytes, int expectedCrc32) {
    var inflater = new Inflater(true);
    var in = new InflaterInputStream(packed, inflater, BUFFER_BYTES);
    return new UnpackedStream(in, Optional.of(inflater), expectedBytes, expectedCrc32);
  }

  /// A gzip file, whose own checksum is compared.
  ///
  /// @throws MalformedException when it does not begin as one
  public static UnpackedStream gzip(InputStream packed) {
    try {
      var in = new GZIPInputStream(new BufferedInputStream(packed, BUFFER_BYTES), BUFFER_BYTES);
      return new UnpackedStream(in, Optional.empty(), UNKNOWN, 0);
    } catch (IOException e) {
      throw new MalformedException(0, "no gzip header: " + e.getMessage());
    }
  }

  /// Fills the array as far as there are bytes; less than its length means the end.
  public int read(byte[] into) {
    if (fault.isPresent()) return 0;
    int count = 0;
    try {
      while (count < into.length) {
        int more = in.read(into, count, into.length - count);
        if (more < 0) break;
        count += more;
      }
    } catch (IOException e) {
      // The packed bytes come from a source, which fails in another way: this is their damage.
      fail("the packed bytes cannot be unpacked further: " + e.getMessage());
    }
    crc32.update(into, 0, count);
    countBytes += count;
    boolean isAtEnd = count < into.length;
    if (fault.isEmpty() && expectedBytes != UNKNOWN) checkSize(isAtEnd);
    return count;
  }

  /// More than expected ends it at once, less only at the end.
  private void checkSize(boolean isAtEnd) {
    if (!isAtEnd && countBytes <= expectedBytes) return;
    if (countBytes != expectedBytes) {
      fail("%d bytes unpacked, expected %d".formatted(countBytes, expectedBytes));
    } else if ((int) crc32.getValue() != expectedCrc32) {
      fail("CRC-32 0x%08x, expected 0x%08x".formatted(crc32.getValue(), expectedCrc32));
    }
  }

  private void fail(String detail) {
    fault = Optional.of(new MalformedException(countBytes, detail));
  }

  /// The damage that ended the bytes, or that shows at their end.
  public Optional<MalformedException> fault() {
    return fault;
  }

  /// How many bytes have come so far.
  public long countBytes() {
    return countBytes;
  }

  @Override
  public void close() {
    inflater.ifPresent(Inflater::end);
    try {
      in.close();
    } catch (IOException e) {
      throw new IllegalStateException("a stream over a source does not fail to close", e);
    }
  }
}
