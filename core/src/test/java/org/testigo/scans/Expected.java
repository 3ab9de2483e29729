package org.testigo.scans;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.Endpoint;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ServiceSighting;
import org.testigo.model.scan.ServiceSighting.Answer;
import org.testigo.model.scan.ServiceSighting.ImportedFingerprint;

/// A service as a test expects it, in full.
record Expected(
    String address,
    int port,
    Optional<ScanTime> at,
    Optional<Answer> answer,
    List<CertificateLink> chain,
    List<ImportedFingerprint> imported) {

  static Expected service(String address, int port) {
    return new Expected(address, port, Optional.empty(), Optional.empty(), List.of(), List.of());
  }

  static Endpoint endpoint(String address, int port) {
    return new Endpoint(IpAddress.parse(address).orElseThrow(), port);
  }

  static ScanTime second(String at) {
    return new ScanTime(Instant.parse(at), ScanTime.Precision.SECOND);
  }

  static ScanTime day(String day) {
    return new ScanTime(Instant.parse(day + "T00:00:00Z"), ScanTime.Precision.DAY);
  }

  Expected at(ScanTime time) {
    return new Expected(address, port, Optional.of(time), answer, chain, imported);
  }

  Expected at(String second) {
    return at(second(second));
  }

  /// @param latin1 each character is a byte
  Expected answer(String latin1, String protocol, boolean orderKnown) {
    var raw = new Bytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
    var given = Optional.of(new Answer(raw, protocol, orderKnown));
    return new Expected(address, port, at, given, chain, imported);
  }

  Expected chain(MadeUpCertificate... certificates) {
    List<CertificateLink> links = new ArrayList<>();
    for (var one : certificates) {
      var der = Optional.of(new Bytes(one.der()));
      links.add(new CertificateLink(links.size() + 1, one.id(), der));
    }
    return new Expected(address, port, at, answer, links, imported);
  }

  Expected chain(CertificateId... ids) {
    List<CertificateLink> links = new ArrayList<>();
    for (var id : ids) links.add(new CertificateLink(links.size() + 1, id, Optional.empty()));
    return new Expected(address, port, at, answer, links, imported);
  }

  Expected imported(String kind, String value) {
    var all = new ArrayList<>(imported);
    all.add(new ImportedFingerprint(kind, value));
    return new Expected(address, port, at, answer, chain, all);
  }

  ServiceSighting from(String file, long entry) {
    return new ServiceSighting(
        endpoint(address, port), at, answer, chain, imported, "", "", new ScanSource(file, entry));
  }
}
