package org.testigo.formats.compression;

import java.util.Arrays;

/// What the symbols of the tables stand for: a value to begin with and how many bits are added.
/// (RFC 8878, 3.1.1.3.2.1.1; the default counts are in 3.1.1.3.2.2.)
enum ZstdCodes {
  /// How many literals come before a repetition.
  LITERAL_LENGTHS(
      9,
      6,
      16,
      "1 1 1 1 2 2 3 3 4 6 7 8 9 10 11 12 13 14 15 16",
      0,
      "4 3 2 2 2 2 2 2 2 2 2 2 2 1 1 1 2 2 2 2 2 2 2 2 2 3 2 1 1 1 1 1 -1 -1 -1 -1"),
  /// How long a repetition is.
  MATCH_LENGTHS(
      9,
      6,
      32,
      "1 1 1 1 2 2 3 3 4 4 5 7 8 9 10 11 12 13 14 15 16",
      3,
      "1 4 3 2 2 2 2 2 2 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 -1 -1 -1 -1 -1 -1 -1"),
  /// How far back it lies.
  OFFSETS(8, 5, 0, "", 0, "1 1 1 1 1 1 2 2 2 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 -1 -1 -1 -1 -1"),
  /// Weights of Huffman codes: the symbol is the value.
  WEIGHTS(6, 0, 256, "", 0, "");

  private static final int OFFSET_CODES = 32;

  final int maxLog;

  @SuppressWarnings("ImmutableEnumChecker") // nobody writes to it
  private final long[] entries;

  @SuppressWarnings("ImmutableEnumChecker") // nobody writes to it
  private final ZstdFse byDefault;

  ZstdCodes(int maxLog, int defaultLog, int plainCodes, String addedBits, int base, String counts) {
    this.maxLog = maxLog;
    this.entries = plainCodes == 0 ? offsets() : lengths(plainCodes, numbers(addedBits), base);
    this.byDefault =
        counts.isEmpty() ? ZstdFse.single(this, 0) : ZstdFse.of(this, numbers(counts), defaultLog);
  }

  private static int[] numbers(String text) {
    if (text.isEmpty()) return new int[0];
    return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  /// The value begins with 2^code, and as many bits as the code says are added.
  private static long[] offsets() {
    var entries = new long[OFFSET_CODES];
    for (int code = 0; code < OFFSET_CODES; code++) entries[code] = 1L << code | (long) code << 32;
    return entries;
  }

  /// The first codes stand for themselves; each later one begins where the one before it ends.
  private static long[] lengths(int plainCodes, int[] addedBits, int base) {
    var entries = new long[plainCodes + addedBits.length];
    int value = base;
    for (int code = 0; code < entries.length; code++) {
      int bits = code < plainCodes ? 0 : addedBits[code - plainCodes];
      entries[code] = value | (long) bits << 32;
      value += 1 << bits;
    }
    return entries;
  }

  int count() {
    return entries.length;
  }

  long entry(int symbol) {
    return entries[symbol];
  }

  ZstdFse byDefault() {
    return byDefault;
  }
}
