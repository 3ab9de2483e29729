package org.testigo.detections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.testigo.model.FindingClass;
import org.testigo.model.IdentityLookup;
import org.testigo.model.Observation;
import org.testigo.model.Sightings;

class NulBytesInAddressTest {
  private final Detection detection = new NulBytesInAddress();

  @Test
  void nulBytesAreFoundAndShownAsTheyStand() {
    var found =
        Seen.findings(
            Seen.outcome(
                detection, lookup(1, "mailto:ana@example.org"), lookup(2, "mailto:\0\0\0x")));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().findingClass()).isEqualTo(FindingClass.ANOMALY);
    assertThat(found.getFirst().sightings().examples())
        .extracting(Sightings.Example::value)
        .containsExactly("mailto:\0\0\0x");
  }

  @Test
  void oddButWholeAddressesAreNot() {
    assertThat(
            Seen.outcome(
                detection,
                lookup(1, "mailto:x\\x00@example.org"),
                lookup(2, "tel:+525500000000"),
                lookup(3, "")))
        .isEqualTo(new Outcome.NotFound(3));
  }

  private static Observation lookup(long row, String account) {
    return Seen.observed(
        "ios.id-status-cache",
        row,
        new IdentityLookup("com.apple.madrid", account, OptionalLong.of(1)));
  }
}
