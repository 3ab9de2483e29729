package org.testigo.formats.compression;

/// The two copies of every LZ format. Short ones move 16 bytes at once: they may write up to
/// [#SLACK_BYTES] behind their end, and read as far behind the literals.
final class Copies {
  static final int SLACK_BYTES = 16;

  private Copies() {}

  private static void copy16(byte[] from, int fromAt, byte[] to, int toAt) {
    long first = (long) PackedInput.LONG.get(from, fromAt);
    long second = (long) PackedInput.LONG.get(from, fromAt + 8);
    PackedInput.LONG.set(to, toAt, first);
    PackedInput.LONG.set(to, toAt + 8, second);
  }

  /// Copies bytes between two arrays, or within one where they do not overlap.
  static void literals(byte[] from, int fromAt, byte[] to, int toAt, int count) {
    // Nearly all are short: no loop for them.
    copy16(from, fromAt, to, toAt);
    if (count > 16) System.arraycopy(from, fromAt + 16, to, toAt + 16, count - 16);
  }

  /// Repeats what lies `distance` bytes back, which may overlap what is written.
  static void match(byte[] bytes, int at, int distance, int count) {
    if (distance < 16) {
      shortDistance(bytes, at, distance, count);
      return;
    }
    copy16(bytes, at - distance, bytes, at);
    if (count > 16) rest(bytes, at, distance, count);
  }

  private static void rest(byte[] bytes, int at, int distance, int count) {
    int from = at - distance + 16;
    if (distance >= count) System.arraycopy(bytes, from, bytes, at + 16, count - 16);
    else by16(bytes, from, at + 16, count - 16);
  }

  private static void shortDistance(byte[] bytes, int at, int distance, int count) {
    int single = Math.min(count, 16);
    for (int i = at; i < at + single; i++) bytes[i] = bytes[i - distance];
    // The same bytes lie at every multiple of the distance back.
    int multiple = (15 / distance + 1) * distance;
    if (count > 16) by16(bytes, at + 16 - multiple, at + 16, count - 16);
  }

  private static void by16(byte[] bytes, int from, int to, int count) {
    for (int i = 0; i < count; i += 16) copy16(bytes, from + i, bytes, to + i);
  }
}
