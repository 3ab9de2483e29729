package org.testigo.infrastructure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.testigo.model.AddressRange;
import org.testigo.model.IpAddress;

/// Finds what of the atlas each claim speaks of.
final class ClaimMatching {
  private final Graph graph;
  private final List<Place> places;
  private final Map<String, List<Integer>> members;
  private final Map<Integer, String> clusterOf = new HashMap<>();
  private final Map<Integer, List<Claim>> ofAddress = new HashMap<>();
  private final Map<String, List<Claim>> ofCluster = new HashMap<>();
  private final List<MatchedClaim> matched = new ArrayList<>();

  /// @param members the addresses of each cluster, by its id
  ClaimMatching(
      List<Claim> claims, Graph graph, List<Place> places, Map<String, List<Integer>> members) {
    this.graph = graph;
    this.places = places;
    this.members = members;
    members.forEach((id, all) -> all.forEach(address -> clusterOf.put(address, id)));
    claims.forEach(this::match);
  }

  private void match(Claim claim) {
    var addresses = addresses(claim.subject());
    var clusters = new TreeSet<String>();
    for (int address : addresses) {
      var cluster = clusterOf.get(address);
      if (cluster != null) clusters.add(cluster);
    }
    if (isOfOne(claim.subject()))
      addresses.forEach(
          address -> ofAddress.computeIfAbsent(address, key -> new ArrayList<>()).add(claim));
    for (String cluster : clusters)
      ofCluster.computeIfAbsent(cluster, key -> new ArrayList<>()).add(claim);
    matched.add(
        new MatchedClaim(
            claim,
            addresses.stream().map(address -> graph.addresses().get(address).ip()).toList(),
            List.copyOf(clusters)));
  }

  private static boolean isOfOne(String subject) {
    return IpAddress.parse(subject).isPresent();
  }

  private List<Integer> addresses(String subject) {
    if (members.containsKey(subject)) return members.getOrDefault(subject, List.of());
    var range = AddressRange.parse(subject);
    if (range.isPresent()) return inRange(range.get());
    boolean isNumber = subject.matches("AS[0-9]{1,10}");
    return IntStream.range(0, places.size())
        .filter(i -> isNumber ? subject.equals("AS" + places.get(i).asn()) : isNamed(i, subject))
        .boxed()
        .toList();
  }

  private boolean isNamed(int address, String network) {
    return !network.isEmpty() && places.get(address).network().equalsIgnoreCase(network);
  }

  private List<Integer> inRange(AddressRange range) {
    int single = graph.indexOf(range.first());
    if (range.prefixBits() == range.first().bits())
      return single == Graph.NONE ? List.of() : List.of(single);
    return IntStream.range(0, graph.addresses().size())
        .filter(i -> isIn(graph.addresses().get(i).ip(), range))
        .boxed()
        .toList();
  }

  private static boolean isIn(IpAddress ip, AddressRange range) {
    return ip.v6() == range.first().v6() && ip.masked(range.prefixBits()).equals(range.first());
  }

  /// Every claim, in the order given.
  List<MatchedClaim> all() {
    return matched;
  }

  /// Those that name the address itself.
  List<Claim> ofAddress(int address) {
    return ofAddress.getOrDefault(address, List.of());
  }

  /// Those that name the cluster, one of its addresses or a network of one.
  List<Claim> ofCluster(String id) {
    return ofCluster.getOrDefault(id, List.of());
  }
}
