package org.testigo.formats.x509;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The hashes by which scan data and reports refer to a certificate, in lower-case hex; each is
/// made when asked for.
public final class Fingerprints {
  private final Certificate certificate;

  Fingerprints(Certificate certificate) {
    this.certificate = certificate;
  }

  public String md5() {
    return hex("MD5", certificate.der());
  }

  public String sha1() {
    return hex("SHA-1", certificate.der());
  }

  public String sha256() {
    return hex("SHA-256", certificate.der());
  }

  /// MD5 of the PEM text without its final newline, as Citizen Lab's published scan data has it.
  public String pemMd5() {
    String text = Pem.text(certificate.der());
    return hex("MD5", text.substring(0, text.length() - 1).getBytes(StandardCharsets.US_ASCII));
  }

  /// SHA-256 of the public key with its algorithm, which stays when a key is used again.
  public String publicKeySha256() {
    return hex("SHA-256", certificate.publicKeyBytes());
  }

  private static String hex(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5, SHA-1 and SHA-256", e);
    }
  }
}
