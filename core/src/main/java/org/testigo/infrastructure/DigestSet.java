package org.testigo.infrastructure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A set of texts of which only the first eight bytes of their SHA-256 are kept: among a hundred
/// million, one pair in several thousand sets is taken for the same by chance.
final class DigestSet {
  private final MessageDigest sha256;
  private long[] slots = new long[1 << 10];
  private int size;
  private boolean holdsZero;

  DigestSet() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Whether it was not there before.
  boolean add(String text) {
    long digest = ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
    if (digest == 0) {
      boolean isNew = !holdsZero;
      holdsZero = true;
      return isNew;
    }
    if ((size + 1) * 2 > slots.length) grow();
    return put(digest);
  }

  private boolean put(long digest) {
    int mask = slots.length - 1;
    int at = (int) digest & mask;
    while (slots[at] != 0) {
      if (slots[at] == digest) return false;
      at = at + 1 & mask;
    }
    slots[at] = digest;
    size++;
    return true;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[before.length * 2];
    size = 0;
    for (long digest : before) if (digest != 0) put(digest);
  }

  long size() {
    return holdsZero ? size + 1L : size;
  }
}
