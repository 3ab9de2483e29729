package org.testigo.scans;

import org.testigo.model.scan.CertificateId;

/// The digests of the University of Michigan's study: hexadecimal digits, marked `\x` in some of
/// its files, whose number tells the kind.
final class UmichDigest {
  private UmichDigest() {}

  static CertificateId of(String met) {
    String plain = met.strip();
    int digits = plain.startsWith("\\x") ? plain.length() - 2 : plain.length();
    return switch (digits) {
      case 64 -> CertificateId.ofSha256(Values.digest(plain, 64));
      case 40 -> CertificateId.ofSha1(Values.digest(plain, 40));
      case 32 -> CertificateId.ofMd5(Values.digest(plain, 32));
      default -> throw Values.malformed(met, "a digest of 32, 40 or 64 hexadecimal digits");
    };
  }
}
