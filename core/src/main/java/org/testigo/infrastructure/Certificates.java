package org.testigo.infrastructure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.testigo.model.IpAddress;

/// The certificates that the addresses of an atlas showed.
final class Certificates {
  private final Graph graph;
  private final TreeMap<Integer, Shown> byNumber = new TreeMap<>();

  /// Who showed a certificate.
  private static final class Shown {
    private final String cluster;
    private @Nullable Period seen;
    private final TreeSet<IpAddress> asLeaf = new TreeSet<>();
    private final TreeSet<IpAddress> asIssuer = new TreeSet<>();

    Shown(String cluster) {
      this.cluster = cluster;
    }

    void add(Optional<Period> more) {
      more.ifPresent(period -> seen = seen == null ? period : seen.with(period));
    }
  }

  Certificates(Graph graph, String[] clusterOf) {
    this.graph = graph;
    for (int i = 0; i < graph.addresses().size(); i++) {
      var address = graph.addresses().get(i);
      String cluster = clusterOf[i];
      address.leaves().forEach((leaf, link) -> shown(leaf, cluster, link).asLeaf.add(address.ip()));
      address
          .issuers()
          .forEach((issuer, link) -> shown(issuer, cluster, link).asIssuer.add(address.ip()));
    }
  }

  private Shown shown(int certificate, String cluster, SeenLink link) {
    var shown =
        byNumber.computeIfAbsent(graph.certificate(certificate), number -> new Shown(cluster));
    shown.add(link.seen());
    return shown;
  }

  List<Certificate> all() {
    var all = new ArrayList<Certificate>();
    byNumber.forEach((number, shown) -> all.add(certificate(number, shown)));
    all.sort(Comparator.comparing(certificate -> certificate.id().shown()));
    return all;
  }

  private Certificate certificate(int number, Shown shown) {
    var known = graph.known(number);
    return new Certificate(
        known.id(),
        known.facts(),
        shown.cluster,
        Optional.ofNullable(shown.seen),
        List.copyOf(shown.asLeaf),
        List.copyOf(shown.asIssuer));
  }
}
