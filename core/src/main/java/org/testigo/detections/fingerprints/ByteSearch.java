package org.testigo.detections.fingerprints;

/// Finds bytes in bytes.
final class ByteSearch {
  private ByteSearch() {}

  /// Where `wanted` stands in `bytes` between two offsets; -1 where it does not.
  static int indexOf(byte[] bytes, int from, int to, byte[] wanted) {
    if (wanted.length == 0) return from <= to ? from : -1;
    byte first = wanted[0];
    for (int at = from; at <= to - wanted.length; at++)
      if (bytes[at] == first && standsAt(bytes, at, wanted)) return at;
    return -1;
  }

  /// Whether `wanted` stands at an offset, which leaves room for it.
  static boolean standsAt(byte[] bytes, int at, byte[] wanted) {
    return java.util.Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }
}
