package org.testigo.formats.compression;

/// A table of finite-state entropy: what a state means, and how the next one is found.
///
/// An entry: bits 0-31 the value that the symbol begins with, 32-39 how many more bits are added to
/// it, 40-47 how many with those that choose the next state, 48-58 the first of the states to
/// choose from, 60-63 how many bits choose. (RFC 8878, 4.1.) The sum of three entries has the sums
/// of the two counts at their places: nothing below them carries so far.
final class ZstdFse {
  private static final int MIN_LOG = 5;

  /// As many as an entry can name.
  static final int MAX_STATES = 1 << 11;

  final long[] entries;
  final int log;

  private ZstdFse(long[] entries, int log) {
    this.entries = entries;
    this.log = log;
  }

  static long value(long entry) {
    return entry & 0xffff_ffffL;
  }

  /// In the lower six bits of the number, as far as a shift looks; above them is something else.
  static int addedBits(long entry) {
    return (int) (entry >>> 32);
  }

  static int allBits(long entry) {
    return (int) (entry >>> 40) & 0xff;
  }

  static int stateBits(long entry) {
    return (int) (entry >>> 60);
  }

  static long nextState(long entry) {
    return entry >>> 48 & 0x7ff;
  }

  /// Copies the table into a larger one, where its states have other numbers.
  void copyTo(long[] states, int at) {
    for (int i = 0; i < entries.length; i++) states[at + i] = entries[i] + ((long) at << 48);
  }

  /// A table with one state, which never ends.
  static ZstdFse single(ZstdCodes codes, int symbol) {
    return new ZstdFse(new long[] {entry(codes, symbol, 0, 0)}, 0);
  }

  /// @param counts how many states each symbol has; -1 for one state with all of the bits
  static ZstdFse of(ZstdCodes codes, int[] counts, int log) {
    int size = 1 << log;
    var symbols = new int[size];
    int highest = size;
    for (int symbol = 0; symbol < counts.length; symbol++)
      if (counts[symbol] == -1) symbols[--highest] = symbol;
    spread(symbols, counts, highest);
    var next = new int[counts.length];
    for (int symbol = 0; symbol < counts.length; symbol++) next[symbol] = Math.abs(counts[symbol]);
    var entries = new long[size];
    for (int state = 0; state < size; state++) {
      int symbol = symbols[state];
      int number = next[symbol]++;
      int bits = log - (31 - Integer.numberOfLeadingZeros(number));
      entries[state] = entry(codes, symbol, bits, (number << bits) - size);
    }
    return new ZstdFse(entries, log);
  }

  private static long entry(ZstdCodes codes, int symbol, int stateBits, int firstState) {
    long code = codes.entry(symbol);
    long allBits = (long) addedBits(code) + stateBits; // a code has nothing above its added bits
    return code | allBits << 40 | (long) firstState << 48 | (long) stateBits << 60;
  }

  private static void spread(int[] symbols, int[] counts, int highest) {
    int mask = symbols.length - 1;
    int step = (symbols.length >> 1) + (symbols.length >> 3) + 3;
    int at = 0;
    for (int symbol = 0; symbol < counts.length; symbol++) {
      for (int i = 0; i < counts[symbol]; i++) {
        symbols[at] = symbol;
        do {
          at = (at + step) & mask;
        } while (at >= highest);
      }
    }
  }

  /// A table, and where its description ended.
  record Described(ZstdFse table, int end) {}

  /// Reads the description of a table.
  ///
  /// @throws org.testigo.model.MalformedException when the counts do not add up to the table
  static Described read(ZstdInput packed, int from, int end, int maxLog, ZstdCodes codes) {
    var reader = new ZstdCounts(packed, from, end, codes.count());
    int log = reader.bits(4) + MIN_LOG;
    if (log > maxLog) {
      throw packed.damaged(
          from, "a zstd table of 2^%d states, expected at most 2^%d".formatted(log, maxLog));
    }
    int[] counts = reader.counts(log);
    return new Described(of(codes, counts, log), reader.endOfBytes());
  }
}
