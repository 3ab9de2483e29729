package org.testigo.formats.sqlite;

/// Integers of 1 to 9 bytes: seven bits a byte, most significant first, the high bit set on all but
/// the last; a ninth byte gives eight bits.
final class Varint {
  static final int MAX_LENGTH_BYTES = 9;

  private Varint() {}

  /// The length in bytes; 0 where the varint does not end before the limit.
  static int lengthBytes(byte[] data, int at, int limit) {
    int last = Math.min(limit, at + MAX_LENGTH_BYTES);
    for (int i = at; i < last; i++) {
      if (data[i] >= 0) return i - at + 1;
    }
    return last - at == MAX_LENGTH_BYTES ? MAX_LENGTH_BYTES : 0;
  }

  /// The value of a varint whose length is known.
  static long value(byte[] data, int at, int lengthBytes) {
    long value = 0;
    int sevens = Math.min(lengthBytes, MAX_LENGTH_BYTES - 1);
    for (int i = 0; i < sevens; i++) value = (value << 7) | (data[at + i] & 0x7f);
    return lengthBytes < MAX_LENGTH_BYTES ? value : (value << 8) | (data[at + 8] & 0xff);
  }
}
