package org.testigo.infrastructure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.Endpoint;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.PublishedHit;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ScanTime.Precision;
import org.testigo.model.scan.Sighting;

/// Makes sightings for tests: of one address on one day, then with more.
record Seen(
    String address,
    String day,
    List<FingerprintHit> hits,
    String publishedAs,
    Optional<PublishedHit> published,
    List<CertificateLink> chain,
    String answerMd5) {

  static Seen at(String address, String day) {
    return new Seen(address, day, List.of(), "", Optional.empty(), List.of(), "");
  }

  Seen rule(String fingerprint, String generation) {
    return hit(fingerprint, "finfisher", generation, Map.of(), "");
  }

  Seen decoy(String name, String value, String quoted) {
    return hit("decoy.example", "", "", Map.of(name, value), quoted);
  }

  Seen hit(
      String fingerprint,
      String family,
      String generation,
      Map<String, String> extracted,
      String quoted) {
    var all = new ArrayList<>(hits);
    var excerpt =
        new FingerprintHit.Excerpt(
            "answer", 0, new Bytes(quoted.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    all.add(
        new FingerprintHit(
            fingerprint, family, generation, true, extracted, Optional.empty(), List.of(excerpt)));
    return new Seen(address, day, all, publishedAs, published, chain, md5(fingerprint));
  }

  Seen certificateRule(String fingerprint) {
    var all = new ArrayList<>(hits);
    all.add(
        new FingerprintHit(
            fingerprint,
            "finfisher",
            "",
            true,
            Map.of(),
            Optional.of(CertificateId.ofMd5(md5("leaf"))),
            List.of()));
    return new Seen(address, day, all, publishedAs, published, chain, answerMd5);
  }

  Seen publishedAs(String family) {
    return new Seen(address, day, hits, family, published, chain, answerMd5);
  }

  Seen published(String network, String country, String customer, String... fingerprints) {
    var hit =
        new PublishedHit(
            endpoint(),
            Optional.of(time()),
            "finfisher",
            List.of(fingerprints),
            network,
            country,
            customer,
            source());
    return new Seen(address, day, hits, "finfisher", Optional.of(hit), chain, answerMd5);
  }

  /// The leaf first.
  Seen shows(String... certificates) {
    var links = new ArrayList<CertificateLink>();
    for (String certificate : certificates)
      links.add(
          new CertificateLink(
              links.size() + 1, CertificateId.ofMd5(md5(certificate)), Optional.empty()));
    return new Seen(address, day, hits, publishedAs, published, links, answerMd5);
  }

  Seen answers(String content) {
    return new Seen(address, day, hits, publishedAs, published, chain, md5(content));
  }

  Sighting sighting() {
    return new Sighting(
        endpoint(),
        Optional.of(time()),
        hits,
        publishedAs,
        published,
        chain,
        answerMd5,
        "made-up",
        source());
  }

  private Endpoint endpoint() {
    return new Endpoint(ip(address), 443);
  }

  private ScanTime time() {
    return new ScanTime(Instant.parse(day + "T00:00:00Z"), Precision.DAY);
  }

  private ScanSource source() {
    return new ScanSource("made-up.jsonl", Math.abs((long) (address + day).hashCode()) + 1);
  }

  static IpAddress ip(String address) {
    return IpAddress.parse(address).orElseThrow();
  }

  static String md5(String of) {
    return "%032x".formatted((long) of.hashCode() & 0xffff_ffffL);
  }

  static Atlas atlas(Seen... seen) {
    return atlas(AtlasRequest.plain(), seen);
  }

  static Atlas atlas(AtlasRequest request, Seen... seen) {
    var builder = new AtlasBuilder(request);
    for (Seen each : seen) builder.sighting(each.sighting());
    return builder.build();
  }

  static Address of(Atlas atlas, String address) {
    return atlas.addresses().stream()
        .filter(each -> each.ip().equals(ip(address)))
        .findFirst()
        .orElseThrow();
  }
}
