package org.testigo.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.testigo.infrastructure.Edge.Kind;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.Sighting;
import org.testigo.model.scan.X509Certificate;

/// A connection that makes a cluster, between an address, a certificate or a key.
///
/// @param from an address or a certificate, as it is named in outputs
/// @param to a certificate, a key, or another name of the same certificate
/// @param kind `leaf`, `issuer`, `key`, or `same` for two names of one certificate
public record JoiningEdge(String from, String to, String kind) implements Serializable {
  /// Two digests of one certificate: data sets name it by different ones.
  private static final String SAME = "same";

  /// Between an address and what it showed.
  static List<JoiningEdge> of(Sighting sighting) {
    var edges = new ArrayList<JoiningEdge>();
    var address = sighting.endpoint().address().toString();
    for (CertificateLink link : sighting.chain()) {
      var kind = link.position() == 1 ? Kind.LEAF : Kind.ISSUER;
      edges.add(new JoiningEdge(address, link.id().shown(), word(kind)));
      edges.addAll(names(link.id()));
    }
    return edges;
  }

  /// Between a certificate and its key.
  static List<JoiningEdge> of(X509Certificate certificate) {
    var edges = new ArrayList<>(names(certificate.id()));
    var name = certificate.id().shown();
    edges.add(new JoiningEdge(name, "key:" + certificate.keySha256(), word(Kind.KEY)));
    return edges;
  }

  private static List<JoiningEdge> names(CertificateId id) {
    return Stream.of(
            one(id.sha1().isEmpty(), () -> CertificateId.ofSha1(id.sha1())),
            one(id.md5().isEmpty(), () -> CertificateId.ofMd5(id.md5())),
            one(id.pemMd5().isEmpty(), () -> CertificateId.ofPemMd5(id.pemMd5())))
        .flatMap(List::stream)
        .map(CertificateId::shown)
        .filter(name -> !name.equals(id.shown()))
        .map(name -> new JoiningEdge(id.shown(), name, SAME))
        .toList();
  }

  private static List<CertificateId> one(
      boolean isMissing, java.util.function.Supplier<CertificateId> id) {
    return isMissing ? List.of() : List.of(id.get());
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
