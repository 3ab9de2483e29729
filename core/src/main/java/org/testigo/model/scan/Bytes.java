package org.testigo.model.scan;

import java.util.Arrays;

/// Bytes as they stood in the evidence, compared by content. The array is copied neither on the way
/// in nor on the way out: answers are large and many, and nobody writes to them.
@SuppressWarnings("ArrayRecordComponent")
public record Bytes(byte[] array) {
  /// No bytes.
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  public int length() {
    return array.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(array);
  }

  @Override
  public String toString() {
    return array.length + " bytes";
  }
}
