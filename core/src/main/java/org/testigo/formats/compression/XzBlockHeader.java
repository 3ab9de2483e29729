package org.testigo.formats.compression;

import java.io.IOException;
import org.testigo.model.MalformedException;

/// The header of a block of xz.
///
/// Layout: size in fours less one (1); flags (bits 0-1 filters less one, 6 packed size is told, 7
/// unpacked size is told); these sizes; for each filter its number, the size of its properties and
/// these; zeros; CRC-32 (4).
///
/// @param packedBytes [#UNKNOWN] where it is not told
/// @param contentBytes [#UNKNOWN] where it is not told
record XzBlockHeader(long packedBytes, long contentBytes, int dictionaryBytes) {
  static final long UNKNOWN = -1;

  /// As for zstd; `xz -9` takes half of it.
  private static final int MAX_DICTIONARY_BYTES = 1 << 27;

  private static final int RESERVED = 0x3c;
  private static final int LZMA2 = 0x21;
  private static final int CRC_BYTES = 4;
  private static final String WHAT = "the header of an xz block";

  static XzBlockHeader read(PackedInput input) throws IOException {
    long start = input.offset();
    int size = 4 * ((input.bytes[input.position] & 0xff) + 1);
    input.need(size, WHAT);
    byte[] bytes = input.head(size);
    int crc = (int) PackedInput.INT.get(bytes, size - CRC_BYTES);
    XzStream.checkCrc(start, crc, XzStream.crc32(bytes, 0, size - CRC_BYTES), WHAT);
    long end = start + size - CRC_BYTES;
    input.position++;
    var header = read(input, start);
    if (input.offset() > end)
      throw new MalformedException(start, "an xz block header that is longer than it says");
    XzStream.passZeros(input, (int) (end - input.offset()), WHAT);
    input.position += CRC_BYTES;
    return header;
  }

  private static XzBlockHeader read(PackedInput input, long start) throws IOException {
    var numbers = new XzVarint(input, WHAT);
    int flags = numbers.number8();
    if ((flags & (RESERVED | 3)) != 0) {
      throw new MalformedException(
          start, "xz block flags 0x%02x, expected one filter: bits 0-5 are 0".formatted(flags));
    }
    long packed = (flags & 0x40) == 0 ? UNKNOWN : numbers.next();
    long content = (flags & 0x80) == 0 ? UNKNOWN : numbers.next();
    long filter = numbers.next();
    long properties = filter == LZMA2 ? numbers.next() : 0;
    if (filter != LZMA2 || properties != 1) {
      throw new MalformedException(
          start, "xz filter 0x%x, expected LZMA2, 0x21, with one byte".formatted(filter));
    }
    return new XzBlockHeader(packed, content, dictionaryBytes(numbers.number8(), start));
  }

  private static int dictionaryBytes(int code, long start) {
    long size = code > 40 ? Long.MAX_VALUE : (2L | code & 1) << (code / 2 + 11);
    if (size > MAX_DICTIONARY_BYTES) {
      throw new MalformedException(
          start,
          "xz dictionary code %d, expected at most 30, which is %d bytes"
              .formatted(code, MAX_DICTIONARY_BYTES));
    }
    return (int) size;
  }

  void checkSizes(long blockOffset, long packed, long content) {
    boolean isPackedRight = packedBytes == UNKNOWN || packedBytes == packed;
    boolean isContentRight = contentBytes == UNKNOWN || contentBytes == content;
    if (isPackedRight && isContentRight) return;
    throw new MalformedException(
        blockOffset,
        "the xz block that begins here has %d bytes that hold %d, its header says %d and %d"
            .formatted(packed, content, packedBytes, contentBytes));
  }
}
