package org.testigo.model.scan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A fingerprint that matched, with the bytes that show it.
///
/// @param fingerprint the id of the rule
/// @param family the spyware, such as `finfisher`; empty for rules that name ordinary software
/// @param generation such as `2.0`; empty where the rule has none
/// @param extracted the values that the rule takes out, such as the country of a decoy page
/// @param certificate the certificate that matched; empty where the answer did
public record FingerprintHit(
    String fingerprint,
    String family,
    String generation,
    boolean inValidity,
    Map<String, String> extracted,
    Optional<CertificateId> certificate,
    List<Excerpt> evidence) {
  public FingerprintHit {
    extracted = Map.copyOf(extracted);
    evidence = List.copyOf(evidence);
  }

  /// Bytes that a condition of the rule rests on.
  ///
  /// @param of what they were cut from: `answer`, `certificate`, `imported` or `name`
  /// @param offsetBytes from the start of the answer or of the certificate's DER form
  public record Excerpt(String of, int offsetBytes, Bytes bytes) {}
}
