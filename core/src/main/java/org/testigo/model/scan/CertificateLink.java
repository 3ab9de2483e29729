package org.testigo.model.scan;

import java.util.Optional;

/// A certificate at its place in the chain that a server showed.
///
/// @param position 1 for the server's own (the leaf), 2 for the one that issued it, and so on
/// @param der the certificate, where the scan data holds it
public record CertificateLink(int position, CertificateId id, Optional<Bytes> der) {
  public CertificateLink {
    if (position < 1) throw new IllegalArgumentException("position " + position);
  }
}
