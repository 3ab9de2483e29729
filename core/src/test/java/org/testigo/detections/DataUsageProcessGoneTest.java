package org.testigo.detections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.testigo.model.FindingClass;
import org.testigo.model.Observation;
import org.testigo.model.ProcessObject;
import org.testigo.model.Sightings;
import org.testigo.model.Text;

class DataUsageProcessGoneTest {
  private final Detection detection = new DataUsageProcessGone();

  @Test
  void usageWithoutItsProgramIsOneFinding() {
    var found =
        Seen.findings(
            Seen.outcome(
                detection,
                program(1, Optional.of("mDNSResponder"), true),
                program(7, Optional.empty(), true),
                program(9, Optional.empty(), true)));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().findingClass()).isEqualTo(FindingClass.ANOMALY);
    assertThat(found.getFirst().title())
        .isEqualTo(Text.of(DataUsageProcessGone.class, "finding", 2L));
    assertThat(found.getFirst().sightings().examples())
        .extracting(Sightings.Example::value)
        .containsExactly("7", "9");
  }

  @Test
  void aMissingNumberAloneIsNoLeftUsage() {
    assertThat(
            Seen.outcome(
                detection,
                program(1, Optional.of("mDNSResponder"), false),
                program(2, Optional.empty(), false),
                program(3, Optional.of(""), true)))
        .isEqualTo(new Outcome.NotFound(3));
  }

  private static Observation program(long row, Optional<String> name, boolean used) {
    var usage =
        new ProcessObject.DataVolume(
            OptionalLong.empty(), OptionalLong.empty(), OptionalLong.of(1), OptionalLong.of(2));
    var program =
        new ProcessObject(
            name,
            Optional.empty(),
            OptionalLong.of(row),
            used ? Optional.of(usage) : Optional.empty());
    return Seen.observed("ios.data-usage", row, program);
  }
}
