package org.testigo.infrastructure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Under which authorities an address stands: those whose certificate it showed in a chain, and
/// those that somebody else showed above the same leaf, since many scans keep leaves only.
final class Authorities {
  private final List<Set<Integer>> ofAddress = new ArrayList<>();

  /// @param issuers for the number of each leaf those of the certificates shown above it
  Authorities(Graph graph, Map<Integer, ? extends Collection<Integer>> issuers) {
    var above = new TreeMap<Integer, Set<Integer>>();
    issuers.forEach((leaf, all) ->
        all.forEach(issuer ->
            above
                .computeIfAbsent(graph.certificate(leaf), number -> new TreeSet<>())
                .add(graph.certificate(issuer))));
    for (SeenAddress address : graph.addresses()) {
      var all = new LinkedHashSet<Integer>();
      address.issuers().keySet().forEach(issuer -> all.add(graph.certificate(issuer)));
      for (int leaf : address.leaves().keySet())
        all.addAll(above.getOrDefault(graph.certificate(leaf), Set.of()));
      ofAddress.add(all);
    }
  }

  Set<Integer> of(int address) {
    return ofAddress.get(address);
  }
}
