package org.testigo.model;

import java.util.Locale;

/// What may be said of a device: these seven, no other. Strongest first.
public enum Verdict {
  TRACES_STRONG,
  TRACES_SINGLE,
  TARGETED,
  CONTACT_ONLY,
  ANOMALY,
  NOT_CONCLUSIVE,
  NO_KNOWN_TRACES;

  /// The word that stands in `case.json`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
