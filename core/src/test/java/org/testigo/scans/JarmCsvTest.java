package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.testigo.Corpus;

class JarmCsvTest {
  private static final ScanFormat FORMAT = new JarmCsv();
  private static final String JARM =
      "27d3ed3ed0003ed1dc42d43d00041d6183ff1bfae51ebd88d70384363d525c";

  @Test
  void servers() {
    var file = new JarmCsvFixture().files().getFirst();
    assertThat(ScanRead.of(FORMAT, file.name(), file.content()).records())
        .containsExactly(
            Expected.service("192.0.2.1", 0).imported("jarm", JARM).from(file.name(), 1),
            Expected.service("192.0.2.2", 8443)
                .imported("jarm", "29d29d00029d29d00042d43d00041d598ac0c1012db967bb1ad0ff2491b3ae")
                .from(file.name(), 2));
  }

  @Test
  void otherColumns() {
    assertThat(ScanRead.of(FORMAT, "x", "192.0.2.1,443," + JARM).records())
        .containsExactly(Expected.service("192.0.2.1", 443).imported("jarm", JARM).from("x", 1));
  }

  @Test
  void nothingToSay() {
    var read =
        ScanRead.of(
            FORMAT,
            "x",
            "x.org,Failed to resolve IP,%s\nx.org,192.0.2.1,%s\n".formatted(JARM, "0".repeat(62)));
    assertThat(read.records()).isEmpty();
    assertThat(read.refused()).isEmpty();
  }

  @Test
  void refused() {
    assertThat(ScanRead.of(FORMAT, "x", "x.org,192.0.2.1,27d3").refused())
        .containsExactly("1: '27d3', expected 62 hexadecimal digits of JARM");
  }

  @Test
  void theListOfTheCorpusHoldsNoFingerprints() {
    var head = ScanRead.head("alexa500.txt", Corpus.bytes("scans/jarm/alexa500.txt"));
    assertThat(FORMAT.recognises(head)).isFalse();
  }
}
