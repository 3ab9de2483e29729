package org.testigo.networks;

import java.util.Optional;

/// A network that announces its own addresses to others.
///
/// @param number 1 to 4294967295, RFC 6793; 0 is reserved and means no network
/// @param name of its organisation as the table writes it: free text, to be escaped where it is
///   shown; may be empty
/// @param lawCountry where the table lets one say whose law binds it
public record AutonomousSystem(long number, String name, Optional<LawCountry> lawCountry) {
  static final long MAX_NUMBER = 0xffff_ffffL;

  public AutonomousSystem {
    if (number < 1 || number > MAX_NUMBER)
      throw new IllegalArgumentException("number of an autonomous system " + number);
  }
}
