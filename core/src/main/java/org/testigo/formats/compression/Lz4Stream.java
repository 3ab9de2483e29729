package org.testigo.formats.compression;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.testigo.model.MalformedException;

/// LZ4 frames, one behind the other, with skippable frames between; all checksums are compared.
///
/// Layout of a frame (numbers little-endian): 0x184d2204, flags, block descriptor, by flag the size
/// of the content (8) and the number of a dictionary (4), checksum of these (1); blocks, each with
/// its size (4, the top bit tells that it is stored) and by flag a checksum (4); a zero size ends
/// them; by flag the checksum of the content (4).
final class Lz4Stream extends BlockStream {
  private static final int MAGIC = 0x184d2204;
  private static final int HISTORY_BYTES = 1 << 16;
  private static final int VERSION_MASK = 0xc0;
  private static final int VERSION_1 = 0x40;
  private static final int LINKED_CLEAR = 0x20;
  private static final int BLOCK_CHECKSUM = 0x10;
  private static final int CONTENT_SIZE = 0x08;
  private static final int CONTENT_CHECKSUM = 0x04;
  private static final int RESERVED = 0x02;
  private static final int DICTIONARY = 0x01;

  private int flags;
  private int blockMaxBytes;
  private long contentBytes;
  private long sizeInHeader;
  private boolean isInFrame;
  private @Nullable XxHash32 contentHash;

  Lz4Stream(PackedInput input) {
    super(input);
  }

  @Override
  boolean advance() throws IOException {
    if (!isInFrame) return beginFrame();
    makeRoom(HISTORY_BYTES, blockMaxBytes);
    int start = filled;
    try {
      block();
    } finally {
      contentBytes += filled - start;
      if (contentHash != null) contentHash.update(memory, start, filled - start);
    }
    return true;
  }

  private boolean beginFrame() throws IOException {
    if (!input.has(1)) return false;
    long start = input.offset();
    int magic = input.number32("the mark of an LZ4 frame");
    if (ZstdStream.isSkippable(magic)) {
      long size = Integer.toUnsignedLong(input.number32("the size of a skippable frame"));
      input.skip(size, "a skippable frame");
      return true;
    }
    if (magic != MAGIC) {
      throw new MalformedException(
          start, "0x%08x, expected the mark of an LZ4 frame, 0x%08x".formatted(magic, MAGIC));
    }
    header();
    isInFrame = true;
    return true;
  }

  private void header() throws IOException {
    String what = "the header of an LZ4 frame";
    input.need(3, what);
    flags = input.bytes[input.position] & 0xff;
    int descriptor = input.bytes[input.position + 1] & 0xff;
    int size = 2 + ((flags & CONTENT_SIZE) != 0 ? 8 : 0) + ((flags & DICTIONARY) != 0 ? 4 : 0);
    input.need(size + 1, what);
    int expected = XxHash32.of(input.bytes, input.position, size) >>> 8 & 0xff;
    checkHeader(descriptor, expected, input.bytes[input.position + size] & 0xff);
    sizeInHeader =
        (flags & CONTENT_SIZE) == 0
            ? -1
            : (long) PackedInput.LONG.get(input.bytes, input.position + 2);
    input.position += size + 1;
    blockMaxBytes = 1 << (8 + 2 * (descriptor >> 4));
    contentBytes = 0;
    historyStart = filled;
    contentHash = (flags & CONTENT_CHECKSUM) == 0 ? null : new XxHash32();
  }

  private void checkHeader(int descriptor, int checksum, int checksumInHeader) {
    boolean isKnown =
        (flags & (VERSION_MASK | RESERVED)) == VERSION_1
            && (descriptor & 0x8f) == 0
            && descriptor >> 4 >= 4;
    if (!isKnown || checksum != checksumInHeader) {
      throw new MalformedException(
          input.offset(),
          "LZ4 frame with flags 0x%02x, descriptor 0x%02x, checksum 0x%02x, expected version 1, blocks of 64 KB to 4 MB and checksum 0x%02x"
              .formatted(flags, descriptor, checksumInHeader, checksum));
    }
    if ((flags & DICTIONARY) != 0)
      throw new MalformedException(
          input.offset(), "the LZ4 frame wants a dictionary, expected one that needs none");
  }

  private void block() throws IOException {
    long start = input.offset();
    int head = input.number32("the size of an LZ4 block");
    if (head == 0) {
      endFrame();
      return;
    }
    int size = head & 0x7fff_ffff;
    if (size > blockMaxBytes) {
      throw new MalformedException(
          start, "an LZ4 block of %d bytes, expected at most %d".formatted(size, blockMaxBytes));
    }
    boolean isStored = head < 0;
    boolean isWhole = input.has(size);
    int there = isWhole ? size : input.limit - input.position;
    int checksum = XxHash32.of(input.bytes, input.position, there);
    if ((flags & LINKED_CLEAR) != 0) historyStart = filled;
    if (isStored) {
      System.arraycopy(input.bytes, input.position, memory, filled, there);
      filled += there;
    } else {
      unpackBlock(there, isWhole);
    }
    // What a cut block still gave is kept; now it is told.
    input.need(size, "an LZ4 block");
    input.position += size;
    if ((flags & BLOCK_CHECKSUM) != 0) checkBlock(checksum);
  }

  private void unpackBlock(int size, boolean isWhole) {
    var block =
        new Lz4Block(
            input.bytes, input.position, size, memory, historyStart, filled, blockMaxBytes);
    try {
      block.unpack();
    } catch (Lz4Block.DamagedBlock e) {
      // In a cut block the cut is what matters.
      if (isWhole) throw new MalformedException(input.offsetOf(e.index()), e.detail());
    } finally {
      filled = block.filled();
    }
  }

  private void checkBlock(int checksum) throws IOException {
    long start = input.offset();
    int inFrame = input.number32("the checksum of an LZ4 block");
    if (inFrame != checksum) {
      throw new MalformedException(
          start, "the LZ4 block has checksum 0x%08x, 0x%08x is noted".formatted(checksum, inFrame));
    }
  }

  private void endFrame() throws IOException {
    isInFrame = false;
    long start = input.offset();
    if (contentHash != null) {
      int inFrame = input.number32("the checksum of an LZ4 frame");
      if (inFrame != contentHash.value()) {
        throw new MalformedException(
            start,
            "the LZ4 frame has checksum 0x%08x, 0x%08x is noted"
                .formatted(contentHash.value(), inFrame));
      }
    }
    if (sizeInHeader >= 0 && sizeInHeader != contentBytes) {
      throw new MalformedException(
          start,
          "the LZ4 frame holds %d bytes, its header says %s"
              .formatted(contentBytes, Long.toUnsignedString(sizeInHeader)));
    }
  }
}
