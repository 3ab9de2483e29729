package org.testigo.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.testigo.model.Country;
import org.testigo.model.IpAddress;

/// Records by country.
final class CountryTable {
  private static final int MOST_SERVERS = 200_000;

  private final Map<Optional<Country>, Tally> tallies = new HashMap<>();
  private final Map<Optional<Country>, Set<IpAddress>> servers = new HashMap<>();

  void add(Optional<Country> country, Tally one) {
    tallies.merge(country, one, Tally::plus);
  }

  void add(Optional<Country> country, Tally one, IpAddress server) {
    add(country, one);
    var of = servers.computeIfAbsent(country, _ -> new HashSet<>());
    if (of.size() < MOST_SERVERS) of.add(server);
  }

  /// One record may be reached by several laws; where none is known it belongs to no country.
  void addAll(List<Country> countries, Tally one) {
    if (countries.isEmpty()) add(Optional.empty(), one);
    countries.forEach(country -> add(Optional.of(country), one));
  }

  void addAll(List<Country> countries, Tally one, IpAddress server) {
    if (countries.isEmpty()) add(Optional.empty(), one, server);
    countries.forEach(country -> add(Optional.of(country), one, server));
  }

  /// Most records first, then by code.
  List<CountryShare> shares() {
    var shares = new ArrayList<CountryShare>();
    tallies.forEach((country, tally) ->
        shares.add(
            new CountryShare(country, tally, servers.getOrDefault(country, Set.of()).size())));
    shares.sort(
        Comparator.comparingLong((CountryShare share) -> -share.tally().records())
            .thenComparing(share -> share.country().map(Country::code).orElse("")));
    return shares;
  }
}
