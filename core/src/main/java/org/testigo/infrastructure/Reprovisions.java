package org.testigo.infrastructure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.testigo.model.IpAddress;

/// Finds servers that appeared in a cluster after a report had named servers of it.
final class Reprovisions {
  private final Graph graph;
  private final Authorities authorities;
  private final Map<String, List<Integer>> members;
  private final String[] clusterOf;
  private final Map<Report, String> urls = new TreeMap<>();
  private final List<Reprovision> all = new ArrayList<>();

  /// A report with its date.
  private record Report(String name, LocalDate date) implements Comparable<Report> {
    @Override
    public int compareTo(Report other) {
      return Comparator.comparing(Report::date).thenComparing(Report::name).compare(this, other);
    }
  }

  /// @param members the addresses of each cluster, by its id
  Reprovisions(
      Graph graph,
      Authorities authorities,
      ClaimMatching claims,
      Map<String, List<Integer>> members,
      String[] clusterOf) {
    this.graph = graph;
    this.authorities = authorities;
    this.members = members;
    this.clusterOf = clusterOf;
    named(claims).forEach(this::find);
  }

  /// The addresses that each report with a date names.
  private Map<Report, Set<Integer>> named(ClaimMatching claims) {
    var named = new TreeMap<Report, Set<Integer>>();
    for (MatchedClaim matched : claims.all()) {
      var claim = matched.claim();
      if (claim.date().isEmpty() || matched.addresses().isEmpty()) continue;
      var report = new Report(claim.report(), claim.date().get());
      if (!claim.url().isEmpty()) urls.putIfAbsent(report, claim.url());
      var addresses = named.computeIfAbsent(report, key -> new TreeSet<>());
      for (IpAddress ip : matched.addresses()) addresses.add(graph.indexOf(ip));
    }
    return named;
  }

  private void find(Report report, Set<Integer> named) {
    var byCluster = new TreeMap<String, Set<Integer>>();
    for (int address : named)
      if (!clusterOf[address].isEmpty())
        byCluster.computeIfAbsent(clusterOf[address], id -> new TreeSet<>()).add(address);
    byCluster.forEach((cluster, known) -> find(report, cluster, known));
  }

  private void find(Report report, String cluster, Set<Integer> known) {
    var shared = new HashSet<Integer>();
    known.forEach(address -> shared.addAll(certificates(address)));
    var byTie = new TreeMap<String, List<IpAddress>>();
    for (int address : members.getOrDefault(cluster, List.of())) {
      if (known.contains(address) || !isAfter(address, report.date())) continue;
      byTie
          .computeIfAbsent(tie(address, shared), name -> new ArrayList<>())
          .add(graph.addresses().get(address).ip());
    }
    byTie.forEach((certificate, addresses) ->
        all.add(
            new Reprovision(
                report.name(),
                report.date(),
                urls.getOrDefault(report, ""),
                cluster,
                certificate,
                addresses)));
  }

  /// The certificate that ties a new address to those that were named: an authority before a leaf;
  /// where they are tied by others between them, the address's own.
  private String tie(int address, Collection<Integer> shared) {
    return first(authorities.of(address).stream().filter(shared::contains).toList())
        .or(() -> first(certificates(address).stream().filter(shared::contains).toList()))
        .or(() -> first(certificates(address)))
        .orElseThrow();
  }

  private Optional<String> first(Collection<Integer> certificates) {
    return certificates.stream().map(graph::nameOf).min(Comparator.naturalOrder());
  }

  private Set<Integer> certificates(int address) {
    var all = new HashSet<>(authorities.of(address));
    var seen = graph.addresses().get(address);
    seen.leaves().keySet().forEach(leaf -> all.add(graph.certificate(leaf)));
    seen.issuers().keySet().forEach(issuer -> all.add(graph.certificate(issuer)));
    return all;
  }

  private boolean isAfter(int address, LocalDate date) {
    return graph
        .addresses()
        .get(address)
        .all()
        .seen()
        .filter(seen -> seen.firstDay().isAfter(date))
        .isPresent();
  }

  /// By date, report, cluster and certificate.
  List<Reprovision> all() {
    return all;
  }
}
