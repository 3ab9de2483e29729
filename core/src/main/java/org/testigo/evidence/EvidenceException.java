package org.testigo.evidence;

/// What was handed in cannot be examined: why, as a key of the evidence messages and the values to
/// fill in.
public final class EvidenceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Cause cause;
  private final String detail;

  /// Why it cannot be examined.
  public enum Cause {
    /// There is nothing at that place.
    NO_SUCH_INPUT,
    /// Nothing that Testigo knows.
    NOT_RECOGNISED,
    /// Known, and no reader yet.
    NOT_SUPPORTED,
    PASSWORD_NEEDED,
    PASSWORD_WRONG,
    KEY_BAG_DAMAGED,
    KEYS_MISSING,
    CONTENT_LIST_MISSING,
    CONTENT_LIST_DAMAGED,
    ARCHIVE_DAMAGED,
    LIMIT
  }

  public EvidenceException(Cause cause, String detail) {
    super(cause + ": " + detail);
    this.cause = cause;
    this.detail = detail;
  }

  public Cause reason() {
    return cause;
  }

  public String detail() {
    return detail;
  }
}
