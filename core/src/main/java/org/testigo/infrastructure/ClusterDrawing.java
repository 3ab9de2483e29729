package org.testigo.infrastructure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.testigo.infrastructure.Cluster.ChainLink;
import org.testigo.model.IpAddress;
import org.testigo.model.Text;

/// Draws the clusters with their edges, and the edges of addresses that are in none.
final class ClusterDrawing {
  private final Graph graph;
  private final List<Address> addresses;
  private final Map<IpAddress, List<ChainLink>> hops = new HashMap<>();
  private final ClaimMatching claims;
  private final EdgeDrawing edges;
  private final List<Cluster> clusters = new ArrayList<>();
  private final List<Edge> looseEdges;

  /// @param members the addresses of each cluster, by its id
  ClusterDrawing(
      Graph graph,
      List<Address> addresses,
      Map<String, List<Integer>> members,
      Signs signs,
      ClaimMatching claims) {
    this.graph = graph;
    this.addresses = addresses;
    this.claims = claims;
    edges = new EdgeDrawing(graph);
    gatherHops(signs);
    members.forEach((id, all) -> clusters.add(cluster(id, all)));
    var loose = new ArrayList<Integer>();
    for (int i = 0; i < addresses.size(); i++)
      if (addresses.get(i).cluster().isEmpty()) loose.add(i);
    looseEdges = edges.of(loose);
  }

  private Cluster cluster(String id, List<Integer> members) {
    var all = members.stream().map(addresses::get).toList();
    var hosts = new LinkedHashSet<String>();
    var families = new TreeSet<String>();
    var roles = new EnumMap<Role, Integer>(Role.class);
    for (Address address : all) {
      hosts.add(address.host());
      families.addAll(address.families());
      roles.merge(address.role().role(), 1, Integer::sum);
    }
    return new Cluster(
        id,
        all.stream().map(Address::ip).toList(),
        List.copyOf(hosts),
        List.copyOf(families),
        certificates(members),
        edges.of(members),
        chain(members),
        all.stream().flatMap(address -> address.seen().stream()).reduce(Period::with),
        (int) all.stream().filter(Address::isActive).count(),
        roles,
        claims.ofCluster(id));
  }

  private List<String> certificates(List<Integer> members) {
    var names = new TreeSet<String>();
    for (int member : members) {
      var address = graph.addresses().get(member);
      address.leaves().keySet().forEach(leaf -> names.add(nameOf(leaf)));
      address.issuers().keySet().forEach(issuer -> names.add(nameOf(issuer)));
    }
    return List.copyOf(names);
  }

  private String nameOf(int certificate) {
    return graph.nameOf(graph.certificate(certificate));
  }

  private List<ChainLink> chain(List<Integer> members) {
    return members.stream()
        .map(member -> graph.addresses().get(member).ip())
        .flatMap(ip -> hops.getOrDefault(ip, List.of()).stream())
        .toList();
  }

  /// The hops that the data or a claim tells, by where they begin.
  private void gatherHops(Signs signs) {
    for (ChainLink hop : signs.hops()) add(hop);
    for (MatchedClaim matched : claims.all()) {
      var claim = matched.claim();
      if (!claim.predicate().equals(Claim.FORWARDS_TO)) continue;
      Optional<IpAddress> to = IpAddress.parse(claim.object());
      if (to.isEmpty()) continue;
      for (IpAddress from : matched.addresses())
        add(new ChainLink(from, to.get(), because(claim), Optional.of(claim)));
    }
  }

  private void add(ChainLink hop) {
    hops.computeIfAbsent(hop.from(), from -> new ArrayList<>()).add(hop);
  }

  private static Text because(Claim claim) {
    return Text.of(
        Cluster.class,
        "chain-claim",
        claim.report(),
        claim.date().map(Object::toString).orElse("–"));
  }

  List<Cluster> clusters() {
    return clusters;
  }

  List<Edge> looseEdges() {
    return looseEdges;
  }
}
