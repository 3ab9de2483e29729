package org.testigo.model;

import java.util.Locale;

/// The states of the coverage ledger. Every file and every artifact ends in exactly one.
public enum LedgerState {
  READ,
  PARTIAL,
  UNREADABLE,
  LIMIT_HIT,
  ABSENT_EXPECTED,
  ABSENT_OPTIONAL,
  NOT_IN_THIS_KIND,
  NOT_SUPPORTED,
  OUT_OF_CONSENT,
  OTHER;

  /// The word that stands in `ledger.jsonl`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether something that should have been read was not, so that "nothing found" would not be
  /// true.
  public boolean isGap() {
    return switch (this) {
      case PARTIAL, UNREADABLE, LIMIT_HIT, ABSENT_EXPECTED, NOT_SUPPORTED -> true;
      case READ, ABSENT_OPTIONAL, NOT_IN_THIS_KIND, OUT_OF_CONSENT, OTHER -> false;
    };
  }
}
