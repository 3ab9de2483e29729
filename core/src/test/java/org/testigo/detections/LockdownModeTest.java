package org.testigo.detections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.testigo.model.FindingClass;
import org.testigo.model.Observation;
import org.testigo.model.Setting;

class LockdownModeTest {
  private final Detection detection = new LockdownMode();

  @Test
  void onIsInformationAndComesWithoutAlarmingAdvice() {
    var found = Seen.findings(Seen.outcome(detection, setting("LDMGlobalEnabled", "true")));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().findingClass()).isEqualTo(FindingClass.INFORMATION);
    assertThat(found.getFirst().nextSteps())
        .extracting(step -> step.key())
        .containsExactly("step.1");
  }

  @Test
  void offOrAnotherSettingIsNotFound() {
    assertThat(
            Seen.outcome(
                detection,
                setting("LDMGlobalEnabled", "false"),
                setting("WebKitShowLinkPreviews", "true")))
        .isEqualTo(new Outcome.NotFound(1));
  }

  private static Observation setting(String name, String value) {
    return Seen.observed(
        "ios.global-preferences", 1, new Setting("GlobalPreferences", name, value));
  }
}
