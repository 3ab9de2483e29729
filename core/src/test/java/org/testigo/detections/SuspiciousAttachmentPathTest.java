package org.testigo.detections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.testigo.model.Direction;
import org.testigo.model.FindingClass;
import org.testigo.model.Observation;
import org.testigo.model.Text;

class SuspiciousAttachmentPathTest {
  private final Detection detection = new SuspiciousAttachmentPath();

  @Test
  void receivedFilesInTheTemporaryPlaceAreOneFindingPerSender() {
    var found =
        Seen.findings(
            Seen.outcome(
                detection,
                attachment(1, Direction.INCOMING, "/var/tmp/com.apple.messages/x.gif-1"),
                attachment(2, Direction.INCOMING, "/private/var/tmp/y-1")));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().findingClass()).isEqualTo(FindingClass.ANOMALY);
    assertThat(found.getFirst().title())
        .isEqualTo(Text.of(SuspiciousAttachmentPath.class, "finding", 2L, "+525500000001"));
  }

  @Test
  void usualPlacesOtherNamesAndSentFilesAreNot() {
    assertThat(
            Seen.outcome(
                detection,
                attachment(1, Direction.OUTGOING, "/var/tmp/a-1"),
                attachment(2, Direction.INCOMING, "/var/tmp/a-2"),
                attachment(3, Direction.INCOMING, "~/Library/SMS/Attachments/var/tmp/a-1"),
                attachment(4, Direction.INCOMING, "~/Library/SMS/Attachments/IMG_1.heic-1")))
        .isEqualTo(new Outcome.NotFound(3));
  }

  private static Observation attachment(long row, Direction direction, String path) {
    return Seen.observed("ios.sms", row, Seen.attachment(direction, path));
  }
}
