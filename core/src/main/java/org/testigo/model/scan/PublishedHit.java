package org.testigo.model.scan;

import java.util.List;
import java.util.Optional;

/// A server that somebody published as found, without the bytes that showed it.
///
/// @param fingerprints the ids of the fingerprints that are said to have matched
/// @param network the network's name as published; empty where not
/// @param country ISO 3166-1 alpha-2, where the publisher located the address; empty where not
/// @param customer the country that the publisher takes for the customer's; empty where none
public record PublishedHit(
    Endpoint endpoint,
    Optional<ScanTime> at,
    String family,
    List<String> fingerprints,
    String network,
    String country,
    String customer,
    ScanSource source)
    implements ScanRecord {
  public PublishedHit {
    fingerprints = List.copyOf(fingerprints);
  }
}
