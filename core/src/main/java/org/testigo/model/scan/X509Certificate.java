package org.testigo.model.scan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A certificate as rules look at it, with the place of each field in its DER form. Where a field
/// is missing or could not be read, it is empty.
///
/// @param position 1 for the leaf, 2 for the one that issued it; 0 where the place in the chain is
///   not known
/// @param version 1 to 3
/// @param serial the content of the INTEGER as lower-case hex, without zero bytes in front: `01`,
///   `9f3c`; `00` for zero
/// @param validity where the SEQUENCE of both times stands
/// @param keySha256 over the SubjectPublicKeyInfo, lower-case hex
/// @param key where the SubjectPublicKeyInfo stands
/// @param signatureAlgorithm its object identifier
public record X509Certificate(
    CertificateId id,
    Bytes der,
    int position,
    int version,
    String serial,
    Extent serialAt,
    String signatureAlgorithm,
    DistinguishedName issuer,
    DistinguishedName subject,
    Optional<Instant> notBefore,
    Optional<Instant> notAfter,
    Extent validity,
    String keySha256,
    Extent key,
    Optional<ExtendedKeyUsage> extendedKeyUsage,
    Optional<AuthorityKeyIdentifier> authorityKey,
    Optional<SubjectAlternativeNames> alternativeNames,
    boolean isAuthority) {

  /// What the key may be used for, as object identifiers in their order.
  ///
  /// @param extent of the extension's value
  public record ExtendedKeyUsage(List<String> purposes, Extent extent) {
    public ExtendedKeyUsage {
      purposes = List.copyOf(purposes);
    }
  }

  /// Which certificate signed it, as the extension of that name says.
  ///
  /// @param keyId lower-case hex; empty where missing
  /// @param issuers the directory names among `authorityCertIssuer`
  /// @param serial as [X509Certificate#serial]; empty where missing
  /// @param extent of the extension's value
  public record AuthorityKeyIdentifier(
      String keyId, List<DistinguishedName> issuers, String serial, Extent extent) {
    public AuthorityKeyIdentifier {
      issuers = List.copyOf(issuers);
    }
  }

  /// The names that it is for.
  ///
  /// @param extent of the extension's value
  public record SubjectAlternativeNames(List<AlternativeName> names, Extent extent) {
    public SubjectAlternativeNames {
      names = List.copyOf(names);
    }
  }

  /// One of the names.
  ///
  /// @param kind `dns`, `ip`, `email`, `uri`, `directory` or `other`
  /// @param value as text; hex where it has none
  public record AlternativeName(String kind, String value, Extent extent) {}

  /// Whether it names itself as its issuer.
  public boolean isSelfIssued() {
    return issuer.isSame(subject);
  }

  /// The same certificate at a place in a chain.
  public X509Certificate at(int place) {
    return new X509Certificate(
        id,
        der,
        place,
        version,
        serial,
        serialAt,
        signatureAlgorithm,
        issuer,
        subject,
        notBefore,
        notAfter,
        validity,
        keySha256,
        key,
        extendedKeyUsage,
        authorityKey,
        alternativeNames,
        isAuthority);
  }
}
