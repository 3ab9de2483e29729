package org.testigo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.samples.large.Plant;
import org.testigo.samples.large.Plants;

class CorrectnessTest {
  private static final List<Plant> PLANTS = Plants.all();

  @TempDir Path folder;

  @Test
  void everyTraceOnceIsWhole() {
    var result = Correctness.of(PLANTS, everyTraceOnce());
    assertThat(result.isWhole()).isTrue();
    assertThat(result.found()).isEqualTo(51);
  }

  @Test
  void aTraceThatNoFindingNamesIsMissing() {
    var lines = everyTraceOnce();
    lines.removeLast();
    var result = Correctness.of(PLANTS, lines);
    assertThat(result.isWhole()).isFalse();
    assertThat(result.missing()).containsExactly(PLANTS.getLast());
  }

  @Test
  void anObservationTooManyIsANearMissThatWasReported() {
    var lines = everyTraceOnce();
    lines.add(new FoundLines.Line("visited", List.of("Plant 03"), 2));
    lines.add(new FoundLines.Line("received", List.of("Nobody"), 1));
    assertThat(Correctness.of(PLANTS, lines).wrong())
        .containsExactly(PLANTS.get(2) + ": 3 observations", "Nobody: 1 observations");
  }

  @Test
  void readsWhatTheProgramWrites() throws Exception {
    Path findings = folder.resolve("findings.jsonl");
    Files.writeString(
        findings,
        """
        {"id":"a","class":"visited","title":"t","indicators":[{"value":"v","notes":[],"name":"Plant 01"},\
        {"name":"Plant 02"}],"observations":{"count":3,"examples":[{"name":"no"}]},"nextSteps":[]}
        {"id":"b","class":"anomaly","indicators":[],"observations":{"count":1}}
        """);
    assertThat(FoundLines.read(findings))
        .containsExactly(
            new FoundLines.Line("visited", List.of("Plant 01", "Plant 02"), 3),
            new FoundLines.Line("anomaly", List.of(), 1));
  }

  private static List<FoundLines.Line> everyTraceOnce() {
    var lines = new ArrayList<FoundLines.Line>();
    for (Plant plant : PLANTS) lines.add(new FoundLines.Line("received", List.of(plant.name()), 1));
    return lines;
  }
}
