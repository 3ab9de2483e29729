package org.testigo.infrastructure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testigo.model.scan.CertificateId;

/// Certificates by number. Data sets name one certificate by different digests: where one entry
/// gives several, they are found to be the same.
final class CertificateIndex {
  private final Map<CertificateId, Integer> byId = new HashMap<>();
  private final Map<String, Integer> byDigest = new HashMap<>();
  private final UnionFind same = new UnionFind();
  private final List<CertificateId> ids = new ArrayList<>();
  private final List<@Nullable CertificateFacts> facts = new ArrayList<>();

  /// The number of a certificate; [#root] tells which numbers are the same.
  int indexOf(CertificateId id) {
    var known = byId.get(id);
    if (known != null) return known;
    int index = same.add();
    byId.put(id, index);
    ids.add(id);
    facts.add(null);
    note("sha256:", id.sha256(), index);
    note("sha1:", id.sha1(), index);
    note("md5:", id.md5(), index);
    note("pem-md5:", id.pemMd5(), index);
    return index;
  }

  private void note(String kind, String digest, int index) {
    if (digest.isEmpty()) return;
    var before = byDigest.putIfAbsent(kind + digest, index);
    if (before != null) same.join(before, index);
  }

  void describe(CertificateId id, CertificateFacts said) {
    facts.set(indexOf(id), said);
  }

  int root(int index) {
    return same.root(index);
  }

  int size() {
    return ids.size();
  }

  /// All digests and facts of each certificate, by its root.
  Map<Integer, Known> known() {
    var known = new HashMap<Integer, Known>();
    for (int i = 0; i < ids.size(); i++) {
      var one = new Known(ids.get(i), Optional.ofNullable(facts.get(i)));
      known.merge(root(i), one, Known::with);
    }
    return known;
  }

  /// What is known of a certificate.
  record Known(CertificateId id, Optional<CertificateFacts> facts) {
    private Known with(Known other) {
      var both =
          new CertificateId(
              first(id.sha256(), other.id.sha256()),
              first(id.sha1(), other.id.sha1()),
              first(id.md5(), other.id.md5()),
              first(id.pemMd5(), other.id.pemMd5()));
      return new Known(both, facts.or(other::facts));
    }

    private static String first(String one, String other) {
      return one.isEmpty() ? other : one;
    }
  }
}
