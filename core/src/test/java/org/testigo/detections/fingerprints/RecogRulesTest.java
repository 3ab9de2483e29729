package org.testigo.detections.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.Subject;

class RecogRulesTest {

  @Test
  void aServiceIsNamedByItsTexts() {
    var rules = FingerprintSet.loadAlone(List.of(Corpus.path("scans/recog/xml")));
    var hits =
        rules.match(
            Services.answering(
                "HTTP/1.1 200 OK\r\nServer: Transmission\r\n\r\n<title>301 Moved Permanently</title>"));

    assertThat(rules.refused()).isEmpty();
    assertThat(rules.passedOver()).singleElement().asString().endsWith("fingerprints.xsd");
    assertThat(rules.fingerprints()).hasSize(2430);
    assertThat(hits)
        .extracting(FingerprintHit::fingerprint)
        .containsExactly("recog-html-title-1", "recog-http-header-server-1");
    var server = hits.getLast();
    assertThat(server.extracted())
        .containsEntry("service.vendor", "TransmissionBT")
        .containsEntry("service.cpe23", "cpe:/a:transmissionbt:transmission:-");
    assertThat(server.evidence().getFirst().offsetBytes()).isEqualTo(25);
    assertThat(rules.hasRuleWithoutLiteral(Subject.ANSWER)).isTrue();
    assertThat(rules.hasRuleWithoutLiteral(Subject.CERTIFICATE)).isTrue();
    assertThat(rules.literals()).isEmpty();
  }

  @Test
  void bannersAndImportedValuesAreTextsToo() {
    var rules = FingerprintSet.loadAlone(List.of(Corpus.path("scans/recog/xml")));
    String tor = "2ad2ad16d2ad2ad00042d42d000000332dc9cd7d90589195193c8bb05d84fa";

    assertThat(rules.match(Services.answering("SSH-2.0-RomSShell_4.62\r\n")))
        .singleElement()
        .satisfies(hit -> assertThat(hit.extracted()).containsEntry("service.version", "4.62"));
    assertThat(
            rules.match(Services.answering("220 foo.bar Microsoft FTP Service (Version 3.0).\r\n")))
        .singleElement()
        .satisfies(hit -> assertThat(hit.extracted()).containsEntry("host.name", "foo.bar"));
    assertThat(rules.match(Services.imported("jarm", tor)))
        .singleElement()
        .satisfies(hit -> assertThat(hit.extracted()).containsEntry("service.product", "Tor"));
  }

  @Test
  void everyExampleHoldsInTheCheckAsWell() {
    var rules = FingerprintSet.loadAlone(List.of(Corpus.path("scans/recog/xml")));

    assertThat(FingerprintCheck.check(rules, Services.READER))
        .hasSize(2430)
        .allSatisfy(checked -> assertThat(checked.failures()).isEmpty());
  }
}
