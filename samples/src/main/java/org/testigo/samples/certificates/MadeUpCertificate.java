package org.testigo.samples.certificates;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A certificate in the making: begin with [#named], wish for more, end with [#der()] or [#pem()].
///
/// @param issuerKey signs it
/// @param key that it certifies
/// @param extensions as DER, in their order
public record MadeUpCertificate(
    BigInteger serial,
    MadeUpName issuer,
    MadeUpKey issuerKey,
    MadeUpName subject,
    MadeUpKey key,
    Instant notBefore,
    Instant notAfter,
    List<byte[]> extensions) {
  /// Clients of TLS, as an extended key usage.
  public static final String CLIENT = "1.3.6.1.5.5.7.3.2";

  /// Servers of TLS.
  public static final String SERVER = "1.3.6.1.5.5.7.3.1";

  private static final byte[] VERSION_3 = {2, 1, 2};
  private static final int EXPLICIT_0 = 0xa0;
  private static final int EXPLICIT_3 = 0xa3;
  private static final int DIRECTORY_NAME = 0xa4;

  public MadeUpCertificate {
    extensions = List.copyOf(extensions);
  }

  /// Self-signed, valid for 2014, with serial number 1 and a key that looks like RSA.
  public static MadeUpCertificate named(MadeUpName subject) {
    var key = MadeUpKey.looksLikeRsa(subject.toString());
    return new MadeUpCertificate(
        BigInteger.ONE,
        subject,
        key,
        subject,
        key,
        Instant.parse("2014-01-01T00:00:00Z"),
        Instant.parse("2015-01-01T00:00:00Z"),
        List.of());
  }

  public MadeUpCertificate serial(BigInteger other) {
    return new MadeUpCertificate(
        other, issuer, issuerKey, subject, key, notBefore, notAfter, extensions);
  }

  public MadeUpCertificate serial(long other) {
    return serial(BigInteger.valueOf(other));
  }

  public MadeUpCertificate issuer(MadeUpName other, MadeUpKey otherKey) {
    return new MadeUpCertificate(
        serial, other, otherKey, subject, key, notBefore, notAfter, extensions);
  }

  /// Signed by another certificate.
  public MadeUpCertificate by(MadeUpCertificate other) {
    return issuer(other.subject, other.key);
  }

  public MadeUpCertificate key(MadeUpKey other) {
    var signer = issuerKey.equals(key) ? other : issuerKey;
    return new MadeUpCertificate(
        serial, issuer, signer, subject, other, notBefore, notAfter, extensions);
  }

  public MadeUpCertificate valid(Instant from, Instant to) {
    return new MadeUpCertificate(serial, issuer, issuerKey, subject, key, from, to, extensions);
  }

  public MadeUpCertificate extension(String oid, boolean isCritical, byte[] value) {
    var more = new ArrayList<>(extensions);
    byte[] critical = isCritical ? DerWriter.bool(true) : new byte[0];
    more.add(DerWriter.sequence(DerWriter.oid(oid), critical, DerWriter.octets(value)));
    return new MadeUpCertificate(
        serial, issuer, issuerKey, subject, key, notBefore, notAfter, more);
  }

  public MadeUpCertificate authority(boolean isOne) {
    byte[] value = isOne ? DerWriter.sequence(DerWriter.bool(true)) : DerWriter.sequence();
    return extension("2.5.29.19", true, value);
  }

  /// Extended key usages, by their identifiers.
  public MadeUpCertificate usages(String... oids) {
    byte[][] items = new byte[oids.length][];
    for (int i = 0; i < oids.length; i++) items[i] = DerWriter.oid(oids[i]);
    return extension("2.5.29.37", false, DerWriter.sequence(items));
  }

  public MadeUpCertificate dnsNames(String... names) {
    byte[][] items = new byte[names.length][];
    for (int i = 0; i < names.length; i++)
      items[i] = DerWriter.item(0x82, names[i].getBytes(StandardCharsets.US_ASCII));
    return extension("2.5.29.17", false, DerWriter.sequence(items));
  }

  public MadeUpCertificate subjectKeyId(byte[] id) {
    return extension("2.5.29.14", false, DerWriter.octets(id));
  }

  public MadeUpCertificate authorityKeyId(byte[] id) {
    return extension("2.5.29.35", false, DerWriter.sequence(DerWriter.item(0x80, id)));
  }

  /// An authority key identifier that names an issuer and its serial number.
  public MadeUpCertificate authorityName(MadeUpName name, BigInteger serialOfIssuer) {
    byte[] names = DerWriter.item(0xa1, DerWriter.item(DIRECTORY_NAME, name.der()));
    byte[] number = DerWriter.item(0x82, serialOfIssuer.toByteArray());
    return extension("2.5.29.35", false, DerWriter.sequence(names, number));
  }

  public byte[] der() {
    byte[] signed = signedPart();
    return DerWriter.sequence(
        signed, issuerKey.algorithm(), DerWriter.bits(issuerKey.sign(signed)));
  }

  private byte[] signedPart() {
    byte[] all = DerWriter.sequence(extensions.toArray(byte[][]::new));
    return DerWriter.sequence(
        DerWriter.item(EXPLICIT_0, VERSION_3),
        DerWriter.integer(serial),
        issuerKey.algorithm(),
        issuer.der(),
        DerWriter.sequence(DerWriter.time(notBefore), DerWriter.time(notAfter)),
        subject.der(),
        key.publicKey(),
        extensions.isEmpty() ? new byte[0] : DerWriter.item(EXPLICIT_3, all));
  }

  /// Lines of 64 characters that end with a newline.
  public String pem() {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return "-----BEGIN CERTIFICATE-----\n"
        + lines.encodeToString(der())
        + "\n-----END CERTIFICATE-----\n";
  }
}
