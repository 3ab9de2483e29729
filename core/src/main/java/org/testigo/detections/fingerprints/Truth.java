package org.testigo.detections.fingerprints;

/// What can be said of a condition. A format that lost the order of header fields leaves conditions
/// on it unknown, and what is unknown never becomes a hit.
enum Truth {
  YES,
  NO,
  UNKNOWN;

  static Truth of(boolean holds) {
    return holds ? YES : NO;
  }

  Truth negated() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
