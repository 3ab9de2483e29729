package org.testigo.formats.parquet;

import java.util.Arrays;

/// Byte arrays behind the differences of their lengths; with prefixes, also behind the differences
/// of how many bytes each has in common with the one before.
final class DeltaArrays implements Values {
  private final PageBytes bytes;
  private final DeltaNumbers lengths;
  private final boolean hasPrefixes;
  private final DeltaNumbers prefixes;
  private byte[] last = {};

  private DeltaArrays(
      PageBytes bytes, DeltaNumbers lengths, boolean hasPrefixes, DeltaNumbers prefixes) {
    this.bytes = bytes;
    this.lengths = lengths;
    this.hasPrefixes = hasPrefixes;
    this.prefixes = prefixes;
  }

  /// DELTA_LENGTH_BYTE_ARRAY.
  static Values ofLengths(PageBytes bytes, int atMost) {
    var lengths = behind(bytes, atMost);
    return new DeltaArrays(bytes, lengths, false, lengths);
  }

  /// DELTA_BYTE_ARRAY.
  static Values ofPrefixes(PageBytes bytes, int atMost) {
    var prefixes = behind(bytes, atMost);
    return new DeltaArrays(bytes, behind(bytes, atMost), true, prefixes);
  }

  /// Reads numbers once, to learn where they end, and gives them to be read again.
  private static DeltaNumbers behind(PageBytes bytes, int atMost) {
    var again = new DeltaNumbers(bytes.again(), atMost);
    new DeltaNumbers(bytes, atMost).sum();
    return again;
  }

  @Override
  public Cell next() {
    int prefix = hasPrefixes ? (int) prefixes.next() : 0;
    int length = (int) lengths.next();
    if (prefix > last.length)
      throw bytes.damaged("%d bytes of a value before that has %d".formatted(prefix, last.length));
    if (prefix + length > Limits.VALUE_BYTES)
      throw bytes.damaged(
          "a value of %d bytes, expected at most %d"
              .formatted(prefix + length, Limits.VALUE_BYTES));
    bytes.need(length, "a value");
    // A prefix is at most as long as the last value, which stays empty without prefixes.
    byte[] value = Arrays.copyOf(last, prefix + length);
    System.arraycopy(bytes.array, bytes.at, value, prefix, length);
    bytes.at += length;
    if (hasPrefixes) last = value;
    return new Cell.Blob(value);
  }
}
