package org.testigo.scanning;

/// One time of going through files.
public enum Pass {
  /// With all rules, for what can show a hit by itself.
  FIRST,
  /// Once more through the same, for what is tied to the hits.
  AGAIN,
  /// With all rules and for what is tied to the hits, through what is read only now.
  LATE
}
