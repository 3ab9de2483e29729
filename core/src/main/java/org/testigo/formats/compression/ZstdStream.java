package org.testigo.formats.compression;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.testigo.model.MalformedException;

/// Frames of zstd, one behind the other, with skippable frames between; the checksum and the size
/// of each are compared.
///
/// Layout of a frame (RFC 8878, numbers little-endian): 0xfd2fb528, the header, blocks that each
/// begin with a number of 3 bytes (bit 0 tells the last one, bits 1-2 its kind, the others its
/// size), by flag the low half of the content's XXH64 (4).
final class ZstdStream extends BlockStream {
  static final int MAGIC = 0xfd2fb528;
  private static final int SKIPPABLE_MAGIC = 0x184d2a50;
  private static final int SKIPPABLE_MASK = 0xfffffff0;
  private static final int BLOCK_HEADER_BYTES = 3;
  private static final int STORED = 0;
  private static final int REPEATED = 1;
  private static final int PACKED = 2;

  private final ZstdBlock block = new ZstdBlock();
  private @Nullable ZstdFrameHeader frame;
  private @Nullable XxHash64 hash;
  private long frameOffset;
  private long contentBytes;

  ZstdStream(PackedInput input) {
    super(input);
  }

  static boolean isSkippable(int magic) {
    return (magic & SKIPPABLE_MASK) == SKIPPABLE_MAGIC;
  }

  static boolean isSkippableFrame(byte[] head) {
    return head.length >= 4 && isSkippable((int) PackedInput.INT.get(head, 0));
  }

  @Override
  boolean advance() throws IOException {
    if (frame == null) return beginFrame();
    makeRoom(frame.windowBytes(), frame.blockMaxBytes());
    int start = filled;
    boolean isLast;
    try {
      isLast = block(frame);
    } finally {
      contentBytes += filled - start;
      if (hash != null) hash.update(memory, start, filled - start);
    }
    checkSize(frame, isLast);
    if (isLast) endFrame();
    return true;
  }

  private boolean beginFrame() throws IOException {
    if (!input.has(1)) return false;
    frameOffset = input.offset();
    int magic = input.number32("the mark of a zstd frame");
    if (isSkippable(magic)) {
      long size = Integer.toUnsignedLong(input.number32("the size of a skippable frame"));
      input.skip(size, "a skippable frame");
      return true;
    }
    if (magic != MAGIC) {
      throw new MalformedException(
          frameOffset, "0x%08x, expected the mark of a zstd frame, 0x%08x".formatted(magic, MAGIC));
    }
    frame = ZstdFrameHeader.read(input);
    hash = frame.hasChecksum() ? new XxHash64() : null;
    contentBytes = 0;
    historyStart = filled;
    block.beginFrame();
    return true;
  }

  private boolean block(ZstdFrameHeader current) throws IOException {
    input.need(BLOCK_HEADER_BYTES, "the header of a zstd block");
    long start = input.offset();
    int head = (int) PackedInput.INT.get(input.bytes, input.position) & 0xffffff;
    input.position += BLOCK_HEADER_BYTES;
    int size = head >>> 3;
    if (size > current.blockMaxBytes()) {
      throw new MalformedException(
          start,
          "a zstd block of %d bytes, expected at most %d".formatted(size, current.blockMaxBytes()));
    }
    switch (head >>> 1 & 3) {
      case STORED -> stored(size);
      case REPEATED -> repeated(size);
      case PACKED -> packed(current, size);
      default -> throw new MalformedException(start, "zstd block of kind 3, expected 0, 1 or 2");
    }
    return (head & 1) != 0;
  }

  private void stored(int size) throws IOException {
    int there = input.has(size) ? size : input.limit - input.position;
    System.arraycopy(input.bytes, input.position, memory, filled, there);
    filled += there;
    input.need(size, "a stored zstd block");
    input.position += size;
  }

  private void repeated(int size) throws IOException {
    byte one = (byte) input.number8("a repeated zstd block");
    Arrays.fill(memory, filled, filled + size, one);
    filled += size;
  }

  private void packed(ZstdFrameHeader current, int size) throws IOException {
    input.need(size, "a packed zstd block");
    try {
      filled =
          block.unpack(input, size, memory, historyStart, filled, filled + current.blockMaxBytes());
    } catch (MalformedException e) {
      filled = block.filledBeforeDamage();
      throw e;
    }
    input.position += size;
  }

  private void checkSize(ZstdFrameHeader current, boolean isLast) {
    long expected = current.contentBytes();
    if (expected == ZstdFrameHeader.UNKNOWN) return;
    if (Long.compareUnsigned(contentBytes, expected) > 0 || isLast && contentBytes != expected) {
      throw new MalformedException(
          frameOffset,
          "the zstd frame that begins here holds %d bytes%s, its header says %s"
              .formatted(contentBytes, isLast ? "" : " and more", Long.toUnsignedString(expected)));
    }
  }

  private void endFrame() throws IOException {
    frame = null;
    if (hash == null) return;
    long start = input.offset();
    int inFrame = input.number32("the checksum of a zstd frame");
    if (inFrame != (int) hash.value()) {
      throw new MalformedException(
          start,
          "the zstd frame has checksum 0x%08x, 0x%08x is noted"
              .formatted((int) hash.value(), inFrame));
    }
  }
}
