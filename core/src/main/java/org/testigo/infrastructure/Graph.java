package org.testigo.infrastructure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.testigo.model.IpAddress;

/// Addresses, certificates and keys, and which of them hang together. Components are found by union
/// and find: nearly one step for each time that an address shows a certificate.
final class Graph {
  private final List<SeenAddress> addresses = new ArrayList<>();
  private final Map<IpAddress, Integer> indexes = new HashMap<>();
  private final Map<Integer, CertificateIndex.Known> certificates;
  private final CertificateIndex index;
  private final UnionFind components;

  /// The number of a component for each address; [#NONE] for one without certificates.
  private final int[] componentOf;

  private final int leftOut;

  static final int NONE = -1;

  /// @param all by number
  /// @param isRecognised whether an address was recognised by itself; others stay only where they
  ///   hang together with one that was
  Graph(Collection<SeenAddress> all, CertificateIndex index, Predicate<SeenAddress> isRecognised) {
    this.index = index;
    certificates = index.known();
    var seen = List.copyOf(all);
    components = new UnionFind(seen.size() + index.size());
    join(seen);
    joinKeys(seen.size());
    keep(seen, isRecognised);
    leftOut = seen.size() - addresses.size();
    componentOf = new int[addresses.size()];
    for (int i = 0; i < seen.size(); i++) {
      Integer kept = indexes.get(seen.get(i).ip());
      if (kept != null)
        componentOf[kept] = seen.get(i).hasCertificates() ? components.root(i) : NONE;
    }
  }

  private void join(List<SeenAddress> seen) {
    for (int i = 0; i < seen.size(); i++) {
      int address = i;
      seen.get(i).leaves().keySet().forEach(leaf -> join(address, seen.size() + leaf));
      seen.get(i).issuers().keySet().forEach(issuer -> join(address, seen.size() + issuer));
    }
    for (int i = 0; i < index.size(); i++) join(seen.size() + i, seen.size() + index.root(i));
  }

  private void join(int one, int other) {
    components.join(one, other);
  }

  /// Certificates of one key.
  private void joinKeys(int addressCount) {
    var firstOf = new HashMap<String, Integer>();
    certificates.forEach((root, known) ->
        known
            .facts()
            .map(CertificateFacts::keySha256)
            .filter(key -> !key.isEmpty())
            .map(key -> firstOf.putIfAbsent(key, root))
            .ifPresent(before -> join(addressCount + before, addressCount + root)));
  }

  private void keep(List<SeenAddress> seen, Predicate<SeenAddress> isRecognised) {
    Set<Integer> recognised = new HashSet<>();
    for (int i = 0; i < seen.size(); i++)
      if (isRecognised.test(seen.get(i))) recognised.add(components.root(i));
    for (int i = 0; i < seen.size(); i++) {
      if (!recognised.contains(components.root(i))) continue;
      indexes.put(seen.get(i).ip(), addresses.size());
      addresses.add(seen.get(i));
    }
  }

  /// How many addresses nothing spoke for.
  int leftOut() {
    return leftOut;
  }

  /// Those that stay, by number.
  List<SeenAddress> addresses() {
    return addresses;
  }

  /// The place of an address in [#addresses]; [#NONE] where it is not there.
  int indexOf(IpAddress ip) {
    return indexes.getOrDefault(ip, NONE);
  }

  int componentOf(int address) {
    return componentOf[address];
  }

  /// The number under which a certificate is known by all its digests.
  int certificate(int number) {
    return index.root(number);
  }

  CertificateIndex.Known known(int certificate) {
    var known = certificates.get(certificate);
    if (known == null) throw new IllegalStateException("no certificate " + certificate);
    return known;
  }

  /// How a certificate is named in outputs.
  String nameOf(int certificate) {
    return known(certificate).id().shown();
  }
}
