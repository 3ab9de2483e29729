package org.testigo.scanning.prefilter;

import java.util.Arrays;

/// Bytes as they are.
@SuppressWarnings("ArrayRecordComponent") // on the innermost path, and nobody keeps it
record ExactPattern(byte[] bytes) implements Pattern {

  @Override
  public int length() {
    return bytes.length;
  }

  @Override
  public int[] blocks(int offset) {
    return new int[] {BlockPrefilter.block(bytes, offset)};
  }

  @Override
  public boolean standsAt(byte[] text, int at, int from) {
    return Arrays.equals(bytes, 0, bytes.length, text, at, at + bytes.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExactPattern exact && Arrays.equals(bytes, exact.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
