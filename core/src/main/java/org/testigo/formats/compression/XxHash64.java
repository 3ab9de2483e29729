package org.testigo.formats.compression;

/// The 64-bit xxHash with seed 0, fed piece by piece; zstd closes a frame with its low half.
///
/// Known from the xxHash specification 0.1.1.
final class XxHash64 {
  private static final long PRIME_1 = 0x9E3779B185EBCA87L;
  private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
  private static final long PRIME_3 = 0x165667B19E3779F9L;
  private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
  private static final long PRIME_5 = 0x27D4EB2F165667C5L;
  private static final int STRIPE_BYTES = 32;

  private final byte[] rest = new byte[STRIPE_BYTES];
  private int restBytes;
  private long totalBytes;

  @SuppressWarnings("ConstantOverflow") // sums wrap around
  private long lane1 = PRIME_1 + PRIME_2;

  private long lane2 = PRIME_2;
  private long lane3;
  private long lane4 = -PRIME_1;

  void update(byte[] bytes, int from, int length) {
    totalBytes += length;
    int at = from;
    int end = from + length;
    if (restBytes > 0) {
      int count = Math.min(STRIPE_BYTES - restBytes, length);
      System.arraycopy(bytes, at, rest, restBytes, count);
      restBytes += count;
      at += count;
      if (restBytes < STRIPE_BYTES) return;
      stripes(rest, 0, STRIPE_BYTES);
      restBytes = 0;
    }
    int whole = (end - at) / STRIPE_BYTES * STRIPE_BYTES;
    stripes(bytes, at, at + whole);
    restBytes = end - at - whole;
    System.arraycopy(bytes, at + whole, rest, 0, restBytes);
  }

  private void stripes(byte[] bytes, int from, int end) {
    long one = lane1;
    long two = lane2;
    long three = lane3;
    long four = lane4;
    for (int at = from; at < end; at += STRIPE_BYTES) {
      one = round(one, (long) PackedInput.LONG.get(bytes, at));
      two = round(two, (long) PackedInput.LONG.get(bytes, at + 8));
      three = round(three, (long) PackedInput.LONG.get(bytes, at + 16));
      four = round(four, (long) PackedInput.LONG.get(bytes, at + 24));
    }
    lane1 = one;
    lane2 = two;
    lane3 = three;
    lane4 = four;
  }

  private static long round(long lane, long input) {
    return Long.rotateLeft(lane + input * PRIME_2, 31) * PRIME_1;
  }

  private static long merge(long hash, long lane) {
    return (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
  }

  long value() {
    long hash = PRIME_5;
    if (totalBytes >= STRIPE_BYTES) {
      hash =
          Long.rotateLeft(lane1, 1)
              + Long.rotateLeft(lane2, 7)
              + Long.rotateLeft(lane3, 12)
              + Long.rotateLeft(lane4, 18);
      hash = merge(merge(merge(merge(hash, lane1), lane2), lane3), lane4);
    }
    return avalanche(withRest(hash + totalBytes));
  }

  private long withRest(long start) {
    long hash = start;
    int at = 0;
    for (; at + 8 <= restBytes; at += 8) {
      hash ^= round(0, (long) PackedInput.LONG.get(rest, at));
      hash = Long.rotateLeft(hash, 27) * PRIME_1 + PRIME_4;
    }
    if (at + 4 <= restBytes) {
      hash ^= Integer.toUnsignedLong((int) PackedInput.INT.get(rest, at)) * PRIME_1;
      hash = Long.rotateLeft(hash, 23) * PRIME_2 + PRIME_3;
      at += 4;
    }
    for (; at < restBytes; at++)
      hash = Long.rotateLeft(hash ^ ((rest[at] & 0xff) * PRIME_5), 11) * PRIME_1;
    return hash;
  }

  private static long avalanche(long start) {
    long hash = (start ^ (start >>> 33)) * PRIME_2;
    hash = (hash ^ (hash >>> 29)) * PRIME_3;
    return hash ^ (hash >>> 32);
  }
}
