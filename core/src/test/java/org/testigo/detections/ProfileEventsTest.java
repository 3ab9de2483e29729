package org.testigo.detections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.testigo.model.Finding;
import org.testigo.model.Observation;
import org.testigo.model.ProfileEvent;
import org.testigo.model.Sightings;
import org.testigo.model.Text;

class ProfileEventsTest {
  private final Detection detection = new ProfileEvents();

  @Test
  void eventsAreGroupedByProfile() {
    var found =
        Seen.findings(
            Seen.outcome(
                detection,
                event(1, "A", "install", "profiled"),
                event(2, "B", "install", "mdmd"),
                event(3, "A", "remove", "Preferences")));

    assertThat(found)
        .extracting(Finding::title)
        .containsExactly(
            Text.of(ProfileEvents.class, "finding", "A", 2L),
            Text.of(ProfileEvents.class, "finding", "B", 1L));
    assertThat(found.getFirst().sightings().examples())
        .extracting(Sightings.Example::value)
        .containsExactly("install (profiled)", "remove (Preferences)");
    assertThat(found.getFirst().confidence()).isEqualTo(15);
  }

  @Test
  void anythingElseIsNotFound() {
    assertThat(Seen.outcome(detection, Seen.observed("ios.tcc", 1, Seen.program("profiled"))))
        .isEqualTo(new Outcome.NotFound(0));
  }

  private static Observation event(long row, String profile, String operation, String process) {
    return Seen.observed("ios.profile-events", row, new ProfileEvent(profile, operation, process));
  }
}
