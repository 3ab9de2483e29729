package org.testigo.model.scan;

import java.util.List;
import java.util.Optional;

/// What one port of one address answered: raw bytes, certificates, fingerprints that the scanner
/// computed. Each may be missing.
///
/// @param at empty where neither the entry nor its file says when
/// @param answer the answer as it came over the wire, or as near to it as the format keeps it
/// @param chain the certificates that were shown, the leaf first; empty where none is recorded
/// @param imported fingerprints that only a prober can compute, such as JARM
/// @param publishedAs the family of spyware that the publisher of the data says this is, such as
///   `hacking-team-rcs`; empty for ordinary scan data
/// @param dataSet the part of the data that it comes from, such as `sonar-ssl`; empty where the
///   file is one part
public record ServiceSighting(
    Endpoint endpoint,
    Optional<ScanTime> at,
    Optional<Answer> answer,
    List<CertificateLink> chain,
    List<ImportedFingerprint> imported,
    String publishedAs,
    String dataSet,
    ScanSource source)
    implements ScanRecord {
  public ServiceSighting {
    chain = List.copyOf(chain);
    imported = List.copyOf(imported);
  }

  /// The bytes of an answer.
  ///
  /// @param raw the status line, headers and body of HTTP, or the banner of another protocol
  /// @param protocol such as `http` or `ssh`; empty where the data does not say
  /// @param orderKnown whether header fields stand in the order and spelling of the wire; a format
  ///   that keeps them as a map has lost both
  public record Answer(Bytes raw, String protocol, boolean orderKnown) {}

  /// A value that the scanner computed.
  ///
  /// @param kind such as `jarm` or `ja3s`
  public record ImportedFingerprint(String kind, String value) {}
}
