package org.testigo.model.scan;

import java.util.Optional;

/// What a certificate is known by. Scan data sets name certificates by different digests; where the
/// certificate itself is at hand, all of them are known.
///
/// @param sha256 over the DER form, lower-case hex; empty where not known
/// @param sha1 over the DER form, lower-case hex; empty where not known
/// @param md5 over the DER form, lower-case hex; empty where not known
/// @param pemMd5 over the PEM text without its last line end, lower-case hex; empty where not known
public record CertificateId(String sha256, String sha1, String md5, String pemMd5) {
  public CertificateId {
    if (sha256.isEmpty() && sha1.isEmpty() && md5.isEmpty() && pemMd5.isEmpty()) {
      throw new IllegalArgumentException("a certificate is known by at least one digest");
    }
  }

  public static CertificateId ofSha256(String hex) {
    return new CertificateId(hex, "", "", "");
  }

  public static CertificateId ofSha1(String hex) {
    return new CertificateId("", hex, "", "");
  }

  public static CertificateId ofMd5(String hex) {
    return new CertificateId("", "", hex, "");
  }

  public static CertificateId ofPemMd5(String hex) {
    return new CertificateId("", "", "", hex);
  }

  /// The digest that names it in outputs: the strongest that is known, with its kind in front
  /// unless it is SHA-256.
  public String shown() {
    if (!sha256.isEmpty()) return sha256;
    if (!sha1.isEmpty()) return "sha1:" + sha1;
    return md5.isEmpty() ? "pem-md5:" + pemMd5 : "md5:" + md5;
  }

  /// Whether a digest of a kind that both have is the same.
  public boolean isSame(CertificateId other) {
    return both(sha256, other.sha256)
        .or(() -> both(sha1, other.sha1))
        .or(() -> both(md5, other.md5))
        .or(() -> both(pemMd5, other.pemMd5))
        .orElse(false);
  }

  private static Optional<Boolean> both(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? Optional.empty() : Optional.of(one.equals(other));
  }
}
