package org.testigo.detections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.Observation;
import org.testigo.model.Software;
import org.testigo.model.Text;

class AppsOutsideStoreTest {
  private final Detection detection = new AppsOutsideStore();

  @Test
  void eachAppFromElsewhereIsAFinding() {
    var found =
        Seen.findings(
            Seen.outcome(
                detection,
                app(1, "org.example.bank", "com.apple.AppStore"),
                app(2, "org.example.helper", "org.example.sideload"),
                app(3, "org.example.beta", "com.apple.TestFlight"),
                app(4, "org.example.helper", "org.example.sideload")));

    assertThat(found)
        .extracting(Finding::findingClass)
        .containsExactly(FindingClass.ANOMALY, FindingClass.INFORMATION);
    assertThat(found.getFirst().title())
        .isEqualTo(
            Text.of(
                AppsOutsideStore.class,
                "outside.finding",
                "org.example.helper",
                "org.example.sideload"));
    assertThat(found.getFirst().sightings().count()).isEqualTo(2);
    assertThat(found).extracting(Finding::id).doesNotHaveDuplicates();
  }

  @Test
  void storeManagementAndUnrecordedInstallersAreNot() {
    assertThat(
            Seen.outcome(
                detection,
                app(1, "a", "com.apple.AppStore.ProductPageExtension"),
                app(2, "b", "com.apple.dmd"),
                app(3, "c", ""),
                app(4, "d", null)))
        .isEqualTo(new Outcome.NotFound(3));
  }

  private static Observation app(long row, String id, @Nullable String installer) {
    return Seen.observed(
        "ios.applications",
        row,
        new Software(
            id,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.ofNullable(installer),
            List.of()));
  }
}
