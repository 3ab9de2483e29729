package org.testigo.detections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testigo.model.ConfigurationProfile;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.Observation;
import org.testigo.model.Text;

class ConfigurationProfilesTest {
  private final Detection detection = new ConfigurationProfiles();

  @Test
  void aProfileWeighsAsMuchAsItsWeightiestPayload() {
    var found =
        Seen.findings(
            Seen.outcome(
                detection,
                profile(1, "A", "com.apple.wifi.managed", "com.apple.security.root"),
                profile(2, "B", "com.apple.mdm", "com.apple.vpn.managed"),
                profile(3, "C", "com.apple.vpn.managed"),
                profile(4, "D", "com.apple.notificationsettings"),
                profile(5, "E", "com.apple.wifi.managed"),
                profile(6, "F")));

    assertThat(found)
        .extracting(finding -> finding.title().key())
        .containsExactly(
            "trust.finding",
            "management.finding",
            "traffic.finding",
            "notifications.finding",
            "other.finding",
            "other.finding");
    assertThat(found)
        .extracting(Finding::findingClass)
        .startsWith(FindingClass.ANOMALY, FindingClass.ANOMALY)
        .endsWith(FindingClass.INFORMATION, FindingClass.INFORMATION);
    assertThat(found.getFirst().title())
        .isEqualTo(Text.of(ConfigurationProfiles.class, "trust.finding", "Profile A", "A"));
    assertThat(found).extracting(Finding::id).doesNotHaveDuplicates();
  }

  @Test
  void noProfileIsNotFound() {
    assertThat(Seen.outcome(detection, Seen.observed("ios.tcc", 1, Seen.program("tccd"))))
        .isEqualTo(new Outcome.NotFound(0));
  }

  private static Observation profile(long row, String id, String... payloadTypes) {
    return Seen.observed(
        "ios.configuration-profiles",
        row,
        new ConfigurationProfile(
            id,
            Optional.empty(),
            Optional.of("Profile " + id),
            Optional.empty(),
            List.of(payloadTypes)));
  }
}
