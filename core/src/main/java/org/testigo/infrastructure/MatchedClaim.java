package org.testigo.infrastructure;

import java.util.List;
import org.testigo.model.IpAddress;

/// A claim, and what of the atlas it speaks of.
///
/// @param addresses by number; empty where none of the atlas is meant
/// @param clusters their ids, sorted
public record MatchedClaim(Claim claim, List<IpAddress> addresses, List<String> clusters) {
  public MatchedClaim {
    addresses = List.copyOf(addresses);
    clusters = List.copyOf(clusters);
  }
}
