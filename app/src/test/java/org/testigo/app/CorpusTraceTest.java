package org.testigo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.Corpus;

/// The published data through the command, as anybody can run it.
class CorpusTraceTest {
  private static final String PUBLISHED = "scans/citizenlab-spyware-scan/";

  @TempDir private Path temp;

  @Test
  void thePublishedServersOfRcs() throws IOException {
    var run = trace(PUBLISHED + "ht/results/ht.db");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(Files.readString(temp.resolve("atlas/summary.json")))
        .startsWith(
            "{\"schemaVersion\":1,\"addresses\":590,\"hosts\":436,\"clusters\":110,"
                + "\"certificates\":324,\"banners\":33,\"lines_read\":33671,"
                + "\"lines_decoded\":33671,\"lines_refused\":0,\"as_of\":\"2014-09-29\"")
        .contains("\"distinct_answers\":4523")
        .contains("\"gaps\":[]");
    assertThat(Session.lines(temp.resolve("atlas/addresses.csv"))).hasSize(591);
    assertThat(Session.lines(temp.resolve("atlas/hosts.csv"))).hasSize(437);
    assertThat(Session.lines(temp.resolve("atlas/hits.jsonl")).size()).isEqualTo(28_379);
    assertThat(Files.size(temp.resolve("atlas/atlas.html"))).isLessThan(2_000_000);
  }

  @Test
  void thePublishedServersOfFinFisher() throws IOException {
    var run = trace(PUBLISHED + "ff/results/ff.csv");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("ff.csv (citizenlab-ff-csv): 55 entries read");
    assertThat(Files.readString(temp.resolve("atlas/atlas.html")))
        .contains("187.188.81.66")
        .contains("Iusacell PCS de Mexico")
        .contains("201.122.183.55");
  }

  private Session trace(String name) {
    return Session.of(
        "trace",
        Corpus.path(name).toString(),
        "--out",
        temp.resolve("atlas").toString(),
        "--lang",
        "en");
  }
}
