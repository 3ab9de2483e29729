package org.testigo.model.scan;

/// What one entry of scan data says. A scan format gives them in file order; one line may give
/// several.
public sealed interface ScanRecord
    permits CertificateBody, NameResolution, ProbeReply, PublishedHit, ServiceSighting {

  /// Where it was read.
  ScanSource source();
}
