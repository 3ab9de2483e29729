package org.testigo.model;

import java.util.Locale;

/// The closed list of classes of findings, weakest first.
public enum FindingClass {
  /// Worth knowing; never changes the verdict or the exit code.
  INFORMATION,
  /// A written detection without an indicator.
  ANOMALY,
  /// A listed name inside other text, such as a search query or an own message.
  MENTIONED,
  /// A listed address was opened.
  VISITED,
  /// Something incoming carries an indicator, or the vendor warned.
  RECEIVED,
  /// A listed app, file or profile was on the device.
  INSTALLED,
  /// A listed program ran.
  EXECUTED;

  /// The word that stands in `findings.jsonl`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
