package org.testigo.scanning;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateId;

/// The digests by which scan data may know a certificate or an answer.
final class Digests {
  private static final int PEM_LINE_LENGTH = 64;

  private Digests() {}

  static CertificateId ofCertificate(Bytes der) {
    byte[] bytes = der.array();
    return new CertificateId(
        hex("SHA-256", bytes), hex("SHA-1", bytes), hex("MD5", bytes), hex("MD5", pem(bytes)));
  }

  /// With line feeds, and none behind the last line.
  private static byte[] pem(byte[] der) {
    var encoder = Base64.getMimeEncoder(PEM_LINE_LENGTH, new byte[] {'\n'});
    var text =
        "-----BEGIN CERTIFICATE-----\n"
            + encoder.encodeToString(der)
            + "\n-----END CERTIFICATE-----";
    return text.getBytes(US_ASCII);
  }

  static String hex(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
