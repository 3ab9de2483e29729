package org.testigo.infrastructure;

import java.util.List;
import java.util.Optional;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.CertificateId;

/// A certificate that servers showed.
///
/// @param id all digests by which the data names it
/// @param facts what it says; empty where only a digest is at hand
/// @param cluster the id of the cluster that it belongs to
/// @param asLeaf addresses that showed it as their own, by number
/// @param asIssuer addresses that showed it further up in their chain, by number
public record Certificate(
    CertificateId id,
    Optional<CertificateFacts> facts,
    String cluster,
    Optional<Period> seen,
    List<IpAddress> asLeaf,
    List<IpAddress> asIssuer) {
  public Certificate {
    asLeaf = List.copyOf(asLeaf);
    asIssuer = List.copyOf(asIssuer);
  }
}
