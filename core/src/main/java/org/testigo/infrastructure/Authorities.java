package org.testigo.infrastructure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which addresses stand under which authority: those that showed its certificate in a chain, and
/// those that showed a leaf with which somebody else showed it, since many scans keep leaves only.
final class Authorities {
  private final TreeMapOfSets addressesUnder = new TreeMapOfSets();
  private final Map<Integer, Set<Integer>> authoritiesOf = new HashMap<>();

  /// Numbers to sets of numbers, both in order.
  private static final class TreeMapOfSets {
    private final java.util.TreeMap<Integer, TreeSet<Integer>> sets = new java.util.TreeMap<>();

    void add(int key, int value) {
      sets.computeIfAbsent(key, number -> new TreeSet<>()).add(value);
    }
  }

  /// @param issuers for the number of each leaf those of the certificates shown above it
  Authorities(Graph graph, Map<Integer, ? extends Collection<Integer>> issuers) {
    var above = new TreeMapOfSets();
    issuers.forEach((leaf, all) ->
        all.forEach(issuer -> above.add(graph.certificate(leaf), graph.certificate(issuer))));
    for (int i = 0; i < graph.addresses().size(); i++) {
      var address = graph.addresses().get(i);
      for (int issuer : address.issuers().keySet()) put(graph.certificate(issuer), i);
      for (int leaf : address.leaves().keySet())
        for (int authority : above.sets.getOrDefault(graph.certificate(leaf), new TreeSet<>()))
          put(authority, i);
    }
  }

  private void put(int authority, int address) {
    addressesUnder.add(authority, address);
    authoritiesOf.computeIfAbsent(address, key -> new TreeSet<>()).add(authority);
  }

  Collection<Integer> of(int address) {
    return authoritiesOf.getOrDefault(address, Set.of());
  }

  List<Integer> addressesUnder(int authority) {
    return new ArrayList<>(addressesUnder.sets.getOrDefault(authority, new TreeSet<>()));
  }
}
