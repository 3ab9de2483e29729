package org.testigo.infrastructure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.testigo.infrastructure.SeenAddress.PublishedSign;
import org.testigo.infrastructure.SeenAddress.Rule;

/// Draws one atlas from what was gathered.
final class Drawing {
  private final AtlasRequest request;
  private final SightingCounts counts;
  private final Graph graph;
  private final Optional<Period> seen;
  private final Activity activity;
  private final List<Place> places = new ArrayList<>();
  private final Map<String, List<Integer>> clusters;
  private final String[] clusterOf;
  private final String[] hostOf;
  private final Signs signs;
  private final ClaimMatching claims;
  private final Authorities authorities;

  Drawing(
      AtlasRequest request,
      Collection<SeenAddress> gathered,
      CertificateIndex certificates,
      Map<Integer, ? extends Collection<Integer>> issuers,
      SightingCounts counts) {
    this.request = request;
    this.counts = counts;
    graph = new Graph(gathered, certificates, Grading::isRecognised);
    seen = together(graph.addresses());
    activity =
        new Activity(request.asOf().or(() -> seen.map(Period::lastDay)).orElse(LocalDate.EPOCH));
    for (SeenAddress address : graph.addresses()) places.add(placeOf(address));
    clusterOf = new String[graph.addresses().size()];
    hostOf = new String[graph.addresses().size()];
    clusters = clusters();
    signs = new Signs(graph, places, request.places());
    claims = new ClaimMatching(request.claims(), graph, places, clusters);
    authorities = new Authorities(graph, issuers);
  }

  private static Optional<Period> together(Collection<SeenAddress> addresses) {
    return addresses.stream()
        .flatMap(address -> address.all().seen().stream())
        .reduce(Period::with);
  }

  /// What was published at the time goes into its own column, never over the table's.
  private Place placeOf(SeenAddress address) {
    var known = request.places().apply(address.ip());
    String country = first(address, PublishedSign::country);
    String network = first(address, PublishedSign::network);
    return new Place(
        CountryNames.code(country).orElse(""),
        known.country(),
        known.law(),
        known.asn(),
        network.isEmpty() ? known.network() : network);
  }

  private static String first(
      SeenAddress address, java.util.function.Function<PublishedSign, String> part) {
    return address.publishedSigns().keySet().stream()
        .map(part)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// The largest cluster first, then the one that was seen first, then the one with the lowest
  /// address.
  private Map<String, List<Integer>> clusters() {
    var byComponent = new TreeMap<Integer, List<Integer>>();
    for (int i = 0; i < graph.addresses().size(); i++) {
      clusterOf[i] = "";
      int component = graph.componentOf(i);
      if (component != Graph.NONE)
        byComponent.computeIfAbsent(component, key -> new ArrayList<>()).add(i);
    }
    var order =
        Comparator.<List<Integer>>comparingInt(members -> -members.size())
            .thenComparing(this::firstSeen)
            .thenComparing(List::getFirst);
    var named = new LinkedHashMap<String, List<Integer>>();
    for (var members : byComponent.values().stream().sorted(order).toList()) {
      String id = "C%03d".formatted(named.size() + 1);
      named.put(id, members);
      for (int member : members) clusterOf[member] = id;
    }
    return named;
  }

  private java.time.Instant firstSeen(List<Integer> members) {
    return together(members.stream().map(graph.addresses()::get).toList())
        .map(period -> period.first().at())
        .orElse(java.time.Instant.MAX);
  }

  Atlas atlas() {
    var hosts = hosts();
    var addresses = addresses();
    var clusterDrawing = new ClusterDrawing(graph, addresses, clusters, signs, claims);
    var certificates = new Certificates(graph, clusterOf).all();
    return new Atlas(
        activity.day(),
        seen,
        addresses,
        hosts,
        clusterDrawing.clusters(),
        clusterDrawing.looseEdges(),
        certificates,
        new CountryDrawing(addresses, clusters.keySet(), signs, claims).views(),
        signs.suspicions(),
        signs.customers(),
        claims.all(),
        new Reprovisions(graph, authorities, claims, clusters, clusterOf).all(),
        counts.counts(graph.leftOut()),
        networks());
  }

  private List<Host> hosts() {
    var folding = new HostFolding(graph, places);
    var merges = folding.mergesByFirstMember();
    var hosts = new ArrayList<Host>();
    for (List<Integer> members : folding.members()) {
      String id = "H%04d".formatted(hosts.size() + 1);
      for (int member : members) hostOf[member] = id;
      var folded = members.stream().map(graph.addresses()::get).toList();
      var there = together(folded);
      hosts.add(
          new Host(
              id,
              folded.stream().map(SeenAddress::ip).toList(),
              members.stream()
                  .map(member -> clusterOf[member])
                  .filter(c -> !c.isEmpty())
                  .findFirst()
                  .orElse(""),
              there,
              activity.isActive(there),
              merges.getOrDefault(members.getFirst(), List.of())));
    }
    return hosts;
  }

  private List<Address> addresses() {
    var grading = new Grading(graph, request.corroborating());
    var roles = new Roles(signs);
    var addresses = new ArrayList<Address>();
    for (int i = 0; i < graph.addresses().size(); i++) {
      var address = graph.addresses().get(i);
      addresses.add(
          new Address(
              address.ip(),
              Objects.requireNonNull(hostOf[i]),
              Objects.requireNonNull(clusterOf[i]),
              roles.of(address.ip()),
              grading.grade(address),
              address.all().seen(),
              activity.isActive(address.all().seen()),
              address.all().sightings(),
              List.copyOf(address.ports()),
              families(address),
              address.rules().entrySet().stream()
                  .map(e -> recognition(e.getKey(), e.getValue()))
                  .toList(),
              places.get(i),
              claims.ofAddress(i)));
    }
    return addresses;
  }

  private static List<String> families(SeenAddress address) {
    var families = new TreeSet<String>();
    for (Rule rule : address.rules().keySet())
      if (!rule.family().isEmpty()) families.add(rule.family());
    return List.copyOf(families);
  }

  private static Recognition recognition(Rule rule, SeenLink link) {
    return new Recognition(
        rule.fingerprint(),
        rule.family(),
        rule.generation(),
        rule.basis(),
        rule.isInValidity(),
        link.sightings(),
        link.seen());
  }

  /// Whether today's allocation must not be taken for that of then.
  private Atlas.NetworkSource networks() {
    var source = request.networks();
    boolean isYounger =
        source.date().isPresent()
            && seen.isPresent()
            && seen.get().latestDay().isBefore(source.date().get().minusYears(1));
    return new Atlas.NetworkSource(source.credit(), source.date(), isYounger);
  }
}
