package org.testigo.formats.compression;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.testigo.model.MalformedException;

/// Frames of zstd, one behind the other, with skippable frames between; the checksum and the size
/// of each are compared.
///
/// [ZstdBlocks] takes them apart, here their blocks are woven together.
final class ZstdStream extends BlockStream {
  static final int MAGIC = 0xfd2fb528;
  private static final int SKIPPABLE_MAGIC = 0x184d2a50;
  private static final int SKIPPABLE_MASK = 0xfffffff0;

  private final ZstdAhead blocks;
  private final ZstdWeaving weaving = new ZstdWeaving();
  private @Nullable XxHash64 hash;
  private long contentBytes;
  private long compressedBytes;

  ZstdStream(PackedInput input) {
    super(input);
    blocks = new ZstdAhead(new ZstdBlocks(input));
  }

  static boolean isSkippable(int magic) {
    return (magic & SKIPPABLE_MASK) == SKIPPABLE_MAGIC;
  }

  static boolean isSkippableFrame(byte[] head) {
    return head.length >= 4 && isSkippable((int) PackedInput.INT.get(head, 0));
  }

  @Override
  public long compressedBytes() {
    return compressedBytes;
  }

  @Override
  boolean advance() throws IOException {
    var block = blocks.next();
    compressedBytes = block.endOffset;
    if (block.frame != null) unpack(block, block.frame);
    if (block.damage != null) throw block.damage;
    if (block.frame != null) check(block, block.frame);
    return !block.isEnd;
  }

  private void unpack(ZstdUnwoven block, ZstdFrameHeader frame) {
    if (block.isFirst) {
      historyStart = filled;
      hash = frame.hasChecksum() ? new XxHash64() : null;
      contentBytes = 0;
      weaving.beginFrame();
    }
    makeRoom(frame.windowBytes(), frame.blockMaxBytes());
    int start = filled;
    try {
      weaving.weave(block, memory, historyStart, filled, filled + frame.blockMaxBytes());
    } finally {
      filled = weaving.filled;
      contentBytes += filled - start;
      if (hash != null) hash.update(memory, start, filled - start);
    }
  }

  private void check(ZstdUnwoven block, ZstdFrameHeader frame) {
    long expected = frame.contentBytes();
    if (expected != ZstdFrameHeader.UNKNOWN) checkSize(block, frame, expected);
    if (!block.isLast || hash == null || block.checksum == (int) hash.value()) return;
    throw new MalformedException(
        block.endOffset,
        "the zstd frame has checksum 0x%08x, 0x%08x is noted"
            .formatted((int) hash.value(), block.checksum));
  }

  private void checkSize(ZstdUnwoven block, ZstdFrameHeader frame, long expected) {
    boolean isAsExpected =
        block.isLast ? contentBytes == expected : Long.compareUnsigned(contentBytes, expected) <= 0;
    if (isAsExpected) return;
    throw new MalformedException(
        frame.offset(),
        "the zstd frame that begins here holds %d bytes%s, its header says %s"
            .formatted(
                contentBytes, block.isLast ? "" : " and more", Long.toUnsignedString(expected)));
  }

  @Override
  public void close() throws IOException {
    blocks.close();
    super.close();
  }
}
