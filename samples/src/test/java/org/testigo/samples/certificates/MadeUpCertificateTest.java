package org.testigo.samples.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testigo.formats.x509.Certificate;
import org.testigo.formats.x509.Chain;
import org.testigo.formats.x509.Pem;
import org.testigo.formats.x509.PublicKeyInfo;
import org.testigo.formats.x509.Signatures;

class MadeUpCertificateTest {
  private static final MadeUpName AUTHORITY = MadeUpName.of("C=MX", "O=Made Up", "CN=authority");

  @Test
  void itsFieldsAreRead() {
    var made =
        MadeUpCertificate.named(
                MadeUpName.of("CN=mnopqrstuvw")
                    .with("O", "Ñandú", MadeUpName.StringType.BMP)
                    .with("2.5.4.99", "x", MadeUpName.StringType.PRINTABLE))
            .issuer(AUTHORITY, MadeUpKey.looksLikeRsa("authority"))
            .serial(500)
            .valid(Instant.parse("2013-02-03T04:05:06Z"), Instant.parse("2051-01-01T00:00:00Z"))
            .usages(MadeUpCertificate.CLIENT)
            .dnsNames("example.org", "www.example.org")
            .authority(false)
            .authorityName(AUTHORITY, BigInteger.TEN);
    var read = Certificate.parse(made.der());
    assertThat(read.oddities()).isEmpty();
    assertThat(read.serial()).isEqualTo(500);
    assertThat(read.issuer()).hasToString("C=MX, O=Made Up, CN=authority");
    assertThat(read.subject()).hasToString("CN=mnopqrstuvw, O=Ñandú, 2.5.4.99=x");
    assertThat(read.notBefore().instant()).contains(Instant.parse("2013-02-03T04:05:06Z"));
    assertThat(read.notAfter().text()).isEqualTo("20510101000000Z");
    assertThat(read.publicKey())
        .isEqualTo(new PublicKeyInfo("1.2.840.113549.1.1.1", "RSA", 2048, 5));
    assertThat(read.extendedKeyUsages()).containsExactly("1.3.6.1.5.5.7.3.2");
    assertThat(read.alternativeNames().dnsNames())
        .containsExactly("example.org", "www.example.org");
    assertThat(read.isAuthority()).contains(false);
    assertThat(read.authorityKey().orElseThrow().directoryNames()).containsExactly(read.issuer());
    assertThat(read.authorityKey().orElseThrow().serial()).contains(BigInteger.TEN);
    assertThat(Signatures.verify(read, read)).isEqualTo(Signatures.Answer.INVALID);
  }

  @Test
  void isAlwaysTheSame() {
    var one = MadeUpCertificate.named(AUTHORITY).key(MadeUpKey.real("a")).der();
    var other = MadeUpCertificate.named(AUTHORITY).key(MadeUpKey.real("a")).der();
    assertThat(one).isEqualTo(other);
    assertThat(one).isNotEqualTo(MadeUpCertificate.named(AUTHORITY).key(MadeUpKey.real("b")).der());
    assertThat(Pem.certificates(MadeUpCertificate.named(AUTHORITY).pem())).hasSize(1);
  }

  @Test
  void realKeysSignAChain() {
    byte[] id = {1, 2, 3};
    var root =
        MadeUpCertificate.named(AUTHORITY)
            .key(MadeUpKey.real("root"))
            .authority(true)
            .subjectKeyId(id);
    var leaf =
        MadeUpCertificate.named(MadeUpName.of("CN=leaf"))
            .key(MadeUpKey.real("leaf"))
            .by(root)
            .authorityKeyId(id);
    var top = Certificate.parse(root.der());
    var bottom = Certificate.parse(leaf.der());
    assertThat(Signatures.verify(top, top)).isEqualTo(Signatures.Answer.VALID);
    assertThat(Signatures.verify(bottom, top)).isEqualTo(Signatures.Answer.VALID);
    assertThat(Signatures.verify(bottom, bottom)).isEqualTo(Signatures.Answer.INVALID);
    assertThat(Chain.order(List.of(top, bottom)).path()).containsExactly(bottom, top);
  }
}
