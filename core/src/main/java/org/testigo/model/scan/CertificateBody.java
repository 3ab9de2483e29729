package org.testigo.model.scan;

/// A certificate without the address that showed it: such data sets are joined by digest.
public record CertificateBody(CertificateId id, Bytes der, ScanSource source)
    implements ScanRecord {}
