package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateBody;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.ScanSource;

/// The three files of the University of Michigan's study.
class UmichTest {
  private static final CertificateId LEAF =
      CertificateId.ofSha1("0123456789abcdef0123456789abcdef01234567");
  private static final CertificateId CA =
      CertificateId.ofSha1("89abcdef0123456789abcdef0123456789abcdef");

  @Test
  void certificates() {
    var file = new UmichCertificatesFixture().files().getFirst();
    var read = ScanRead.of(new UmichCertificates(), file.name(), file.content());
    assertThat(read.refused()).isEmpty();
    var one = new MadeUpCertificate(1);
    var two = new MadeUpCertificate(2);
    assertThat(read.records())
        .containsExactly(
            new CertificateBody(one.id(), new Bytes(one.der()), new ScanSource(file.name(), 1)),
            new CertificateBody(two.id(), new Bytes(two.der()), new ScanSource(file.name(), 2)));
  }

  @Test
  void refusedCertificates() {
    var one = new MadeUpCertificate(1);
    var read =
        ScanRead.of(
            new UmichCertificates(),
            "certificates.csv",
            UmichCertificatesFixture.row(one.id().sha1(), "")
                + UmichCertificatesFixture.row(LEAF.sha1(), one.base64())
                + "17,\\x12,\"CN=a\nb\",x\n");
    assertThat(read.records()).isEmpty();
    assertThat(read.refused())
        .containsExactly(
            "1: no column holds the certificate",
            "2: '\\x%s', expected the digest of the certificate, %s"
                .formatted(LEAF.sha1(), one.id().sha1()),
            "3: a quoted field without its end",
            "4: 2 columns, expected 44");
  }

  @Test
  void scan() {
    var file = new UmichScanFixture().files().getFirst();
    var read = ScanRead.of(new UmichScan(), file.name(), file.content());
    assertThat(read.refused()).isEmpty();
    assertThat(read.records())
        .containsExactly(
            Expected.service("192.0.2.1", 443)
                .at("2012-06-10T12:30:45Z")
                .chain(LEAF)
                .from(file.name(), 1),
            Expected.service("192.0.2.2", 443)
                .at("2012-06-10T12:30:45Z")
                .chain(CA)
                .from(file.name(), 2));
  }

  @Test
  void refusedScan() {
    var read =
        ScanRead.of(
            new UmichScan(),
            "scan",
            "192.0.2.1,,\\x12,2012-06-10\n192.0.2.1,,\\x%s,soon\n192.0.2.1,x,y\n"
                .formatted(LEAF.sha1()));
    assertThat(read.records()).isEmpty();
    assertThat(read.refused())
        .containsExactly(
            "1: '\\x12', expected a digest of 32, 40 or 64 hexadecimal digits",
            "2: 'soon', expected a time in the form of ISO 8601",
            "3: 3 columns, expected 4");
  }

  @Test
  void chains() {
    var file = new UmichChainsFixture().files().getFirst();
    var day = Expected.day("2013-12-28");
    var read = ScanRead.of(new UmichChains(), file.name(), file.content(), Optional.of(day));
    assertThat(read.refused()).isEmpty();
    assertThat(read.records())
        .containsExactly(
            Expected.service("192.0.2.1", 443).at(day).chain(LEAF, CA).from(file.name(), 1),
            Expected.service("192.0.2.2", 443).at(day).chain(LEAF).from(file.name(), 2));
  }
}
