package org.testigo.infrastructure;

import java.util.Locale;

/// What a server does for its operator.
public enum Role {
  /// Passes traffic on to another server, so that the other one stays hidden.
  RELAY,
  /// Gathers what the phones send.
  COLLECTOR,
  /// The last hop, in the customer's own network.
  ENDPOINT,
  /// Shows a page that is meant to look ordinary, and nothing else.
  DECOY,
  /// The data does not tell.
  UNKNOWN;

  /// The word that stands in outputs.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
