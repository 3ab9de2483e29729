package org.testigo.infrastructure;

import org.testigo.model.IpAddress;
import org.testigo.model.scan.ScanSource;

/// A sign of the country whose customer a server belongs to. The place of a server is never one.
///
/// @param country ISO 3166-1 alpha-2; empty where the words name none
/// @param quoted the evidence word for word
public record CustomerSign(
    IpAddress address, String country, Basis basis, String quoted, ScanSource source) {

  /// What it rests on.
  public enum Basis {
    /// The decoy page tells for which country it was generated.
    DECOY_PAGE,
    /// The network is named after a body of the state.
    NETWORK_NAME,
    /// The publisher of the data names the customer.
    PUBLISHED
  }
}
