package org.testigo.model;

/// Thrown by a reader that meets a version or layout that it does not know, naming what it met and
/// what it knows.
public final class UnsupportedLayoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnsupportedLayoutException(String detail) {
    super(detail);
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
