package org.testigo.scans;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.Endpoint;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ServiceSighting;
import org.testigo.model.scan.ServiceSighting.Answer;
import org.testigo.model.scan.ServiceSighting.ImportedFingerprint;

/// Gathers what an entry says of one service.
final class Service {
  /// Kinds of fingerprints that scanners compute.
  static final String JARM = "jarm";

  /// The digest of a server's TLS hello (github.com/salesforce/ja3).
  static final String JA3S = "ja3s";

  /// MurmurHash3 over the base64 of the page's icon, signed, as Shodan counts it.
  static final String FAVICON = "favicon-mmh3";

  private final Endpoint endpoint;
  private Optional<ScanTime> at = Optional.empty();
  private Optional<Answer> answer = Optional.empty();
  private List<CertificateLink> chain = List.of();
  private final List<ImportedFingerprint> imported = new ArrayList<>();

  Service(IpAddress address, int port) {
    this.endpoint = new Endpoint(address, port);
  }

  Service at(Optional<ScanTime> time) {
    at = time;
    return this;
  }

  /// An answer of no bytes says nothing.
  Service answer(byte[] raw, String protocol, boolean orderKnown) {
    if (raw.length > 0) {
      answer = Optional.of(new Answer(new Bytes(raw), protocol, orderKnown));
    }
    return this;
  }

  Service chain(List<CertificateLink> links) {
    chain = links;
    return this;
  }

  Service imported(String kind, Optional<String> value) {
    value
        .filter(it -> !it.isBlank())
        .ifPresent(it -> imported.add(new ImportedFingerprint(kind, it)));
    return this;
  }

  /// Gives the sighting, unless nothing was seen.
  void tell(Place place, Consumer<ScanRecord> records) {
    if (answer.isEmpty() && chain.isEmpty() && imported.isEmpty()) return;
    records.accept(
        new ServiceSighting(
            endpoint, place.at(at), answer, chain, imported, "", "", place.source()));
  }
}
