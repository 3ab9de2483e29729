package org.testigo.infrastructure;

import java.util.List;
import org.testigo.model.IpAddress;

/// What stands in one country, and what was published of its government. That a server stands in a
/// country says nothing about that country's government.
///
/// @param country ISO 3166-1 alpha-2
/// @param addresses that stand here, by number
/// @param hosts how many machines they are
/// @param activeAddresses on the atlas's day
/// @param clusters those with servers here, in their order
/// @param unlinked addresses here that no evidence links to anything, by number
/// @param customersHere signs that a server anywhere serves a customer of this country
/// @param claims those about addresses here, and those that name the country, in their order
public record CountryView(
    String country,
    List<IpAddress> addresses,
    int hosts,
    int activeAddresses,
    List<ClusterHere> clusters,
    List<IpAddress> unlinked,
    List<CustomerSign> customersHere,
    List<MatchedClaim> claims) {
  public CountryView {
    addresses = List.copyOf(addresses);
    clusters = List.copyOf(clusters);
    unlinked = List.copyOf(unlinked);
    customersHere = List.copyOf(customersHere);
    claims = List.copyOf(claims);
  }

  /// How much of a cluster stands in the country.
  public record ClusterHere(String cluster, int addresses, int activeAddresses) {}
}
