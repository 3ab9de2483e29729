package org.testigo.model;

/// Thrown when reading stops at a limit with a name.
public final class LimitHitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Limit limit;

  public LimitHitException(Limit limit, long allowed) {
    super(
        "limit of "
            + allowed
            + " "
            + (limit == Limit.TIME ? "milliseconds" : limit.word())
            + " reached");
    this.limit = limit;
  }

  public Limit limit() {
    return limit;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
