package org.testigo.formats.compression;

import java.io.IOException;
import org.testigo.model.MalformedException;

/// The header of a zstd frame.
///
/// Layout behind the mark (RFC 8878, 3.1.1.1): descriptor (bits 6-7 size of the content size, 5
/// single segment, 4 unused, 3 reserved, 2 checksum, 0-1 size of the dictionary's number), window
/// (1, not for a single segment), dictionary's number (0, 1, 2, 4), content size (0, 1, 2, 4, 8).
///
/// @param offset where the frame begins, with its mark
/// @param contentBytes [#UNKNOWN] where it is not told
record ZstdFrameHeader(long offset, int windowBytes, long contentBytes, boolean hasChecksum) {
  static final long UNKNOWN = -1;

  /// As `zstd` itself without `--long=28` and more.
  static final int MAX_WINDOW_BYTES = 1 << 27;

  /// Of what a block holds, as it is and packed.
  static final int MAX_BLOCK_BYTES = 1 << 17;

  private static final String WHAT = "the header of a zstd frame";

  /// No block of the frame is larger, packed or not.
  int blockMaxBytes() {
    return Math.min(MAX_BLOCK_BYTES, Math.max(windowBytes, 1));
  }

  /// Reads on behind the mark.
  static ZstdFrameHeader read(PackedInput input, long frameOffset) throws IOException {
    long start = input.offset();
    int descriptor = input.number8(WHAT);
    if ((descriptor & 0x08) != 0) {
      throw new MalformedException(
          start, "zstd frame descriptor 0x%02x, expected bit 3 to be 0".formatted(descriptor));
    }
    boolean isSingleSegment = (descriptor & 0x20) != 0;
    long window = isSingleSegment ? 0 : window(input.number8(WHAT));
    checkDictionary(input, start, descriptor & 3);
    long content = contentBytes(input, descriptor >>> 6, isSingleSegment);
    if (isSingleSegment) window = content;
    if (Long.compareUnsigned(window, MAX_WINDOW_BYTES) > 0) {
      throw new MalformedException(
          start,
          "the zstd frame wants a window of %s bytes, at most %d are allowed"
              .formatted(Long.toUnsignedString(window), MAX_WINDOW_BYTES));
    }
    return new ZstdFrameHeader(frameOffset, (int) window, content, (descriptor & 0x04) != 0);
  }

  private static long window(int descriptor) {
    long base = 1L << (10 + (descriptor >>> 3));
    return base + base / 8 * (descriptor & 7);
  }

  private static void checkDictionary(PackedInput input, long start, int sizeCode)
      throws IOException {
    int number =
        switch (sizeCode) {
          case 0 -> 0;
          case 1 -> input.number8(WHAT);
          case 2 -> input.number16(WHAT);
          default -> input.number32(WHAT);
        };
    if (number != 0) {
      throw new MalformedException(
          start,
          "the zstd frame wants dictionary %s, expected one that needs none"
              .formatted(Integer.toUnsignedString(number)));
    }
  }

  private static long contentBytes(PackedInput input, int sizeCode, boolean isSingleSegment)
      throws IOException {
    return switch (sizeCode) {
      case 0 -> isSingleSegment ? input.number8(WHAT) : UNKNOWN;
      case 1 -> input.number16(WHAT) + 256;
      case 2 -> Integer.toUnsignedLong(input.number32(WHAT));
      default -> input.number64(WHAT);
    };
  }
}
