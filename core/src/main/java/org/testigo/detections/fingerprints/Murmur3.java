package org.testigo.detections.fingerprints;

/// MurmurHash3 for x86, 32 bits, with seed 0: what Shodan names an icon by.
///
/// Four bytes at a time, little-endian; then the rest of one to three bytes, then the length. Known
/// from: the public-domain `MurmurHash3.cpp` of Austin Appleby.
final class Murmur3 {
  private static final int C1 = 0xcc9e2d51;
  private static final int C2 = 0x1b873593;

  private Murmur3() {}

  static int hash(byte[] bytes) {
    int hash = 0;
    int whole = bytes.length & ~3;
    for (int at = 0; at < whole; at += 4) {
      hash ^= mixed(word(bytes, at, 4));
      hash = Integer.rotateLeft(hash, 13) * 5 + 0xe6546b64;
    }
    hash ^= mixed(word(bytes, whole, bytes.length - whole));
    return last(hash ^ bytes.length);
  }

  private static int word(byte[] bytes, int at, int count) {
    int word = 0;
    for (int i = 0; i < count; i++) word |= (bytes[at + i] & 0xff) << 8 * i;
    return word;
  }

  private static int mixed(int word) {
    return Integer.rotateLeft(word * C1, 15) * C2;
  }

  private static int last(int hash) {
    int h = hash ^ hash >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    return h ^ h >>> 16;
  }
}
