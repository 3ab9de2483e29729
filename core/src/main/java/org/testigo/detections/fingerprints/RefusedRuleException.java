package org.testigo.detections.fingerprints;

import org.testigo.model.Text;

/// Thrown while a rule is read: where in the file it cannot be understood, and what was expected.
final class RefusedRuleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Text why;

  /// @param key of the bundle of [FingerprintSet]
  RefusedRuleException(String key, Object... arguments) {
    super(key + " " + java.util.List.of(arguments));
    this.why = Text.of(FingerprintSet.class, key, arguments);
  }

  Text why() {
    return why;
  }
}
