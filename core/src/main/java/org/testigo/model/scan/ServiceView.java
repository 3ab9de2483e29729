package org.testigo.model.scan;

import java.util.List;
import java.util.Optional;
import org.testigo.model.scan.ServiceSighting.Answer;
import org.testigo.model.scan.ServiceSighting.ImportedFingerprint;

/// What rules are asked about: one service, taken apart as far as it could be. Each part may be
/// missing.
///
/// @param at when it was seen, for the time in which a rule is valid
/// @param answer the bytes that it answered
/// @param http the same taken apart; empty where the answer is of another protocol
/// @param chain the certificates that could be read, the leaf first; a certificate that is met
///   without the address that showed it stands alone, at position 0
/// @param names names of the Domain Name System that are judged: in lower case without the last dot
public record ServiceView(
    Optional<ScanTime> at,
    Optional<Answer> answer,
    Optional<HttpAnswer> http,
    List<X509Certificate> chain,
    List<ImportedFingerprint> imported,
    List<String> names) {
  public ServiceView {
    chain = List.copyOf(chain);
    imported = List.copyOf(imported);
    names = List.copyOf(names);
  }

  /// A certificate alone.
  public static ServiceView ofCertificate(Optional<ScanTime> at, X509Certificate certificate) {
    return new ServiceView(
        at, Optional.empty(), Optional.empty(), List.of(certificate), List.of(), List.of());
  }

  /// A name alone.
  public static ServiceView ofName(Optional<ScanTime> at, String name) {
    return new ServiceView(
        at, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(name));
  }
}
