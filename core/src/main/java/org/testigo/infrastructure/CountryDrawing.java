package org.testigo.infrastructure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.testigo.infrastructure.CountryView.ClusterHere;
import org.testigo.model.IpAddress;

/// Draws a view of each country in which a server stands, or of which a sign or a claim speaks.
final class CountryDrawing {
  private final Collection<String> clusterOrder;
  private final Signs signs;
  private final ClaimMatching claims;
  private final TreeMap<String, List<Address>> byCountry = new TreeMap<>();

  /// @param clusterOrder the ids of the clusters in their order
  CountryDrawing(
      List<Address> addresses, Collection<String> clusterOrder, Signs signs, ClaimMatching claims) {
    this.clusterOrder = clusterOrder;
    this.signs = signs;
    this.claims = claims;
    for (Address address : addresses) {
      String country = address.place().shownCountry();
      if (!country.isEmpty())
        byCountry.computeIfAbsent(country, code -> new ArrayList<>()).add(address);
    }
  }

  List<CountryView> views() {
    var countries = new TreeSet<>(byCountry.keySet());
    signs.customers().forEach(sign -> countries.add(sign.country()));
    claims.all().forEach(matched -> countries.add(named(matched.claim())));
    countries.remove("");
    return countries.stream().map(this::view).toList();
  }

  /// The country that a claim names as its object; empty where it names none.
  private static String named(Claim claim) {
    boolean isOfCountry = claim.predicate().contains("country");
    return isOfCountry ? CountryNames.code(claim.object()).orElse("") : "";
  }

  private CountryView view(String country) {
    var here = byCountry.getOrDefault(country, List.of());
    var ips = here.stream().map(Address::ip).toList();
    return new CountryView(
        country,
        ips,
        (int) here.stream().map(Address::host).distinct().count(),
        active(here),
        clusters(here),
        here.stream().filter(address -> address.cluster().isEmpty()).map(Address::ip).toList(),
        signs.customers().stream().filter(sign -> sign.country().equals(country)).toList(),
        claims(country, ips));
  }

  private static int active(List<Address> addresses) {
    return (int) addresses.stream().filter(Address::isActive).count();
  }

  private List<ClusterHere> clusters(List<Address> here) {
    var byCluster = new TreeMap<String, List<Address>>();
    for (Address address : here)
      byCluster.computeIfAbsent(address.cluster(), id -> new ArrayList<>()).add(address);
    return clusterOrder.stream()
        .filter(byCluster::containsKey)
        .map(id -> {
          var members = byCluster.getOrDefault(id, List.of());
          return new ClusterHere(id, members.size(), active(members));
        })
        .toList();
  }

  private List<MatchedClaim> claims(String country, List<IpAddress> here) {
    var addresses = new HashSet<>(here);
    return claims.all().stream()
        .filter(matched ->
            named(matched.claim()).equals(country)
                || matched.addresses().stream().anyMatch(addresses::contains))
        .toList();
  }
}
