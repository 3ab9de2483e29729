package org.testigo.formats.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.testigo.formats.compression.BareBlock;
import org.testigo.formats.compression.Compression;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

/// How pages are compressed, in the order of their numbers.
enum Codec {
  UNCOMPRESSED,
  SNAPPY,
  GZIP,
  LZO,
  BROTLI,
  /// In Hadoop's own frame.
  LZ4,
  ZSTD,
  LZ4_RAW;

  /// Memory grows with what comes out, not with what the header says.
  private static final int FIRST_BYTES = 1 << 20;

  static Codec of(long number, Column column) {
    if (number < 0 || number >= values().length)
      throw new UnsupportedLayoutException(
          "column %s is compressed with method %d, known are UNCOMPRESSED, SNAPPY, GZIP, ZSTD and LZ4_RAW"
              .formatted(column.shown(), number));
    return values()[(int) number];
  }

  /// What a page holds.
  ///
  /// @param packed with spare bytes behind its end
  /// @param unpackedBytes what it must hold
  /// @param pageOffset of the page in the file
  PageBytes unpack(PageBytes packed, int unpackedBytes, long pageOffset) {
    int from = packed.at;
    int length = packed.end - from;
    try {
      byte[] bytes =
          switch (this) {
            case UNCOMPRESSED -> stored(packed.array, from, length, unpackedBytes);
            case SNAPPY -> BareBlock.snappy(packed.array, from, length, unpackedBytes);
            case LZ4_RAW -> BareBlock.lz4(packed.array, from, length, unpackedBytes);
            case GZIP -> stream(Compression.GZIP, packed, unpackedBytes);
            case ZSTD -> stream(Compression.ZSTD, packed, unpackedBytes);
            case LZO, BROTLI, LZ4 ->
                throw new UnsupportedLayoutException(
                    "pages are compressed with %s, known are UNCOMPRESSED, SNAPPY, GZIP, ZSTD and LZ4_RAW"
                        .formatted(this));
          };
      return new PageBytes(
          bytes, this == UNCOMPRESSED ? from : 0, endOf(from, unpackedBytes), pageOffset);
    } catch (MalformedException e) {
      throw new MalformedException(
          pageOffset,
          "the page that starts here, at byte %d: %s".formatted(e.offsetBytes(), e.detail()));
    }
  }

  private int endOf(int from, int unpackedBytes) {
    return this == UNCOMPRESSED ? from + unpackedBytes : unpackedBytes;
  }

  private static byte[] stored(byte[] bytes, int from, int length, int unpackedBytes) {
    if (length == unpackedBytes) return bytes;
    throw new MalformedException(
        from, "%d bytes that are not compressed, expected %d".formatted(length, unpackedBytes));
  }

  private static byte[] stream(Compression compression, PageBytes packed, int unpackedBytes) {
    var input = new ByteArrayInputStream(packed.array, packed.at, packed.end - packed.at);
    try (var stream = compression.decompress(input)) {
      byte[] bytes = new byte[Math.min(unpackedBytes, FIRST_BYTES)];
      int filled = 0;
      while (true) {
        int count = stream.readNBytes(bytes, filled, bytes.length - filled);
        filled += count;
        if (filled < bytes.length || filled == unpackedBytes) break;
        bytes = Arrays.copyOf(bytes, (int) Math.min(unpackedBytes, 2L * bytes.length));
      }
      if (filled < unpackedBytes || stream.read() >= 0)
        throw new MalformedException(
            0, "%d bytes or more come out, expected %d".formatted(filled, unpackedBytes));
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
