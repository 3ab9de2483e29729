package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateBody;
import org.testigo.model.scan.ScanSource;

class CtEntriesTest {
  private static final ScanFormat FORMAT = new CtEntries();

  @Test
  void certificateAndPrecertificate() {
    var file = new CtEntriesFixture().files().getFirst();
    var one = new MadeUpCertificate(1);
    var two = new MadeUpCertificate(2);
    assertThat(ScanRead.of(FORMAT, file.name(), file.content()).records())
        .containsExactly(
            new CertificateBody(one.id(), new Bytes(one.der()), new ScanSource(file.name(), 1)),
            new CertificateBody(two.id(), new Bytes(two.der()), new ScanSource(file.name(), 2)));
  }

  @Test
  void theAnswerOfALogIsTold() {
    var lines =
        "{\"entries\":[%s,%s]}"
            .formatted(CtEntriesFixture.line(0, 1).strip(), CtEntriesFixture.line(1, 2).strip());
    assertThat(ScanRead.of(FORMAT, "x", lines).records()).hasSize(2);
  }

  @Test
  void refused() {
    var read =
        ScanRead.of(
            FORMAT,
            "x",
            """
            {"leaf_input":"AAAA"}
            {"leaf_input":"AAAAAAAAAAAAAAACAAAA"}
            {"leaf_input":"AAAAAAAAAAAAAAAAAAAF"}
            {"leaf_input":"AAAAAAAAAAAAAAAB"}
            """);
    assertThat(read.refused())
        .containsExactly(
            "1: leaf_input has 3 bytes, expected at least 12",
            "2: entry type 2, expected 0 or 1",
            "3: a certificate of 5 bytes, 0 are left",
            "4: extra_data is missing");
  }
}
