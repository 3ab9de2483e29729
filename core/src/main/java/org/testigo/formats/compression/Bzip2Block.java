package org.testigo.formats.compression;

import java.io.IOException;
import java.util.Arrays;

/// One block: read whole, un-sorted (Burrows-Wheeler), then given with its runs spread.
///
/// Layout behind the block's CRC, in bits: randomised (1), the row of the text's start (24), which
/// byte values occur (16, then 16 for each), the Huffman codes of [Bzip2Codes], and with them runs
/// (symbols 0 and 1 as digits of base 2), ranks in a move-to-front list, and the end.
final class Bzip2Block {
  private static final int SPREAD_AT = 4;
  private static final int CRC_POLYNOMIAL = 0x04c11db7;
  private static final int[] CRC_TABLE = crcTable();

  private int[] next = {};
  private int crc;
  private int length;
  private int at;
  private int left;
  private int last;
  private int equal;
  private int spread;

  private static int[] crcTable() {
    var table = new int[256];
    for (int i = 0; i < 256; i++) {
      int value = i << 24;
      for (int bit = 0; bit < 8; bit++) value = value << 1 ^ (value < 0 ? CRC_POLYNOMIAL : 0);
      table[i] = value;
    }
    return table;
  }

  void read(Bzip2Bits bits, int maxBytes) throws IOException {
    if (bits.takeOne()) throw bits.damaged("a randomised bzip2 block, as before 1997, expected 0");
    int start = bits.take(24);
    if (next.length < maxBytes) next = new int[maxBytes];
    byte[] ranks = usedValues(bits);
    var codes = Bzip2Codes.read(bits, ranks.length + 2);
    var counts = new int[256];
    length = unpack(bits, codes, ranks, maxBytes, counts);
    if (start >= length && length > 0)
      throw bits.damaged("a bzip2 text that begins at %d of %d".formatted(start, length));
    unsort(counts);
    begin(start);
  }

  private static byte[] usedValues(Bzip2Bits bits) throws IOException {
    int groups = bits.take(16);
    var values = new byte[256];
    int count = 0;
    for (int group = 0; group < 16; group++) {
      if ((groups << group & 0x8000) == 0) continue;
      int members = bits.take(16);
      for (int i = 0; i < 16; i++)
        if ((members << i & 0x8000) != 0) values[count++] = (byte) (16 * group + i);
    }
    if (count == 0) throw bits.damaged("a bzip2 block without any byte value");
    return Arrays.copyOf(values, count);
  }

  /// @return how many bytes the block has before its runs are spread
  private int unpack(Bzip2Bits bits, Bzip2Codes codes, byte[] ranks, int maxBytes, int[] counts)
      throws IOException {
    int end = ranks.length + 1;
    int filled = 0;
    int run = 0;
    int digit = 1;
    while (true) {
      int symbol = codes.next(bits);
      if (symbol <= 1) {
        if (digit > maxBytes) throw tooLong(bits, maxBytes);
        run += digit << symbol;
        digit <<= 1;
        continue;
      }
      if (run > 0) {
        if (run > maxBytes - filled) throw tooLong(bits, maxBytes);
        int value = ranks[0] & 0xff;
        Arrays.fill(next, filled, filled + run, value);
        counts[value] += run;
        filled += run;
        run = 0;
        digit = 1;
      }
      if (symbol == end) return filled;
      if (filled == maxBytes) throw tooLong(bits, maxBytes);
      byte value = toFront(ranks, symbol - 1);
      counts[value & 0xff]++;
      next[filled++] = value & 0xff;
    }
  }

  private static byte toFront(byte[] ranks, int rank) {
    byte value = ranks[rank];
    System.arraycopy(ranks, 0, ranks, 1, rank);
    ranks[0] = value;
    return value;
  }

  private static RuntimeException tooLong(Bzip2Bits bits, int maxBytes) {
    return bits.damaged("a bzip2 block of more than %d bytes".formatted(maxBytes));
  }

  /// Puts into the upper bits of each row which row follows it.
  private void unsort(int[] counts) {
    var starts = new int[256];
    for (int value = 1; value < 256; value++) starts[value] = starts[value - 1] + counts[value - 1];
    for (int row = 0; row < length; row++) next[starts[next[row] & 0xff]++] |= row << 8;
  }

  private void begin(int start) {
    at = length == 0 ? 0 : next[start] >>> 8;
    left = length;
    last = -1;
    equal = 0;
    spread = 0;
    crc = -1;
  }

  /// Gives what comes next; less than the array takes means the end of the block.
  int give(byte[] into) {
    int filled = 0;
    int sum = crc;
    while (filled < into.length && (left > 0 || spread > 0)) {
      if (spread > 0) {
        spread--;
      } else {
        int row = next[at];
        at = row >>> 8;
        left--;
        if (equal == SPREAD_AT) {
          spread = row & 0xff;
          equal = 0;
          continue;
        }
        equal = (row & 0xff) == last ? equal + 1 : 1;
        last = row & 0xff;
      }
      into[filled++] = (byte) last;
      sum = sum << 8 ^ CRC_TABLE[sum >>> 24 ^ last];
    }
    crc = sum;
    return filled;
  }

  /// Of all that was given.
  int crc() {
    return ~crc;
  }
}
