package org.testigo.scans;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.testigo.model.scan.CertificateId;

/// Bytes in the outer shape of a certificate: a DER sequence with a length of two bytes. Formats of
/// scans look no deeper.
record MadeUpCertificate(int seed) {
  private static final int INNER_BYTES = 300;

  byte[] der() {
    var der = new byte[INNER_BYTES + 4];
    der[0] = 0x30;
    der[1] = (byte) 0x82;
    der[2] = INNER_BYTES >> 8;
    der[3] = (byte) INNER_BYTES;
    for (int i = 4; i < der.length; i++) der[i] = (byte) (seed * 31 + i * 7);
    return der;
  }

  String base64() {
    return Base64.getEncoder().encodeToString(der());
  }

  String hex() {
    return HexFormat.of().formatHex(der());
  }

  String pem() {
    var lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der());
    return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
  }

  /// As a JSON text holds it.
  String pemEscaped() {
    return pem().replace("\n", "\\n");
  }

  CertificateId id() {
    return Certificates.id(der());
  }
}
