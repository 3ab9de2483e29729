package org.testigo.detections.fingerprints;

import java.util.List;
import java.util.Optional;
import org.testigo.model.scan.X509Certificate;

/// A certificate that is asked about.
///
/// @param chain the certificates that were shown with it, the leaf first
record CertificateTarget(X509Certificate certificate, List<X509Certificate> chain) {

  /// The one behind it in the chain.
  Optional<X509Certificate> next() {
    return chain.stream()
        .filter(other -> other.position() == certificate.position() + 1)
        .findFirst();
  }
}
