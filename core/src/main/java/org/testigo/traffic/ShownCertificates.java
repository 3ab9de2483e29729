package org.testigo.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.formats.x509.Certificate;
import org.testigo.model.Hashes;
import org.testigo.model.MalformedException;
import org.testigo.model.TlsHandshake.ShownCertificate;

/// Certificates in the words of the model.
final class ShownCertificates {
  private static final int MOST_NAMES = 100;

  private ShownCertificates() {}

  /// @throws MalformedException when it is none
  static ShownCertificate of(byte[] der) {
    var certificate = Certificate.parse(der);
    var digests = certificate.fingerprints();
    return new ShownCertificate(
        new Hashes(
            Optional.of(digests.md5()), Optional.of(digests.sha1()), Optional.of(digests.sha256())),
        certificate.serialHex(),
        certificate.subject().toString(),
        certificate.issuer().toString(),
        names(certificate),
        certificate.notBefore().instant(),
        certificate.notAfter().instant(),
        keyBits(certificate),
        certificate.isSelfIssued());
  }

  /// Of damaged extensions there are no names; the certificate is shown all the same.
  private static List<String> names(Certificate certificate) {
    var names = new ArrayList<String>();
    try {
      names.addAll(certificate.alternativeNames().dnsNames());
      names.addAll(certificate.alternativeNames().addresses());
    } catch (MalformedException damaged) {
      names.clear();
    }
    if (names.isEmpty()) names.addAll(certificate.subject().commonNames());
    return names.stream().limit(MOST_NAMES).toList();
  }

  private static int keyBits(Certificate certificate) {
    try {
      return certificate.publicKey().bits();
    } catch (MalformedException unknownKey) {
      return 0;
    }
  }
}
