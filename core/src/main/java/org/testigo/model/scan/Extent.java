package org.testigo.model.scan;

/// A stretch of bytes within larger ones.
///
/// @param offsetBytes from the start of the answer or of the certificate's DER form
public record Extent(int offsetBytes, int lengthBytes) {
  public Extent {
    if (offsetBytes < 0 || lengthBytes < 0)
      throw new IllegalArgumentException(lengthBytes + " bytes at " + offsetBytes);
  }

  /// What lies between two offsets.
  public static Extent between(int from, int to) {
    return new Extent(from, to - from);
  }

  /// The offset behind the last byte.
  public int endBytes() {
    return offsetBytes + lengthBytes;
  }
}
