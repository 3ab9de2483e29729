package org.testigo.scanning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.formats.http.HttpReader;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Unreadable.Reason;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.HttpAnswer;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.ServiceSighting;
import org.testigo.model.scan.ServiceSighting.Answer;
import org.testigo.model.scan.ServiceView;
import org.testigo.model.scan.X509Certificate;

/// Takes apart what a port answered, so that rules can be asked.
final class Views {
  private final Certificates certificates;

  Views(Certificates certificates) {
    this.certificates = certificates;
  }

  ServiceView of(ServiceSighting service, Part part) {
    return new ServiceView(
        service.at(),
        service.answer(),
        service.answer().flatMap(Views::http),
        chain(service.chain(), service.source(), part),
        service.imported(),
        List.of());
  }

  private static Optional<HttpAnswer> http(Answer answer) {
    boolean isHttp =
        answer.protocol().isEmpty()
            ? beginsAsHttp(answer.raw().array())
            : answer.protocol().startsWith("http");
    return isHttp ? Optional.of(HttpReader.read(answer.raw())) : Optional.empty();
  }

  private static boolean beginsAsHttp(byte[] raw) {
    return raw.length > 4 && raw[0] == 'H' && raw[1] == 'T' && raw[2] == 'T' && raw[3] == 'P';
  }

  private List<X509Certificate> chain(List<CertificateLink> links, ScanSource source, Part part) {
    var chain = new ArrayList<X509Certificate>();
    for (CertificateLink link : links)
      link.der()
          .flatMap(der -> certificate(link.id(), der, source, part))
          .map(certificate -> certificate.at(link.position()))
          .ifPresent(chain::add);
    return chain;
  }

  /// A certificate, at no place in a chain; empty where it cannot be read, which is told.
  Optional<X509Certificate> certificate(CertificateId id, Bytes der, ScanSource source, Part part) {
    try {
      return Optional.of(certificates.read(id, der));
    } catch (MalformedException e) {
      part.unreadable(
          new Location.Line(source.entry()),
          Reason.MALFORMED,
          "a certificate of %d bytes, damaged at byte %d: %s"
              .formatted(der.length(), e.offsetBytes(), e.detail()));
      return Optional.empty();
    }
  }
}
