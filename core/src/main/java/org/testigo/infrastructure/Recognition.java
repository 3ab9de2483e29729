package org.testigo.infrastructure;

import java.util.Optional;

/// One way in which an address was recognised, over all its sightings.
///
/// @param fingerprint the id of the rule, or the name under which a publisher lists it
/// @param family the spyware; empty where the rule names none
/// @param generation such as `2.0`; empty where it has none
/// @param isInValidity whether it was seen at a time for which the rule is said to hold
public record Recognition(
    String fingerprint,
    String family,
    String generation,
    Basis basis,
    boolean isInValidity,
    long sightings,
    Optional<Period> seen) {

  /// What the recognition rests on.
  public enum Basis {
    /// The bytes of the answer are at hand.
    ANSWER,
    /// The certificate is at hand.
    CERTIFICATE,
    /// The publisher of the data says so; the answer is known by its digest or not at all.
    PUBLISHED_ANSWER,
    /// The publisher of the data says so of the certificates that it showed.
    PUBLISHED_CERTIFICATE;

    /// Whether the same thing was looked at.
    boolean looksAtTheSame(Basis other) {
      return isCertificate() == other.isCertificate();
    }

    boolean isCertificate() {
      return switch (this) {
        case CERTIFICATE, PUBLISHED_CERTIFICATE -> true;
        case ANSWER, PUBLISHED_ANSWER -> false;
      };
    }
  }
}
