package org.testigo.formats.compression;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.testigo.model.MalformedException;

/// Streams of xz, one behind the other, with zeros in fours between; every checksum is compared,
/// the index with the blocks, and the footer with the header. The one filter that is read is LZMA2.
///
/// Layout of a stream (numbers little-endian): 0xfd `7zXZ` 0, flags (2), CRC-32 of these (4);
/// blocks; the index; CRC-32 (4), size of the index in fours less one (4), flags (2), `YZ`.
final class XzStream extends BlockStream {
  private static final byte[] MAGIC = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};
  private static final int HEADER_BYTES = 12;
  private static final int FOOTER_MAGIC = 0x5a59;
  private static final String HEADER = "the header of an xz stream";
  private static final String FOOTER = "the footer of an xz stream";

  private enum Place {
    BEFORE_STREAM,
    BEFORE_BLOCK,
    IN_BLOCK
  }

  private Place place = Place.BEFORE_STREAM;
  private boolean isFirst = true;
  private int flags;
  private XzIndex index = new XzIndex();
  private @Nullable XzBlockHeader block;
  private XzCheck check = new XzCheck.None();
  private @Nullable Lzma2 lzma2;
  private long blockOffset;
  private long dataOffset;
  private long contentBytes;

  XzStream(PackedInput input) {
    super(input);
  }

  @Override
  boolean advance() throws IOException {
    switch (place) {
      case BEFORE_STREAM -> {
        return beginStream();
      }
      case BEFORE_BLOCK -> beginBlock();
      case IN_BLOCK -> chunk();
    }
    return true;
  }

  private boolean beginStream() throws IOException {
    if (!isFirst && !passPadding()) return false;
    isFirst = false;
    long start = input.offset();
    input.need(HEADER_BYTES, HEADER);
    byte[] bytes = input.head(HEADER_BYTES);
    input.position += MAGIC.length;
    flags = input.number16(HEADER);
    int crc = input.number32(HEADER);
    if (!Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new MalformedException(
          start, "these are not the first bytes of an xz stream, fd 37 7a 58 5a 00");
    }
    checkCrc(start, crc, crc32(bytes, MAGIC.length, 2), HEADER);
    check = XzCheck.of(flags, start);
    index = new XzIndex();
    place = Place.BEFORE_BLOCK;
    return true;
  }

  /// @return whether another stream follows
  private boolean passPadding() throws IOException {
    long start = input.offset();
    while (input.has(1) && input.bytes[input.position] == 0) input.position++;
    long count = input.offset() - start;
    if (count % 4 != 0) {
      throw new MalformedException(
          start, "%d bytes of padding behind an xz stream, expected fours".formatted(count));
    }
    return input.has(1);
  }

  private void beginBlock() throws IOException {
    blockOffset = input.offset();
    input.need(1, "an xz stream");
    if (input.bytes[input.position] == 0) {
      endStream();
      return;
    }
    block = XzBlockHeader.read(input);
    check = check.fresh();
    historyStart = filled;
    lzma2 = new Lzma2(input);
    dataOffset = input.offset();
    contentBytes = 0;
    place = Place.IN_BLOCK;
  }

  private void chunk() throws IOException {
    var current = lzma2;
    var header = block;
    if (current == null || header == null) throw new IllegalStateException("no block was begun");
    makeRoom(header.dictionaryBytes(), Lzma2.MAX_CHUNK_BYTES);
    int start = filled;
    boolean isMore;
    try {
      isMore = current.chunk(this);
    } finally {
      contentBytes += filled - start;
      check.update(memory, start, filled - start);
    }
    if (!isMore) endBlock(header);
  }

  private void endBlock(XzBlockHeader header) throws IOException {
    long packedBytes = input.offset() - dataOffset;
    header.checkSizes(blockOffset, packedBytes, contentBytes);
    int padding = (int) -packedBytes & 3;
    passZeros(input, padding, "the padding of an xz block");
    check.compare(input);
    // The index tells sizes without the padding.
    index.add(input.offset() - blockOffset - padding, contentBytes);
    place = Place.BEFORE_BLOCK;
  }

  static void passZeros(PackedInput input, int count, String what) throws IOException {
    for (int i = 0; i < count; i++) {
      int one = input.number8(what);
      if (one != 0) {
        throw new MalformedException(
            input.offset() - 1, "0x%02x in %s, expected 0".formatted(one, what));
      }
    }
  }

  private void endStream() throws IOException {
    long start = input.offset();
    index.compare(input);
    long indexBytes = input.offset() - start;
    long footer = input.offset();
    input.need(HEADER_BYTES, FOOTER);
    byte[] bytes = input.head(HEADER_BYTES);
    int crc = input.number32(FOOTER);
    long sizeInFooter = 4 * (Integer.toUnsignedLong(input.number32(FOOTER)) + 1);
    int flagsInFooter = input.number16(FOOTER);
    int magic = input.number16(FOOTER);
    checkCrc(footer, crc, crc32(bytes, 4, 6), FOOTER);
    if (sizeInFooter != indexBytes || flagsInFooter != flags || magic != FOOTER_MAGIC) {
      throw new MalformedException(
          footer,
          "xz footer with an index of %d bytes, flags 0x%04x and mark 0x%04x, expected %d, 0x%04x and 0x%04x"
              .formatted(sizeInFooter, flagsInFooter, magic, indexBytes, flags, FOOTER_MAGIC));
    }
    place = Place.BEFORE_STREAM;
  }

  static int crc32(byte[] bytes, int from, int length) {
    var crc = new CRC32();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }

  static void checkCrc(long offset, int noted, int found, String what) {
    if (noted == found) return;
    throw new MalformedException(
        offset, "%s has CRC-32 0x%08x, 0x%08x is noted".formatted(what, found, noted));
  }
}
