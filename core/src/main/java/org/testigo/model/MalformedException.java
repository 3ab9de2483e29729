package org.testigo.model;

/// Thrown by a decoder at once when bytes do not follow their format: where, and one sentence with
/// the value met and the value expected.
public final class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long offsetBytes;

  /// @param offsetBytes from the start of the file or value that is decoded; -1 where it has no
  ///   meaning
  public MalformedException(long offsetBytes, String detail) {
    super(detail);
    this.offsetBytes = offsetBytes;
  }

  /// From the start of the file or value that is decoded; -1 where it has no meaning.
  public long offsetBytes() {
    return offsetBytes;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
