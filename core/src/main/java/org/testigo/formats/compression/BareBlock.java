package org.testigo.formats.compression;

import org.testigo.model.MalformedException;

/// Compressed blocks without a frame around them, as other formats hold them. Their readers write
/// and read some bytes too many, so arrays on both sides have [#SPARE_BYTES] behind their end.
///
/// Damage is told by a [MalformedException] whose offset counts from the start of the block.
public final class BareBlock {
  public static final int SPARE_BYTES = Copies.SLACK_BYTES;

  /// A further byte of a length stands for 255 bytes.
  private static final int LZ4_MAX_RATIO = 255;

  /// A copy of three bytes stands for 64.
  private static final int SNAPPY_MAX_RATIO = 22;

  private BareBlock() {}

  /// What a block of LZ4 holds, with spare bytes behind it.
  ///
  /// @param unpackedBytes what it must hold, no less and no more
  /// @throws MalformedException when it is damaged or holds another number of bytes
  public static byte[] lz4(byte[] packed, int from, int length, int unpackedBytes) {
    check("LZ4", length, unpackedBytes, LZ4_MAX_RATIO);
    byte[] out = new byte[unpackedBytes + SPARE_BYTES];
    var block = new Lz4Block(packed, from, length, out, 0, 0, unpackedBytes);
    try {
      block.unpack();
    } catch (Lz4Block.DamagedBlock e) {
      throw new MalformedException(e.index() - from, e.detail());
    }
    if (block.filled() != unpackedBytes)
      throw new MalformedException(
          length,
          "the LZ4 block holds %d bytes, expected %d".formatted(block.filled(), unpackedBytes));
    return out;
  }

  /// What a block of Snappy holds, with spare bytes behind it.
  ///
  /// @param unpackedBytes what it must hold, no less and no more
  /// @throws MalformedException when it is damaged or holds another number of bytes
  public static byte[] snappy(byte[] packed, int from, int length, int unpackedBytes) {
    check("Snappy", length, unpackedBytes, SNAPPY_MAX_RATIO);
    return new SnappyBlock(packed, from, length).unpack(unpackedBytes);
  }

  /// So that a small block cannot ask for much memory.
  private static void check(String codec, int length, int unpackedBytes, int maxRatio) {
    if (unpackedBytes <= (long) length * maxRatio) return;
    throw new MalformedException(
        0,
        "%d bytes out of %d, expected at most %d times as many in %s"
            .formatted(unpackedBytes, length, maxRatio, codec));
  }
}
