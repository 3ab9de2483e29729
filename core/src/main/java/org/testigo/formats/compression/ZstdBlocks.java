package org.testigo.formats.compression;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.testigo.model.MalformedException;

/// Takes frames apart, block by block: the first of the two stages of unpacking, which needs
/// nothing of what the blocks before hold.
///
/// Layout of a frame (RFC 8878, numbers little-endian): 0xfd2fb528, the header, blocks that each
/// begin with a number of 3 bytes (bit 0 tells the last one, bits 1-2 its kind, the others its
/// size), by flag the low half of the content's XXH64 (4).
final class ZstdBlocks {
  private static final int BLOCK_HEADER_BYTES = 3;
  private static final int STORED = 0;
  private static final int REPEATED = 1;
  private static final int PACKED = 2;

  private final PackedInput input;
  private final ZstdLiterals literals = new ZstdLiterals();
  private final ZstdSequences sequences = new ZstdSequences();
  private @Nullable ZstdFrameHeader frame;
  private @Nullable MalformedException damage;

  ZstdBlocks(PackedInput input) {
    this.input = input;
  }

  /// Reads the next block into one that is no longer needed: the block, or the damage behind what
  /// it could read of it, or that the end was reached.
  ///
  /// @throws IOException when the medium fails
  ZstdUnwoven next(ZstdUnwoven block) throws IOException {
    block.clear();
    try {
      if (damage != null) throw damage;
      block.isEnd = !read(block);
    } catch (MalformedException e) {
      damage = e;
      block.damage = e;
    }
    return block;
  }

  private boolean read(ZstdUnwoven block) throws IOException {
    while (frame == null) {
      block.endOffset = input.offset();
      if (!input.has(1)) return false;
      frame = beginFrame();
      block.isFirst = true;
    }
    block.frame = frame;
    int head = head(frame);
    block.endOffset = input.offset() + packedBytes(head);
    content(head, block);
    if ((head & 1) != 0) endFrame(frame, block);
    return true;
  }

  /// @return nothing where it is a frame to be passed over
  private @Nullable ZstdFrameHeader beginFrame() throws IOException {
    long start = input.offset();
    int magic = input.number32("the mark of a zstd frame");
    if (ZstdStream.isSkippable(magic)) {
      long size = Integer.toUnsignedLong(input.number32("the size of a skippable frame"));
      input.skip(size, "a skippable frame");
      return null;
    }
    if (magic != ZstdStream.MAGIC) {
      throw new MalformedException(
          start,
          "0x%08x, expected the mark of a zstd frame, 0x%08x".formatted(magic, ZstdStream.MAGIC));
    }
    literals.beginFrame();
    sequences.beginFrame();
    return ZstdFrameHeader.read(input, start);
  }

  private int head(ZstdFrameHeader current) throws IOException {
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
    if (kind(head) > PACKED)
      throw new MalformedException(start, "zstd block of kind 3, expected 0, 1 or 2");
    return head;
  }

  private static int kind(int head) {
    return head >>> 1 & 3;
  }

  private static int packedBytes(int head) {
    return kind(head) == REPEATED ? 1 : head >>> 3;
  }

  private void content(int head, ZstdUnwoven block) throws IOException {
    int size = head >>> 3;
    switch (kind(head)) {
      case STORED -> stored(size, block);
      case REPEATED -> {
        Arrays.fill(
            block.literals, 0, size, (byte) input.number8("the byte of a repeated zstd block"));
        block.literalCount = size;
      }
      default -> packed(size, block);
    }
  }

  private void stored(int size, ZstdUnwoven block) throws IOException {
    int there = input.has(size) ? size : input.limit - input.position;
    System.arraycopy(input.bytes, input.position, block.literals, 0, there);
    block.literalCount = there;
    input.need(size, "a stored zstd block");
    input.position += size;
  }

  private void packed(int size, ZstdUnwoven block) throws IOException {
    input.need(size, "a packed zstd block");
    var packed = new ZstdInput(input, input.position + size);
    int sequencesAt = literals.read(packed, input.position, block);
    sequences.read(packed, sequencesAt, block);
    input.position += size;
  }

  private void endFrame(ZstdFrameHeader current, ZstdUnwoven block) throws IOException {
    frame = null;
    block.isLast = true;
    if (current.hasChecksum()) block.checksum = input.number32("the checksum of a zstd frame");
  }
}
