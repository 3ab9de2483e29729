package org.testigo.artifacts.ios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.testigo.artifacts.Parsed;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.Observation;
import org.testigo.model.ProfileEvent;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;

class ProfileEventsTest {
  private static Source source(String key) {
    return new Source(
        "ios.profile-events",
        ConfigurationProfiles.DOMAIN + "/Library/ConfigurationProfiles/MCProfileEvents.plist",
        new Location.Key(key));
  }

  @Test
  void eventsInTheirOrder() {
    var parsed = Parsed.by(new ProfileEvents(), ProfileEventsFixture.twoEvents());
    assertThat(parsed.readings())
        .containsExactly(
            new Observation(
                new ProfileEvent("a.profile", "install", "Preferences"),
                List.of(
                    new Moment(
                        Moment.Meaning.RECORDED,
                        Instant.parse("2024-02-10T23:48:02Z"),
                        "729301682")),
                source("ProfileEvents/0/a.profile")),
            new Observation(
                new ProfileEvent("a.profile", "remove", "profiled"),
                List.of(
                    new Moment(
                        Moment.Meaning.RECORDED,
                        Instant.parse("2024-02-12T01:00:00Z"),
                        "729392400")),
                source("ProfileEvents/1/a.profile")));
  }

  @Test
  void oddEventIsReportedAndTheOthersAreRead() {
    var parsed =
        Parsed.by(
            new ProfileEvents(),
            ProfileEventsFixture.of("odd", List.of(7, Map.of("b.profile", Map.of()))));
    assertThat(parsed.objects()).containsExactly(new ProfileEvent("b.profile", "", ""));
    assertThat(parsed.unreadables())
        .containsExactly(
            new Unreadable(
                source("ProfileEvents/0"),
                Unreadable.Reason.MALFORMED,
                "a whole number, expected a dictionary"));
  }
}
