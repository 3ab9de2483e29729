package org.testigo.infrastructure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.testigo.model.IpAddress;

/// Finds servers that appeared under the same authority after a report had named its servers.
final class Reprovisions {
  private final Graph graph;
  private final Authorities authorities;
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

  Reprovisions(Graph graph, Authorities authorities, ClaimMatching claims, String[] clusterOf) {
    this.graph = graph;
    this.authorities = authorities;
    this.clusterOf = clusterOf;
    var named = new TreeMap<Report, Set<Integer>>();
    for (MatchedClaim matched : claims.all()) {
      var claim = matched.claim();
      if (claim.date().isEmpty() || matched.addresses().isEmpty()) continue;
      var report = new Report(claim.report(), claim.date().get());
      if (!claim.url().isEmpty()) urls.putIfAbsent(report, claim.url());
      var addresses = named.computeIfAbsent(report, key -> new HashSet<>());
      for (IpAddress ip : matched.addresses()) addresses.add(graph.indexOf(ip));
    }
    for (Map.Entry<Report, Set<Integer>> each : named.entrySet())
      find(each.getKey(), each.getValue());
  }

  private void find(Report report, Set<Integer> named) {
    var under = new TreeSet<Integer>();
    named.forEach(address -> under.addAll(authorities.of(address)));
    for (int authority : under) {
      var after =
          authorities.addressesUnder(authority).stream()
              .filter(address -> !named.contains(address) && isAfter(address, report.date()))
              .toList();
      if (after.isEmpty()) continue;
      all.add(
          new Reprovision(
              report.name(),
              report.date(),
              urls.getOrDefault(report, ""),
              clusterOf[after.getFirst()],
              graph.nameOf(authority),
              after.stream().map(address -> graph.addresses().get(address).ip()).toList()));
    }
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

  List<Reprovision> all() {
    return all.stream()
        .sorted(
            Comparator.comparing(Reprovision::date)
                .thenComparing(Reprovision::report)
                .thenComparing(Reprovision::certificate))
        .toList();
  }
}
