package org.testigo.detections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.testigo.model.FindingClass;
import org.testigo.model.Sightings;
import org.testigo.model.Text;

class GroupsTest {
  private static final Page PAGE =
      new Page(new SuspiciousAttachmentPath().spec(), SuspiciousAttachmentPath.class);

  @Test
  void whatIsBeyondTheLimitIsGatheredInOneFindingThatSaysSo() {
    var groups = new Groups<Integer>();
    IntStream.range(0, 1_007)
        .forEach(i -> groups.add(i, Seen.observed("ios.sms", i, Seen.program("p")), "v" + i));
    groups.add(3, Seen.observed("ios.sms", 1_007, Seen.program("p")), "again");

    var findings =
        groups.judged(
            PAGE,
            FindingClass.ANOMALY,
            (key, group) ->
                PAGE.finding(FindingClass.ANOMALY, "", "" + key, PAGE.text("title"), 1, group));

    assertThat(findings).hasSize(1_001);
    assertThat(findings.get(3).sightings().count()).isEqualTo(2);
    assertThat(findings.getLast().title())
        .isEqualTo(Text.of(Groups.class, "rest", "ios.attachment-path", 1_000, 7L));
    assertThat(findings.getLast().sightings().examples())
        .extracting(Sightings.Example::value)
        .containsExactly("v1000", "v1001", "v1002", "v1003", "v1004", "v1005", "v1006");
  }
}
