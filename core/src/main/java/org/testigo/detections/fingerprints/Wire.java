package org.testigo.detections.fingerprints;

import java.util.Optional;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateId;

/// The bytes that a target was read from.
///
/// @param of what they are: `answer`, `certificate`, `imported` or `name`
/// @param certificate which one, where they are one
record Wire(String of, Bytes bytes, Optional<CertificateId> certificate) {
  Wire(String of, Bytes bytes) {
    this(of, bytes, Optional.empty());
  }
}
