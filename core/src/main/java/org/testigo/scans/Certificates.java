package org.testigo.scans;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.CertificateLink;

/// Certificates and what they are known by.
final class Certificates {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  private static final byte[] HEAD = (BEGIN + "\n").getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TAIL = ("\n" + END).getBytes(StandardCharsets.US_ASCII);
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  /// A chain on the wire has a length of three bytes; nobody shows more certificates than this.
  static final int MAX_CHAIN = 100;

  private Certificates() {}

  /// All digests of a certificate whose bytes are at hand.
  static CertificateId id(byte[] der) {
    return new CertificateId(
        hex("SHA-256", der), hex("SHA-1", der), hex("MD5", der), hex("MD5", HEAD, pem(der), TAIL));
  }

  /// The lines between the first and the last of the text form; its last line end does not belong
  /// to the published hashes.
  private static byte[] pem(byte[] der) {
    return LINES.encode(der);
  }

  private static String hex(String algorithm, byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance(algorithm);
      for (byte[] part : parts) digest.update(part);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  /// The chain of certificates in the order given, the leaf first.
  static List<CertificateLink> chain(List<byte[]> ders) {
    if (ders.size() > MAX_CHAIN) {
      throw new MalformedException(
          -1, "a chain of %d certificates, expected at most %d".formatted(ders.size(), MAX_CHAIN));
    }
    List<CertificateLink> links = new ArrayList<>();
    for (byte[] der : ders) {
      if (der.length == 0) throw new MalformedException(-1, "a certificate of no bytes");
      links.add(new CertificateLink(links.size() + 1, id(der), Optional.of(new Bytes(der))));
    }
    return links;
  }

  /// The certificates of a text in PEM (RFC 7468), in its order; text around them is passed over.
  static List<byte[]> ofPem(String text) {
    List<byte[]> ders = new ArrayList<>();
    int at = text.indexOf(BEGIN);
    while (at >= 0) {
      int from = at + BEGIN.length();
      int to = text.indexOf(END, from);
      if (to < 0) throw new MalformedException(-1, "a certificate without its end line");
      byte[] body = text.substring(from, to).strip().getBytes(StandardCharsets.ISO_8859_1);
      ders.add(Base64Bytes.of(body, 0, body.length, "the certificate"));
      at = text.indexOf(BEGIN, to);
    }
    return ders;
  }
}
