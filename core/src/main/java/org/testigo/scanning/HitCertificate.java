package org.testigo.scanning;

import java.util.List;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.X509Certificate;

/// A certificate that a rule recognised, or that is tied to one, met without the address that
/// showed it.
///
/// @param hits empty where only its key ties it
record HitCertificate(X509Certificate certificate, List<FingerprintHit> hits) {
  HitCertificate {
    hits = List.copyOf(hits);
  }
}
