package org.testigo.model.scan;

import java.util.List;
import java.util.Optional;

/// A server that was recognised, or that is tied to one that was: what the infrastructure is drawn
/// from.
///
/// @param at empty where the data does not say when
/// @param hits the fingerprints that matched; empty where only a shared certificate ties it
/// @param publishedAs the family that the publisher of the data says this is; empty where nobody
///   did
/// @param published the fingerprints that a publisher says have matched, without the bytes
/// @param chain the certificates that were shown, the leaf first
/// @param answerMd5 over the bytes of the answer, lower-case hex; empty where there is none
public record Sighting(
    Endpoint endpoint,
    Optional<ScanTime> at,
    List<FingerprintHit> hits,
    String publishedAs,
    Optional<PublishedHit> published,
    List<CertificateLink> chain,
    String answerMd5,
    String dataSet,
    ScanSource source) {
  public Sighting {
    hits = List.copyOf(hits);
    chain = List.copyOf(chain);
  }
}
