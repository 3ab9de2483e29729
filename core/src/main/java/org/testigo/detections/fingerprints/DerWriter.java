package org.testigo.detections.fingerprints;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Writes made-up certificates in DER, for the examples of rules. The key is a point that is on no
/// curve and the signature a byte: nobody can take one for real.
///
/// Known from: RFC 5280, section 4.1.
record DerWriter(CertificateFields fields) {
  static final int UTF8 = 0x0c;
  static final int PRINTABLE = 0x13;
  static final int BMP = 0x1e;

  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int OCTETS = 0x04;
  private static final byte[] TRUE = {0x01, 0x01, (byte) 0xff};
  private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
  private static final String EC_KEY = "1.2.840.10045.2.1";
  private static final String P256 = "1.2.840.10045.3.1.7";

  byte[] certificate() {
    byte[] algorithm = tagged(SEQUENCE, DerLiterals.oid(ECDSA_SHA256));
    byte[] signature = tagged(0x03, new byte[] {0, 0});
    return tagged(SEQUENCE, body(algorithm), algorithm, signature);
  }

  private byte[] body(byte[] algorithm) {
    return tagged(
        SEQUENCE,
        tagged(0xa0, tagged(0x02, new byte[] {2})),
        tagged(0x02, fields.serialBytes()),
        algorithm,
        name(fields.issuer()),
        tagged(SEQUENCE, time(fields.notBefore()), time(fields.notAfter())),
        name(fields.subject()),
        key(),
        extensions());
  }

  private byte[] name(List<CertificateFields.Part> parts) {
    var out = new ByteArrayOutputStream();
    for (CertificateFields.Part part : parts) {
      var values = new ByteArrayOutputStream();
      for (CertificateFields.Value value : part.values())
        values.writeBytes(
            tagged(SEQUENCE, DerLiterals.oid(value.oid()), tagged(tag(), text(value.text()))));
      out.writeBytes(tagged(SET, values.toByteArray()));
    }
    return tagged(SEQUENCE, out.toByteArray());
  }

  private int tag() {
    return fields.stringTag();
  }

  private byte[] text(String text) {
    return text.getBytes(tag() == BMP ? UTF_16BE : UTF_8);
  }

  private static byte[] time(LocalDate day) {
    boolean isShort = day.getYear() >= 1950 && day.getYear() < 2050;
    String digits = day.format(DateTimeFormatter.ofPattern(isShort ? "yyMMdd" : "yyyyMMdd"));
    return tagged(isShort ? 0x17 : 0x18, (digits + "000000Z").getBytes(US_ASCII));
  }

  private byte[] key() {
    byte[] half = digest(fields.key());
    byte[] algorithm = tagged(SEQUENCE, DerLiterals.oid(EC_KEY), DerLiterals.oid(P256));
    return tagged(SEQUENCE, algorithm, tagged(0x03, new byte[] {0, 4}, half, half));
  }

  private static byte[] digest(String word) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(word.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private byte[] extensions() {
    var all = new ByteArrayOutputStream();
    if (fields.authority()) all.writeBytes(extension("2.5.29.19", tagged(SEQUENCE, TRUE)));
    if (!fields.purposes().isEmpty()) all.writeBytes(extension("2.5.29.37", purposes()));
    if (fields.authorityKey()) all.writeBytes(extension("2.5.29.35", authorityKey()));
    if (!fields.dnsNames().isEmpty()) all.writeBytes(extension("2.5.29.17", dnsNames()));
    return all.size() == 0 ? new byte[0] : tagged(0xa3, tagged(SEQUENCE, all.toByteArray()));
  }

  private static byte[] extension(String oid, byte[] value) {
    return tagged(SEQUENCE, DerLiterals.oid(oid), tagged(OCTETS, value));
  }

  private byte[] purposes() {
    var all = new ByteArrayOutputStream();
    fields.purposes().forEach(oid -> all.writeBytes(DerLiterals.oid(oid)));
    return tagged(SEQUENCE, all.toByteArray());
  }

  private byte[] authorityKey() {
    byte[] issuer = tagged(0xa1, tagged(0xa4, name(fields.authorityKeyName())));
    return tagged(SEQUENCE, issuer, tagged(0x82, fields.serialBytes()));
  }

  private byte[] dnsNames() {
    var all = new ByteArrayOutputStream();
    fields.dnsNames().forEach(name -> all.writeBytes(tagged(0x82, name.getBytes(US_ASCII))));
    return tagged(SEQUENCE, all.toByteArray());
  }

  private static byte[] tagged(int tag, byte[]... contents) {
    var content = new ByteArrayOutputStream();
    for (byte[] part : contents) content.writeBytes(part);
    int length = content.size();
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (length > 0xff) {
      out.write(0x82);
      out.write(length >> 8);
    } else if (length > 0x7f) {
      out.write(0x81);
    }
    out.write(length);
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }
}
