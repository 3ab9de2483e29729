package org.testigo.scanning;

import java.util.List;
import java.util.Optional;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.CertificateBody;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.Endpoint;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.NameResolution;
import org.testigo.model.scan.ProbeReply;
import org.testigo.model.scan.PublishedHit;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ServiceSighting;
import org.testigo.model.scan.ServiceView;
import org.testigo.model.scan.Sighting;
import org.testigo.model.scan.X509Certificate;

/// Asks the rules about every record.
final class FirstLook implements Look {
  private final Rules rules;
  private final Views views;

  FirstLook(Rules rules, Views views) {
    this.rules = rules;
    this.views = views;
  }

  @Override
  public void at(ScanRecord met, Part part) {
    switch (met) {
      case ServiceSighting service -> service(service, part);
      case CertificateBody body -> certificate(body, part);
      case PublishedHit hit -> part.sighting(published(hit), List.of());
      case NameResolution name -> name(name, part);
      case ProbeReply reply -> {} // says nothing by itself
    }
  }

  private void service(ServiceSighting service, Part part) {
    var view = views.of(service, part);
    var hits = rules.match(view, part.troubles(service.source()));
    if (hits.isEmpty() && service.publishedAs().isEmpty()) return;
    part.sighting(sighting(service, view.chain(), hits), view.chain());
  }

  private void certificate(CertificateBody body, Part part) {
    views
        .certificate(body.id(), body.der(), body.source(), part)
        .ifPresent(certificate -> {
          var hits =
              rules.match(
                  ServiceView.ofCertificate(Optional.empty(), certificate),
                  part.troubles(body.source()));
          if (!hits.isEmpty()) part.hitCertificate(new HitCertificate(certificate, hits));
        });
  }

  private void name(NameResolution name, Part part) {
    var hits =
        rules.match(ServiceView.ofName(name.first(), name.name()), part.troubles(name.source()));
    if (hits.isEmpty()) return;
    part.name(name);
    IpAddress.parse(name.data())
        .ifPresent(address -> part.sighting(named(name, address, hits), List.of()));
  }

  private static Sighting named(NameResolution name, IpAddress address, List<FingerprintHit> hits) {
    return new Sighting(
        new Endpoint(address, 0),
        name.first(),
        hits,
        "",
        Optional.empty(),
        List.of(),
        "",
        "",
        name.source());
  }

  private static Sighting published(PublishedHit hit) {
    return new Sighting(
        hit.endpoint(),
        hit.at(),
        List.of(),
        hit.family(),
        Optional.of(hit),
        List.of(),
        "",
        "",
        hit.source());
  }

  /// The sighting of a service; where a certificate of the chain could be read, all its digests are
  /// given.
  static Sighting sighting(
      ServiceSighting service, List<X509Certificate> chain, List<FingerprintHit> hits) {
    return new Sighting(
        service.endpoint(),
        service.at(),
        hits,
        service.publishedAs(),
        Optional.empty(),
        service.chain().stream().map(link -> withAllDigests(link, chain)).toList(),
        service.answer().map(answer -> md5(answer.raw().array())).orElse(""),
        service.dataSet(),
        service.source());
  }

  private static String md5(byte[] answer) {
    return Digests.hex("MD5", answer);
  }

  private static CertificateLink withAllDigests(CertificateLink link, List<X509Certificate> chain) {
    return chain.stream()
        .filter(certificate -> certificate.position() == link.position())
        .findFirst()
        .map(certificate -> new CertificateLink(link.position(), certificate.id(), link.der()))
        .orElse(link);
  }
}
