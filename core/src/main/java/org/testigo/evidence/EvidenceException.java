package org.testigo.evidence;

import org.testigo.model.Text;

/// What was handed in cannot be examined: why, as a key of the evidence messages and the values to
/// fill in.
public final class EvidenceException extends Exception {
  private static final long serialVersionUID = 2L;

  private final Cause cause;
  private final String key;
  private final String detail;

  /// Why it cannot be examined.
  public enum Cause {
    /// There is nothing at that place.
    NO_SUCH_INPUT,
    /// Nothing that Testigo knows.
    NOT_RECOGNISED,
    /// Known, and no reader yet.
    NOT_SUPPORTED,
    /// Several backups lie there, and one has to be chosen.
    SEVERAL,
    PASSWORD_NEEDED,
    PASSWORD_WRONG,
    KEY_BAG_DAMAGED,
    KEYS_MISSING,
    CONTENT_LIST_MISSING,
    ARCHIVE_DAMAGED,
    LIMIT
  }

  public EvidenceException(Cause cause, String detail) {
    this(cause, cause.name(), detail);
  }

  private EvidenceException(Cause cause, String key, String detail) {
    super(key + ": " + detail);
    this.cause = cause;
    this.key = key;
    this.detail = detail;
  }

  /// For a kind of evidence that is known and has no reader yet.
  static EvidenceException notSupported(OtherKind kind, String detail) {
    return new EvidenceException(
        Cause.NOT_SUPPORTED, Cause.NOT_SUPPORTED.name() + '.' + kind.name(), detail);
  }

  public Cause reason() {
    return cause;
  }

  public String detail() {
    return detail;
  }

  /// What it is, why it cannot be examined, and what to do next, in the language of the reader.
  public Text text() {
    return Text.of(EvidenceException.class, key, detail);
  }
}
