package org.testigo.formats.x509;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Certificates of one handshake in the order in which they sign each other.
///
/// @param path from the leaf up
/// @param others what is no part of it, in the order in which it came
public record Chain(List<Certificate> path, List<Certificate> others) {
  public Chain {
    path = List.copyOf(path);
    others = List.copyOf(others);
  }

  /// Puts certificates in order by their names and key identifiers, without a look at signatures.
  /// The leaf is the first that none of the others names as its issuer; doubles are dropped.
  public static Chain order(List<Certificate> certificates) {
    var left = new ArrayList<Certificate>();
    for (Certificate each : certificates) if (!left.contains(each)) left.add(each);
    var path = new ArrayList<Certificate>();
    Optional<Certificate> next = leaf(left);
    while (next.isPresent()) {
      Certificate current = next.get();
      path.add(current);
      left.remove(current);
      next = current.isSelfIssued() ? Optional.empty() : issuer(current, left);
    }
    return new Chain(path, left);
  }

  private static Optional<Certificate> leaf(List<Certificate> all) {
    for (Certificate each : all) if (!issuedAny(each, all)) return Optional.of(each);
    return all.stream().findFirst();
  }

  private static boolean issuedAny(Certificate one, List<Certificate> all) {
    for (Certificate each : all) if (!each.equals(one) && isIssuer(each, one)) return true;
    return false;
  }

  private static Optional<Certificate> issuer(Certificate of, List<Certificate> among) {
    for (Certificate each : among) if (isIssuer(of, each)) return Optional.of(each);
    return Optional.empty();
  }

  /// Where both tell of the key, they must agree.
  private static boolean isIssuer(Certificate issued, Certificate issuer) {
    if (!issued.namesAsIssuer(issuer)) return false;
    Optional<String> wanted = issued.authorityKey().flatMap(AuthorityKey::keyId);
    Optional<String> there = issuer.subjectKeyId();
    return wanted.isEmpty() || there.isEmpty() || wanted.equals(there);
  }
}
