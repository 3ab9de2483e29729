package org.testigo.infrastructure;

import org.testigo.model.IpAddress;
import org.testigo.model.scan.ScanSource;

/// A sign that a server passes requests on: its page was generated for one country and served from
/// another.
///
/// @param generatedFor ISO 3166-1 alpha-2
/// @param servedFrom ISO 3166-1 alpha-2
/// @param quoted the evidence word for word: the bytes of the page as text, or the publisher's
///   words
public record ProxySuspicion(
    IpAddress address,
    String generatedFor,
    String servedFrom,
    Basis basis,
    String quoted,
    ScanSource source) {

  /// What the suspicion rests on.
  public enum Basis {
    /// The page itself tells what it was generated for.
    DECOY_PAGE,
    /// The publisher of the data names a customer elsewhere.
    PUBLISHED
  }
}
