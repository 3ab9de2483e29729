package org.testigo.model;

/// Thrown when a file of the evidence cannot be decrypted because its key is missing or does not
/// fit.
public final class MissingKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MissingKeyException(String detail) {
    super(detail);
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
