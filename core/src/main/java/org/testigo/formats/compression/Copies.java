package org.testigo.formats.compression;

/// The two copies of every LZ format, in steps of eight bytes: they may write up to [#SLACK_BYTES]
/// behind their end, and read as far behind the literals.
final class Copies {
  static final int SLACK_BYTES = 16;
  private static final int LONG_COPY = 64;

  private Copies() {}

  /// Copies bytes between two arrays, or within one where they do not overlap.
  static void literals(byte[] from, int fromAt, byte[] to, int toAt, int count) {
    if (count > LONG_COPY) {
      System.arraycopy(from, fromAt, to, toAt, count);
      return;
    }
    for (int i = 0; i < count; i += 16) {
      PackedInput.LONG.set(to, toAt + i, (long) PackedInput.LONG.get(from, fromAt + i));
      PackedInput.LONG.set(to, toAt + i + 8, (long) PackedInput.LONG.get(from, fromAt + i + 8));
    }
  }

  /// Repeats what lies `distance` bytes back, which may overlap what is written.
  static void match(byte[] bytes, int at, int distance, int count) {
    if (distance >= 16) {
      if (count > LONG_COPY && distance >= count) {
        System.arraycopy(bytes, at - distance, bytes, at, count);
      } else {
        by16(bytes, at, distance, count);
      }
    } else if (distance >= 8) {
      for (int i = 0; i < count; i += 8)
        PackedInput.LONG.set(bytes, at + i, (long) PackedInput.LONG.get(bytes, at + i - distance));
    } else {
      shortDistance(bytes, at, distance, count);
    }
  }

  private static void shortDistance(byte[] bytes, int at, int distance, int count) {
    int single = Math.min(count, 16);
    for (int i = at; i < at + single; i++) bytes[i] = bytes[i - distance];
    // The same bytes lie at every multiple of the distance back.
    if (count > 16) by16(bytes, at + 16, (15 / distance + 1) * distance, count - 16);
  }

  private static void by16(byte[] bytes, int at, int distance, int count) {
    int from = at - distance;
    for (int i = 0; i < count; i += 16) {
      long first = (long) PackedInput.LONG.get(bytes, from + i);
      long second = (long) PackedInput.LONG.get(bytes, from + i + 8);
      PackedInput.LONG.set(bytes, at + i, first);
      PackedInput.LONG.set(bytes, at + i + 8, second);
    }
  }
}
