package org.testigo.formats.compression;

import java.io.IOException;
import org.testigo.model.MalformedException;

/// Streams of bzip2, one behind the other; the checksum of each block and of each stream is
/// compared.
///
/// Layout, as bits from the highest of each byte on: `BZh` and the size of blocks in 100 kB as a
/// digit; blocks, each with 48 bits of mark, CRC-32 (32), 0 (1), where the text begins (24), then
/// what [Bzip2Block] reads; 48 bits of mark for the end, the blocks' checksums combined (32), and
/// zeros to the end of a byte.
///
/// A block is sorted as a whole: of one that is cut nothing can be given.
final class Bzip2Stream extends BlockStream {
  private static final int MAGIC = 0x425a68;
  private static final long BLOCK_MARK = 0x314159265359L;
  private static final long END_MARK = 0x177245385090L;
  private static final int STEP_BYTES = 1 << 16;
  private static final int LEVEL_BYTES = 100_000;

  private final Bzip2Bits bits;
  private final Bzip2Block block = new Bzip2Block();
  private boolean isInStream;
  private boolean isInBlock;
  private long blockOffset;
  private int levelBytes;
  private int blockCrc;
  private int combinedCrc;

  Bzip2Stream(PackedInput input) {
    super(input);
    bits = new Bzip2Bits(input);
    memory = new byte[STEP_BYTES];
  }

  @Override
  boolean advance() throws IOException {
    if (isInBlock) {
      given = 0;
      filled = block.give(memory);
      if (filled < memory.length) endBlock();
      return true;
    }
    if (isInStream) {
      beginBlock();
      return true;
    }
    return beginStream();
  }

  private boolean beginStream() throws IOException {
    if (!input.has(1)) return false;
    long start = input.offset();
    int magic = bits.take(24);
    int level = bits.take(8) - '0';
    if (magic != MAGIC || level < 1 || level > 9) {
      throw new MalformedException(
          start,
          "0x%06x and level %d, expected a bzip2 stream: 0x%06x and 1 to 9"
              .formatted(magic, level, MAGIC));
    }
    levelBytes = level * LEVEL_BYTES;
    combinedCrc = 0;
    isInStream = true;
    return true;
  }

  private void beginBlock() throws IOException {
    blockOffset = bits.offset();
    long mark = (long) bits.take(24) << 24 | bits.take(24);
    int crc = bits.take(32);
    if (mark == END_MARK) {
      endStream(crc);
      return;
    }
    if (mark != BLOCK_MARK) {
      throw new MalformedException(
          blockOffset,
          "0x%012x, expected the mark of a bzip2 block, 0x%012x, or of the end, 0x%012x"
              .formatted(mark, BLOCK_MARK, END_MARK));
    }
    blockCrc = crc;
    block.read(bits, levelBytes);
    isInBlock = true;
  }

  private void endBlock() {
    isInBlock = false;
    combinedCrc = Integer.rotateLeft(combinedCrc, 1) ^ block.crc();
    if (block.crc() != blockCrc) {
      throw new MalformedException(
          blockOffset,
          "the bzip2 block that begins here has CRC-32 0x%08x, 0x%08x is noted"
              .formatted(block.crc(), blockCrc));
    }
  }

  private void endStream(int crc) {
    isInStream = false;
    bits.toWholeByte();
    if (crc != combinedCrc) {
      throw new MalformedException(
          blockOffset,
          "the bzip2 stream that ends here has CRC-32 0x%08x, 0x%08x is noted"
              .formatted(combinedCrc, crc));
    }
  }
}
