package org.testigo.formats.x509;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.testigo.formats.x509.DerBytes.attribute;
import static org.testigo.formats.x509.DerBytes.certificate;
import static org.testigo.formats.x509.DerBytes.commonName;
import static org.testigo.formats.x509.DerBytes.extension;
import static org.testigo.formats.x509.DerBytes.hex;
import static org.testigo.formats.x509.DerBytes.item;
import static org.testigo.formats.x509.DerBytes.join;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testigo.model.MalformedException;

class CertificateTest {
  private static final byte[] ISSUER = commonName("abcdefghijk");
  private static final byte[] SUBJECT = commonName("mnopqrstuvw");

  /// As an installer of a home-made authority writes it: serial 1, TLS client, the issuer named in
  /// the authority key identifier.
  private static final byte[] DER =
      certificate(
          hex("01"),
          ISSUER,
          SUBJECT,
          extension(19, hex("30060101ff020100")),
          extension(15, hex("03020204")),
          extension(37, item(0x30, hex("06082b06010505070302"))),
          extension(14, hex("0404cafe0001")),
          extension(
              35, item(0x30, hex("8004cafe0002"), item(0xa1, item(0xa4, ISSUER)), hex("820105"))),
          extension(
              17,
              item(
                  0x30,
                  item(0x82, DerBytes.ascii("example.org")),
                  item(0x87, hex("c0000201")),
                  item(0x87, hex("20010db8000000000000000000000001")),
                  item(0x81, DerBytes.ascii("a@example.org")),
                  item(0x86, DerBytes.ascii("https://example.org/")),
                  hex("880101"))),
          extension(99, hex("0500")));

  @Test
  void givesEveryField() {
    var certificate = Certificate.parse(DER);
    assertThat(certificate.version()).isEqualTo(3);
    assertThat(certificate.serial()).isEqualTo(BigInteger.ONE);
    assertThat(certificate.serialHex()).isEqualTo("01");
    assertThat(certificate.signatureAlgorithm()).isEqualTo("1.2.840.10045.4.3.2");
    assertThat(certificate.signedSignatureAlgorithm()).isEqualTo("1.2.840.10045.4.3.2");
    assertThat(certificate.issuer()).hasToString("CN=abcdefghijk");
    assertThat(certificate.subject()).hasToString("CN=mnopqrstuvw");
    assertThat(certificate.isSelfIssued()).isFalse();
    assertThat(certificate.notBefore().instant()).contains(Instant.parse("2014-01-01T00:00:00Z"));
    assertThat(certificate.notBefore().text()).isEqualTo("140101000000Z");
    assertThat(certificate.notAfter().instant()).contains(Instant.parse("2050-01-01T00:00:00Z"));
    assertThat(certificate.publicKey())
        .isEqualTo(new PublicKeyInfo("1.2.840.10045.2.1", "EC", 256, 6));
    assertThat(certificate.signature()).hasSize(71);
    assertThat(certificate.der()).isEqualTo(DER);
    assertThat(certificate.oddities()).isEmpty();
  }

  @Test
  void givesEveryExtension() {
    var certificate = Certificate.parse(DER);
    assertThat(certificate.extensions().stream().map(Extension::oid))
        .containsExactly(
            "2.5.29.19",
            "2.5.29.15",
            "2.5.29.37",
            "2.5.29.14",
            "2.5.29.35",
            "2.5.29.17",
            "2.5.29.99");
    assertThat(certificate.isAuthority()).contains(true);
    assertThat(certificate.keyUsages()).containsExactly(KeyUsage.CERTIFICATE_SIGNING);
    assertThat(certificate.extendedKeyUsages()).containsExactly("1.3.6.1.5.5.7.3.2");
    assertThat(certificate.subjectKeyId()).contains("cafe0001");
    assertThat(certificate.authorityKey())
        .contains(
            new AuthorityKey(
                Optional.of("cafe0002"),
                List.of(certificate.issuer()),
                Optional.of(BigInteger.valueOf(5))));
    assertThat(certificate.alternativeNames())
        .isEqualTo(
            new AlternativeNames(
                List.of("example.org"),
                List.of("192.0.2.1", "2001:db8::1"),
                List.of("a@example.org"),
                List.of("https://example.org/"),
                List.of(),
                1));
  }

  @Test
  void tellsWhereEachLies() {
    var certificate = Certificate.parse(DER);
    assertThat(bytes(certificate.serialSpan())).isEqualTo(hex("020101"));
    assertThat(bytes(certificate.issuerSpan())).isEqualTo(ISSUER);
    assertThat(bytes(certificate.subjectSpan())).isEqualTo(SUBJECT);
    assertThat(bytes(certificate.subject().attributes().getFirst().span()))
        .isEqualTo(item(0x0c, DerBytes.ascii("mnopqrstuvw")));
    assertThat(bytes(certificate.publicKeySpan())).isEqualTo(certificate.publicKeyBytes());
    Extension usage = certificate.extension("2.5.29.37").orElseThrow();
    assertThat(bytes(usage.value())).isEqualTo(item(0x30, hex("06082b06010505070302")));
    assertThat(bytes(certificate.extension("2.5.29.35").orElseThrow().span()))
        .startsWith(hex("30"))
        .endsWith(hex("820105"));
  }

