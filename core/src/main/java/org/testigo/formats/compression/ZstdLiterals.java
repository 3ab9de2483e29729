package org.testigo.formats.compression;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads the literals of a packed block.
///
/// Layout (RFC 8878, 3.1.1.3.1, numbers little-endian): kind (bits 0-1 of the first byte) and form
/// of the sizes (bits 2-3), size unpacked, size packed for kinds 2 and 3; then stored bytes (0),
/// the one byte that is repeated (1), a Huffman table and streams (2), streams of the table before
/// (3).
final class ZstdLiterals {
  private static final int STORED = 0;
  private static final int REPEATED = 1;
  private static final int WITH_TABLE = 2;
  private static final int MAX_BYTES = ZstdFrameHeader.MAX_BLOCK_BYTES;
  private static final String WHAT = "the literals";

  private @Nullable ZstdHuffman table;

  void beginFrame() {
    table = null;
  }

  /// @return the index behind them
  int read(ZstdInput packed, int at, ZstdUnwoven block) {
    int first = packed.number8(at, WHAT);
    int kind = first & 3;
    int form = first >>> 2 & 3;
    return kind == STORED || kind == REPEATED
        ? plain(packed, at, kind, form, block)
        : coded(packed, at, kind, form, block);
  }

  private static int plain(ZstdInput packed, int at, int kind, int form, ZstdUnwoven block) {
    int headBytes = form == 1 ? 2 : form == 3 ? 3 : 1;
    packed.need(at, headBytes, WHAT);
    int head = (int) PackedInput.INT.get(packed.bytes(), at);
    int count = (head & 0xffffff >>> 8 * (3 - headBytes)) >>> (headBytes == 1 ? 3 : 4);
    checkCount(packed, at, count);
    int body = at + headBytes;
    if (kind == REPEATED) {
      Arrays.fill(block.literals, 0, count, (byte) packed.number8(body, WHAT));
      block.literalCount = count;
      return body + 1;
    }
    packed.need(body, count, WHAT);
    System.arraycopy(packed.bytes(), body, block.literals, 0, count);
    block.literalCount = count;
    return body + count;
  }

  private int coded(ZstdInput packed, int at, int kind, int form, ZstdUnwoven block) {
    int headBytes = form < 2 ? 3 : form + 2;
    int sizeBits = form < 2 ? 10 : form == 2 ? 14 : 18;
    packed.need(at, headBytes, WHAT);
    long head = (long) PackedInput.LONG.get(packed.bytes(), at);
    int mask = (1 << sizeBits) - 1;
    int count = (int) (head >>> 4) & mask;
    int packedBytes = (int) (head >>> (4 + sizeBits)) & mask;
    checkCount(packed, at, count);
    int body = at + headBytes;
    packed.need(body, packedBytes, WHAT);
    int end = body + packedBytes;
    if (kind == WITH_TABLE) {
      var described = ZstdHuffman.read(packed, body, end);
      table = described.table();
      body = described.end();
    } else if (table == null) {
      throw packed.damaged(at, "zstd literals coded with the table before, there is none");
    }
    if (form == 0) table.one(packed, body, end, block.literals, count);
    else table.four(packed, body, end, block.literals, count);
    block.literalCount = count;
    return end;
  }

  private static void checkCount(ZstdInput packed, int at, int count) {
    if (count <= MAX_BYTES) return;
    throw packed.damaged(
        at, "%d zstd literals in one block, expected at most %d".formatted(count, MAX_BYTES));
  }
}
