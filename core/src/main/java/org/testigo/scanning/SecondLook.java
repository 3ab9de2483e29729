package org.testigo.scanning;

import java.util.List;
import org.testigo.model.scan.CertificateBody;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.NameResolution;
import org.testigo.model.scan.ProbeReply;
import org.testigo.model.scan.PublishedHit;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ServiceSighting;

/// Goes after what is tied to the hits of the first look: hosts that show a certificate that was
/// recognised by its body alone, other services with the same certificates or keys, names, replies.
final class SecondLook implements Look {
  private final Rules rules;
  private final Views views;
  private final Ties ties;
  private final FirstLook first;
  private final boolean isFirstReading;

  /// @param isFirstReading whether the file was not read before, so that hits are given too
  SecondLook(Rules rules, Views views, Ties ties, boolean isFirstReading) {
    this.rules = rules;
    this.views = views;
    this.ties = ties;
    this.first = new FirstLook(rules, views);
    this.isFirstReading = isFirstReading;
  }

  @Override
  public void at(ScanRecord met, Part part) {
    switch (met) {
      case ServiceSighting service -> service(service, part);
      case CertificateBody body -> certificate(body, part);
      case NameResolution name -> name(name, part);
      case ProbeReply reply -> {
        if (ties.isTied(reply.endpoint().address())) part.reply(reply);
      }
      case PublishedHit hit -> {
        if (isFirstReading) first.at(hit, part);
      }
    }
  }

  private void service(ServiceSighting met, Part part) {
    boolean isKnown = !isFirstReading && !met.publishedAs().isEmpty();
    if (isKnown) return;
    var joined = join(met);
    var view = views.of(joined, part);
    var hits = rules.match(view, part.troubles(met.source()));
    if (!hits.isEmpty() || !met.publishedAs().isEmpty()) {
      if (isFirstReading || (!joined.equals(met) && isMissedAlone(met)))
        part.sighting(FirstLook.sighting(joined, view.chain(), hits), view.chain());
      return;
    }
    var tied = ties.of(joined, view.chain());
    if (!tied.isEmpty())
      part.tied(
          new TiedSighting(
              FirstLook.sighting(joined, view.chain(), List.of()), view.chain(), tied));
  }

  /// Whether no rule matches without the bodies that were joined, so that the first look gave
  /// nothing. What cannot be read was told then.
  private boolean isMissedAlone(ServiceSighting met) {
    var untold = new Part("", met.source().file());
    return rules.match(views.of(met, untold), trouble -> {}).isEmpty();
  }

  /// The same with the bodies of certificates that it names by digest alone.
  private ServiceSighting join(ServiceSighting met) {
    var chain = met.chain().stream().map(this::join).toList();
    if (chain.equals(met.chain())) return met;
    return new ServiceSighting(
        met.endpoint(),
        met.at(),
        met.answer(),
        chain,
        met.imported(),
        met.publishedAs(),
        met.dataSet(),
        met.source());
  }

  private CertificateLink join(CertificateLink link) {
    if (link.der().isPresent()) return link;
    return ties.body(link.id())
        .map(HitCertificate::certificate)
        .map(body ->
            new CertificateLink(link.position(), body.id(), java.util.Optional.of(body.der())))
        .orElse(link);
  }

  /// The same key in another certificate.
  private void certificate(CertificateBody body, Part part) {
    if (isFirstReading) {
      first.at(body, part);
      return;
    }
    views
        .certificate(body.id(), body.der(), body.source(), part)
        .filter(ties::hasKeyOf)
        .filter(certificate -> ties.body(certificate.id()).isEmpty())
        .ifPresent(certificate -> part.hitCertificate(new HitCertificate(certificate, List.of())));
  }

  private void name(NameResolution name, Part part) {
    if (isFirstReading) first.at(name, part);
    if (ties.isTied(name)) part.name(name);
  }
}
