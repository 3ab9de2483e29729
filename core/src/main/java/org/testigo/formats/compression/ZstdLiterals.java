package org.testigo.formats.compression;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The literals of a packed block: `bytes[from .. from + count)`, with slack behind them.
///
/// Layout (RFC 8878, 3.1.1.3.1, numbers little-endian): kind (bits 0-1 of the first byte) and form
/// of the sizes (bits 2-3), size unpacked, size packed for kinds 2 and 3; then stored bytes (0),
/// the one byte that is repeated (1), a Huffman table and streams (2), streams of the table before
/// (3).
final class ZstdLiterals {
  private static final int STORED = 0;
  private static final int REPEATED = 1;
  private static final int WITH_TABLE = 2;
  private static final int MAX_BYTES = 1 << 17;
  private static final String WHAT = "the literals";

  private final byte[] own = new byte[MAX_BYTES + Copies.SLACK_BYTES];
  private @Nullable ZstdHuffman table;
  byte[] bytes = own;
  int from;
  int count;

  void beginFrame() {
    table = null;
  }

  /// @return the index behind them
  int unpack(ZstdInput packed, int at) {
    int first = packed.number8(at, WHAT);
    int kind = first & 3;
    int form = first >>> 2 & 3;
    return kind == STORED || kind == REPEATED
        ? plain(packed, at, kind, form)
        : coded(packed, at, kind, form);
  }

  private int plain(ZstdInput packed, int at, int kind, int form) {
    int headBytes = form == 1 ? 2 : form == 3 ? 3 : 1;
    packed.need(at, headBytes, WHAT);
    int head = (int) PackedInput.INT.get(packed.bytes(), at);
    count = (head & 0xffffff >>> 8 * (3 - headBytes)) >>> (headBytes == 1 ? 3 : 4);
    checkCount(packed, at);
    int body = at + headBytes;
    if (kind == REPEATED) {
      Arrays.fill(own, 0, count, (byte) packed.number8(body, WHAT));
      bytes = own;
      from = 0;
      return body + 1;
    }
    packed.need(body, count, WHAT);
    bytes = packed.bytes();
    from = body;
    return body + count;
  }

  private int coded(ZstdInput packed, int at, int kind, int form) {
    int headBytes = form < 2 ? 3 : form + 2;
    int sizeBits = form < 2 ? 10 : form == 2 ? 14 : 18;
    packed.need(at, headBytes, WHAT);
    long head = (long) PackedInput.LONG.get(packed.bytes(), at);
    int mask = (1 << sizeBits) - 1;
    count = (int) (head >>> 4) & mask;
    int packedBytes = (int) (head >>> (4 + sizeBits)) & mask;
    checkCount(packed, at);
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
    if (form == 0) table.one(packed, body, end, own, count);
    else table.four(packed, body, end, own, count);
    bytes = own;
    from = 0;
    return end;
  }

  private void checkCount(ZstdInput packed, int at) {
    if (count <= MAX_BYTES) return;
    throw packed.damaged(
        at, "%d zstd literals in one block, expected at most %d".formatted(count, MAX_BYTES));
  }
}
