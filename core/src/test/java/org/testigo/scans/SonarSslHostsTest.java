package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testigo.model.scan.CertificateId;

class SonarSslHostsTest {
  private static final String LEAF = "0123456789abcdef0123456789abcdef01234567";
  private static final String CA = "89abcdef0123456789abcdef0123456789abcdef";

  @Test
  void hosts() {
    var file = new SonarSslHostsFixture().files().getFirst();
    var day = Expected.day("2013-10-30");
    var read = ScanRead.of(new SonarSslHosts(), file.name(), file.content(), Optional.of(day));
    assertThat(read.refused()).isEmpty();
    assertThat(read.records())
        .containsExactly(
            Expected.service("192.0.2.1", 443)
                .at(day)
                .chain(CertificateId.ofSha1(LEAF))
                .from(file.name(), 1),
            Expected.service("192.0.2.2", 443)
                .at(day)
                .chain(CertificateId.ofSha1(LEAF), CertificateId.ofSha1(CA))
                .from(file.name(), 2));
  }

  @Test
  void theyAreReadAfterTheCertificates() {
    assertThat(new SonarSslHosts().spec().order()).isEqualTo(ScanFormat.Order.JOINS);
    assertThat(new SonarSslCerts().spec().order()).isEqualTo(ScanFormat.Order.SHOWS);
  }

  @Test
  void refused() {
    var read =
        ScanRead.of(
            new SonarSslHosts(),
            "hosts",
            "192.0.2.1\nx,%s\n192.0.2.1,%s,12\n".formatted(LEAF, LEAF));
    assertThat(read.records()).isEmpty();
    assertThat(read.refused())
        .containsExactly(
            "1: no digest behind the address",
            "2: 'x', expected an IPv4 or IPv6 address",
            "3: '12', expected 40 hexadecimal digits");
    assertThat(read.unframed()).containsExactly(1L);
  }
}
