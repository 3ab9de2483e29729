package org.testigo.indicators.patterns;

/// Thrown where a pattern follows the grammar and still cannot be held against a value: a regular
/// expression that is none, a set of unlike constants, a time compared with a text that is no time.
public final class UnmatchableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnmatchableException(String detail) {
    super(detail);
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
