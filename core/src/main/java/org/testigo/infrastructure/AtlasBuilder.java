package org.testigo.infrastructure;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.NameResolution;
import org.testigo.model.scan.ProbeReply;
import org.testigo.model.scan.Sighting;
import org.testigo.model.scan.X509Certificate;

/// Gathers sightings and draws the atlas.
///
/// Memory grows with the addresses and certificates that were recognised, not with the sightings:
/// of these only eight bytes stay, to tell a repeated row. Not safe for several threads.
public final class AtlasBuilder {
  private final AtlasRequest request;
  private final Map<IpAddress, SeenAddress> addresses = new TreeMap<>();
  private final CertificateIndex certificates = new CertificateIndex();

  /// For the number of each leaf those of the certificates that were shown above it.
  private final Map<Integer, TreeSet<Integer>> issuers = new TreeMap<>();

  private final SightingCounts counts = new SightingCounts();

  public AtlasBuilder(AtlasRequest request) {
    this.request = request;
  }

  /// Adds a server that was recognised, or that a certificate ties to one.
  public void sighting(Sighting sighting) {
    counts.add(sighting);
    var address = seen(sighting.endpoint().address());
    address.note(sighting);
    chain(address, sighting);
    for (FingerprintHit hit : sighting.hits()) address.hit(hit, sighting);
    sighting.published().ifPresent(hit -> address.published(hit, sighting));
    if (sighting.published().isEmpty() && !sighting.publishedAs().isEmpty())
      address.publishedAs(sighting);
  }

  private void chain(SeenAddress address, Sighting sighting) {
    var above = new TreeSet<Integer>();
    int leaf = -1;
    for (CertificateLink link : sighting.chain()) {
      int certificate = certificates.indexOf(link.id());
      boolean isLeaf = link.position() == 1;
      address.link(certificate, isLeaf).add(sighting);
      if (isLeaf) leaf = certificate;
      else above.add(certificate);
    }
    if (leaf >= 0 && !above.isEmpty())
      issuers.computeIfAbsent(leaf, number -> new TreeSet<>()).addAll(above);
  }

  /// Adds what a certificate says; the same one may come many times.
  public void certificate(X509Certificate certificate) {
    certificates.describe(
        certificate.id(),
        new CertificateFacts(
            Names.of(certificate.subject()),
            Names.of(certificate.issuer()),
            certificate.keySha256()));
  }

  /// Adds a name of an address. Names of other addresses are left out.
  public void name(NameResolution name) {
    IpAddress.parse(name.data()).map(addresses::get).ifPresent(address -> address.name(name));
  }

  /// Adds a reply to a probe. Replies of other addresses are left out.
  public void reply(ProbeReply reply) {
    var address = addresses.get(reply.endpoint().address());
    if (address != null) address.reply(reply);
  }

  private SeenAddress seen(IpAddress ip) {
    return addresses.computeIfAbsent(ip, SeenAddress::new);
  }

  /// The atlas of what was added so far.
  public Atlas build() {
    return new Drawing(request, addresses.values(), certificates, issuers, counts).atlas();
  }
}
