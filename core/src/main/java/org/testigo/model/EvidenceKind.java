package org.testigo.model;

import java.util.Locale;

/// The kinds of evidence that can be examined.
public enum EvidenceKind {
  IOS_BACKUP,
  /// Recorded network traffic.
  CAPTURE;

  /// The word that stands in `case.json`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
