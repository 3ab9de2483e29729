package org.testigo.indicators.patterns;

/// A place where a pattern has a meaning that can be matched but does not keep to the letter of the
/// standard.
///
/// @param offset in characters from the start of the pattern
/// @param detail the value met and the value expected
public record Deviation(Kind kind, int offset, String detail) {

  /// What is not as the standard asks.
  public enum Kind {
    /// The digest has not the length of its algorithm, so that it can never match.
    DIGEST,
    /// The same qualifier twice on one observation expression in brackets.
    REPEATED_QUALIFIER,
    /// START or STOP with a plain string, as only STIX 2.0 had it.
    PLAIN_TIMESTAMP
  }

  /// Whether this version of the standard forbids it.
  public boolean isForbiddenBy(StixVersion version) {
    return switch (kind) {
      case DIGEST -> true;
      case REPEATED_QUALIFIER, PLAIN_TIMESTAMP -> version == StixVersion.V2_1;
    };
  }
}
