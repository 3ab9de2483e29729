package org.testigo.formats.compression;

/// The 32-bit xxHash with seed 0, fed piece by piece, as LZ4 frames use it.
///
/// Known from the xxHash specification 0.1.1.
final class XxHash32 {
  private static final int PRIME_1 = 0x9E3779B1;
  private static final int PRIME_2 = 0x85EBCA77;
  private static final int PRIME_3 = 0xC2B2AE3D;
  private static final int PRIME_4 = 0x27D4EB2F;
  private static final int PRIME_5 = 0x165667B1;
  private static final int STRIPE_BYTES = 16;

  private final byte[] rest = new byte[STRIPE_BYTES];
  private int restBytes;
  private long totalBytes;

  @SuppressWarnings("ConstantOverflow") // sums wrap around
  private int lane1 = PRIME_1 + PRIME_2;

  private int lane2 = PRIME_2;
  private int lane3;
  private int lane4 = -PRIME_1;

  static int of(byte[] bytes, int from, int length) {
    var hash = new XxHash32();
    hash.update(bytes, from, length);
    return hash.value();
  }

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
    int one = lane1;
    int two = lane2;
    int three = lane3;
    int four = lane4;
    for (int at = from; at < end; at += STRIPE_BYTES) {
      one = round(one, (int) PackedInput.INT.get(bytes, at));
      two = round(two, (int) PackedInput.INT.get(bytes, at + 4));
      three = round(three, (int) PackedInput.INT.get(bytes, at + 8));
      four = round(four, (int) PackedInput.INT.get(bytes, at + 12));
    }
    lane1 = one;
    lane2 = two;
    lane3 = three;
    lane4 = four;
  }

  private static int round(int lane, int input) {
    return Integer.rotateLeft(lane + input * PRIME_2, 13) * PRIME_1;
  }

  int value() {
    int hash = PRIME_5;
    if (totalBytes >= STRIPE_BYTES) {
      hash =
          Integer.rotateLeft(lane1, 1)
              + Integer.rotateLeft(lane2, 7)
              + Integer.rotateLeft(lane3, 12)
              + Integer.rotateLeft(lane4, 18);
    }
    hash += (int) totalBytes;
    int at = 0;
    for (; at + 4 <= restBytes; at += 4) {
      int word = (int) PackedInput.INT.get(rest, at);
      hash = Integer.rotateLeft(hash + word * PRIME_3, 17) * PRIME_4;
    }
    for (; at < restBytes; at++)
      hash = Integer.rotateLeft(hash + (rest[at] & 0xff) * PRIME_5, 11) * PRIME_1;
    hash = (hash ^ (hash >>> 15)) * PRIME_2;
    hash = (hash ^ (hash >>> 13)) * PRIME_3;
    return hash ^ (hash >>> 16);
  }
}
