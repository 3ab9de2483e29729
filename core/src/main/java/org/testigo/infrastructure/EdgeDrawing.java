package org.testigo.infrastructure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.testigo.infrastructure.SeenAddress.PageSign;
import org.testigo.model.Text;

/// Draws the edges of addresses, with what each rests on.
final class EdgeDrawing {
  /// The value that fingerprints of decoys take out of a page.
  private static final String DECOY = "decoy";

  private final Graph graph;

  /// How many addresses answer with each decoy, and how many names point to each address together.
  private final Map<String, Integer> decoyCounts = new HashMap<>();

  EdgeDrawing(Graph graph) {
    this.graph = graph;
    for (SeenAddress address : graph.addresses())
      decoys(address).keySet().forEach(decoy -> decoyCounts.merge(decoy, 1, Integer::sum));
  }

  /// Those that join before those that stand beside, each kind in the order of the addresses.
  List<Edge> of(List<Integer> members) {
    var edges = new ArrayList<Edge>();
    for (int member : members) certificates(member, true, edges);
    for (int member : members) certificates(member, false, edges);
    keys(members, edges);
    for (int member : members) decoys(member, edges);
    counters(members, edges);
    for (int member : members) names(member, edges);
    return edges;
  }

  private void certificates(int member, boolean leaves, List<Edge> edges) {
    var address = graph.addresses().get(member);
    var merged = new TreeMap<String, SeenLink>();
    (leaves ? address.leaves() : address.issuers())
        .forEach((number, link) ->
            merged
                .computeIfAbsent(graph.nameOf(graph.certificate(number)), name -> new SeenLink())
                .add(link));
    var kind = leaves ? Edge.Kind.LEAF : Edge.Kind.ISSUER;
    merged.forEach((name, link) -> edges.add(edge(address, name, kind, link, name)));
  }

  /// Keys that stand in several certificates.
  private void keys(List<Integer> members, List<Edge> edges) {
    var byKey = new TreeMap<String, Set<String>>();
    for (int member : members) {
      var address = graph.addresses().get(member);
      var numbers = new HashSet<>(address.leaves().keySet());
      numbers.addAll(address.issuers().keySet());
      for (int number : numbers) {
        var known = graph.known(graph.certificate(number));
        known
            .facts()
            .map(CertificateFacts::keySha256)
            .filter(key -> !key.isEmpty())
            .ifPresent(
                key -> byKey.computeIfAbsent(key, all -> new TreeSet<>()).add(known.id().shown()));
      }
    }
    byKey.forEach((key, certificates) -> {
      if (certificates.size() < 2) return;
      for (String certificate : certificates)
        edges.add(
            new Edge(
                certificate,
                "key:" + key,
                Edge.Kind.KEY,
                new SeenLink().evidence(Text.of(Edge.class, "key", certificates.size()))));
    });
  }

  private static Map<String, SeenLink> decoys(SeenAddress address) {
    var decoys = new TreeMap<String, SeenLink>();
    address
        .pageSigns()
        .forEach((PageSign sign, SeenLink link) -> {
          if (sign.name().equals(DECOY))
            decoys.computeIfAbsent(sign.value(), value -> new SeenLink()).add(link);
        });
    return decoys;
  }

  /// A decoy that nobody else shows connects nothing.
  private void decoys(int member, List<Edge> edges) {
    var address = graph.addresses().get(member);
    decoys(address)
        .forEach((decoy, link) -> {
          int count = decoyCounts.getOrDefault(decoy, 0);
          if (count > 1)
            edges.add(edge(address, "decoy:" + decoy, Edge.Kind.DECOY, link, decoy, count));
        });
  }

  /// Neighbours in the order of the numbers are compared, not all pairs.
  private void counters(List<Integer> members, List<Edge> edges) {
    for (int i = 1; i < members.size(); i++) {
      var one = graph.addresses().get(members.get(i - 1));
      var other = graph.addresses().get(members.get(i));
      int replies = Counters.shared(one.replies(), other.replies());
      if (replies == 0) continue;
      var link = new SeenLink();
      one.replies().forEach(reply -> link.add(reply.at(), "", reply.source()));
      other.replies().forEach(reply -> link.add(reply.at(), "", reply.source()));
      edges.add(edge(one, other.ip().toString(), Edge.Kind.COUNTER, link, replies));
    }
  }

  private void names(int member, List<Edge> edges) {
    var address = graph.addresses().get(member);
    address
        .names()
        .forEach(
            (name, link) -> edges.add(edge(address, "name:" + name, Edge.Kind.NAME, link, name)));
  }

  private static Edge edge(
      SeenAddress from, String to, Edge.Kind kind, SeenLink link, Object... arguments) {
    var because = Text.of(Edge.class, kind.word(), arguments);
    return new Edge(from.ip().toString(), to, kind, link.evidence(because));
  }
}