  private static byte[] bytes(Span span) {
    return Arrays.copyOfRange(DER, span.offsetBytes(), span.endBytes());
  }

  @Test
  void readsNamesOfEveryStringType() {
    byte[] name =
        item(
            0x30,
            attribute(6, 0x13, DerBytes.ascii("MX")),
            attribute(8, 0x14, hex("4df978")),
            attribute(7, 0x1e, "Mérida".getBytes(StandardCharsets.UTF_16BE)),
            attribute(10, 0x1c, "Ñandú".getBytes(StandardCharsets.UTF_32BE)),
            item(
                0x31,
                item(0x30, hex("0603550403"), item(0x16, DerBytes.ascii("a,b"))),
                item(0x30, hex("060a0992268993f22c640119"), item(0x0c, hex("c3a907")))),
            attribute(44, 0x01, hex("ff")));
    var certificate = Certificate.parse(certificate(hex("02"), name, name));
    assertThat(certificate.isSelfIssued()).isTrue();
    assertThat(certificate.subject())
        .hasToString("C=MX, ST=Mùx, L=Mérida, O=Ñandú, CN=a\\,b+DC=é\\07, 2.5.4.44=#0101ff");
    assertThat(certificate.subject()).isEqualTo(certificate.issuer());
    assertThat(certificate.subject().commonNames()).containsExactly("a,b");
    assertThat(certificate.subject().attributes()).hasSize(7);
    assertThat(certificate.oddities())
        .extracting(Oddity::detail)
        .containsExactly("a name's value of type 0x01", "a name's value of type 0x01");
  }

  @Test
  void namesAreComparedByTheirBytes() {
    byte[] printable = item(0x30, attribute(3, 0x13, DerBytes.ascii("mnopqrstuvw")));
    var certificate = Certificate.parse(certificate(hex("01"), printable, SUBJECT));
    assertThat(certificate.issuer()).hasToString(certificate.subject().toString());
    assertThat(certificate.issuer()).isNotEqualTo(certificate.subject());
    assertThat(certificate.isSelfIssued()).isFalse();
  }

  @Test
  void readsIdentifiersOfAnySize() {
    assertThat(oid("2a864886f70d")).isEqualTo("1.2.840.113549");
    assertThat(oid("00")).isEqualTo("0.0");
    assertThat(oid("8837")).isEqualTo("2.999");
    assertThat(oid("69ffffffffffffffff7f")).isEqualTo("2.25.9223372036854775807");
    assertThat(oid("6983ffffffffffffffffffffffffffffffffff7f"))
        .isEqualTo("2.25.340282366920938463463374607431768211455");
    assertThat(oid("")).isEqualTo("#");
    assertThat(oid("2a86")).isEqualTo("#2a86");
  }

  private static String oid(String hex) {
    return Oid.text(hex(hex), 0, hex.length() / 2);
  }

  @Test
  void tellsWhatIsOdd() {
    byte[] odd =
        join(
            certificate(hex("00ff00".repeat(8)), ISSUER, SUBJECT, extension(37, hex("3000"))),
            hex("0500"));
    assertThat(Certificate.parse(odd).oddities())
        .containsExactly(
            new Oddity(12, "a serial number of 24 bytes, expected at most 20"),
            new Oddity(227, "extended key usages without any"),
            new Oddity(324, "2 bytes behind the certificate"));
    assertThat(Certificate.parse(certificate(hex("ff80"), ISSUER, SUBJECT)).oddities())
        .containsExactly(
            new Oddity(12, "serial number ff80 with a byte that it does not need"),
            new Oddity(12, "serial number -128 is negative"));
  }

  @Test
  void everyCutIsToldWhereItIs() {
    for (int length = 0; length < DER.length; length++) {
      byte[] cut = Arrays.copyOf(DER, length);
      assertThatThrownBy(() -> Certificate.parse(cut)).isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void everyFlippedBitIsReadOrTold() {
    int refused = 0;
    for (int bit = 0; bit < 8 * DER.length; bit++) {
      byte[] flipped = DER.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        var certificate = Certificate.parse(flipped);
        assertThat(certificate.oddities().size()).isLessThan(20);
        assertThat(certificate.fingerprints().sha256()).hasSize(64);
      } catch (MalformedException e) {
        refused++;
        assertThat(e.offsetBytes()).isBetween(0L, (long) DER.length);
      }
    }
    assertThat(refused).isGreaterThan(200);
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThatThrownBy(() -> Certificate.parse(new byte[Certificate.MAX_BYTES + 1]))
        .isInstanceOf(MalformedException.class)
        .hasMessage("4194305 bytes, expected a certificate of at most 4194304");
    assertThatThrownBy(() -> Certificate.parse(hex("30847fffffff30")))
        .isInstanceOf(MalformedException.class)
        .hasMessage("a certificate of 2147483647 bytes, what holds it has 1 left");
    assertThatThrownBy(() -> Certificate.parse(hex("3080")))
        .isInstanceOf(MalformedException.class)
        .hasMessage("a length of 0 bytes for a certificate, expected 1 to 4");
  }
}
