package org.testigo.formats.compression;

import java.io.IOException;

/// The Huffman codes of a block: two to six tables, and which of them is used for each 50 symbols.
///
/// Layout in bits: how many tables (3); how many selectors (15); the selectors as ranks of a
/// move-to-front list, each as many ones and a zero; for each table the first length (5), then for
/// each symbol steps (10 up, 11 down) and a zero.
final class Bzip2Codes {
  private static final int GROUP_SYMBOLS = 50;
  private static final int MAX_BITS = 20;
  private static final int MAX_SELECTORS = 18_002;

  private final Table[] tables;
  private final byte[] selectors;
  private int group = -1;
  private int leftInGroup;
  private Table table;

  private Bzip2Codes(Table[] tables, byte[] selectors) {
    this.tables = tables;
    this.selectors = selectors;
    this.table = tables[0];
  }

  /// Codes of one table in their order: `limits[n]` is one more than the highest code of n bits,
  /// written with 20 bits.
  @SuppressWarnings("ArrayRecordComponent") // on the innermost path, and nobody keeps it
  private record Table(int minBits, int[] limits, int[] offsets, char[] symbols) {
    static Table of(byte[] lengths) {
      var limits = new int[MAX_BITS + 1];
      var offsets = new int[MAX_BITS + 1];
      var symbols = new char[lengths.length];
      int code = 0;
      int count = 0;
      int minBits = MAX_BITS;
      for (int bits = 1; bits <= MAX_BITS; bits++) {
        offsets[bits] = count - code;
        for (int symbol = 0; symbol < lengths.length; symbol++) {
          if (lengths[symbol] != bits) continue;
          symbols[count++] = (char) symbol;
          code++;
          minBits = Math.min(minBits, bits);
        }
        limits[bits] = Math.min(code, 1 << bits) << MAX_BITS - bits;
        code <<= 1;
      }
      return new Table(minBits, limits, offsets, symbols);
    }
  }

  static Bzip2Codes read(Bzip2Bits bits, int symbols) throws IOException {
    int tableCount = bits.take(3);
    int selectorCount = bits.take(15);
    if (tableCount < 2 || tableCount > 6 || selectorCount < 1) {
      throw bits.damaged(
          "%d Huffman tables and %d selectors in a bzip2 block, expected 2 to 6 and 1 or more"
              .formatted(tableCount, selectorCount));
    }
    byte[] selectors = selectors(bits, tableCount, selectorCount);
    var tables = new Table[tableCount];
    for (int i = 0; i < tableCount; i++) tables[i] = Table.of(lengths(bits, symbols));
    return new Bzip2Codes(tables, selectors);
  }

  private static byte[] selectors(Bzip2Bits bits, int tableCount, int count) throws IOException {
    byte[] ranks = {0, 1, 2, 3, 4, 5};
    // Some writers add more than a block can use.
    var selectors = new byte[Math.min(count, MAX_SELECTORS)];
    for (int i = 0; i < count; i++) {
      int rank = 0;
      while (bits.takeOne()) {
        if (++rank >= tableCount)
          throw bits.damaged("bzip2 selector %d of %d tables".formatted(rank, tableCount));
      }
      byte value = ranks[rank];
      System.arraycopy(ranks, 0, ranks, 1, rank);
      ranks[0] = value;
      if (i < selectors.length) selectors[i] = value;
    }
    return selectors;
  }

  private static byte[] lengths(Bzip2Bits bits, int symbols) throws IOException {
    var lengths = new byte[symbols];
    int length = bits.take(5);
    for (int symbol = 0; symbol < symbols; symbol++) {
      while (true) {
        if (length < 1 || length > MAX_BITS) {
          throw bits.damaged(
              "a bzip2 code of %d bits, expected 1 to %d".formatted(length, MAX_BITS));
        }
        if (!bits.takeOne()) break;
        length += bits.takeOne() ? -1 : 1;
      }
      lengths[symbol] = (byte) length;
    }
    return lengths;
  }

  int next(Bzip2Bits bits) throws IOException {
    if (leftInGroup == 0) {
      if (++group >= selectors.length)
        throw bits.damaged(
            "more symbols in a bzip2 block than its %d selectors allow".formatted(group));
      leftInGroup = GROUP_SYMBOLS;
      table = tables[selectors[group]];
    }
    leftInGroup--;
    int next = bits.peek(MAX_BITS);
    int length = table.minBits;
    while (next >= table.limits[length]) {
      if (++length > MAX_BITS) throw bits.damaged("bits that are no code of a bzip2 block");
    }
    bits.use(length);
    return table.symbols[table.offsets[length] + (next >>> MAX_BITS - length)];
  }
}
