package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateBody;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.ScanSource;

class SonarSslCertsTest {
  private static final ScanFormat FORMAT = new SonarSslCerts();
  private static final MadeUpCertificate ONE = new MadeUpCertificate(1);
  private static final MadeUpCertificate TWO = new MadeUpCertificate(2);

  @Test
  void certificates() {
    var file = new SonarSslCertsFixture().files().getFirst();
    var read = ScanRead.of(FORMAT, file.name(), file.content());
    assertThat(read.refused()).isEmpty();
    assertThat(read.records())
        .containsExactly(
            new CertificateBody(ONE.id(), new Bytes(ONE.der()), new ScanSource(file.name(), 1)),
            new CertificateBody(TWO.id(), new Bytes(TWO.der()), new ScanSource(file.name(), 2)));
    assertThat(ONE.id())
        .isEqualTo(
            new CertificateId(
                "a6808bd488c66b79edff8c8aa8129ef08efb36fc86b32bb9d4f4ce90a58aee8b",
                "7a012c451f2f57d2a7320217b3210115f678f72a",
                "675945872e9fb39668fc6345b79a391e",
                "49a13f463aac021256d17f9ad8ea9bc7"));
  }

  @Test
  void paddingSpacesAndCapitalsDoNotMatter() {
    var two = new MadeUpCertificate(2);
    var line = two.id().sha1().toUpperCase(Locale.ROOT) + ", " + two.base64() + " \r";
    assertThat(ScanRead.of(FORMAT, "certs", line.replace("=", "")).records()).hasSize(1);
    assertThat(ScanRead.of(FORMAT, "certs", line + "\n\n \r\n").records()).hasSize(1);
  }

  @Test
  void refused() {
    var read =
        ScanRead.of(
            FORMAT,
            "certs",
            """
            %s,%s
            short,MIIB
            %s;MIIB
            zz%s,MIIB
            %s,MII*
            """
                .formatted(
                    ONE.id().sha1(),
                    TWO.base64(),
                    ONE.id().sha1(),
                    ONE.id().sha1().substring(2),
                    ONE.id().sha1()));
    assertThat(read.records()).isEmpty();
    assertThat(read.refused())
        .containsExactly(
            "1: '%s', expected the SHA-1 of the certificate, %s"
                .formatted(ONE.id().sha1(), TWO.id().sha1()),
            "2: no comma behind 40 digits",
            "3: no comma behind 40 digits",
            "4: 'zz%s', expected 40 hexadecimal digits".formatted(ONE.id().sha1().substring(2)),
            "5: the certificate is not base64: Illegal base64 character 2a");
    assertThat(read.unframed()).containsExactly(2L, 3L);
  }
}
