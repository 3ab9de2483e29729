package org.testigo.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testigo.infrastructure.Seen.ip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testigo.model.scan.Endpoint;
import org.testigo.model.scan.ProbeReply;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ScanTime.Precision;

class CountersTest {

  /// Replies turn by turn, one each second, as the lines of a file.
  private static List<ProbeReply> replies(String address, int firstLine, int... ipIds) {
    var replies = new ArrayList<ProbeReply>();
    for (int i = 0; i < ipIds.length; i++) {
      int line = firstLine + 2 * i;
      var at = Instant.parse("2014-01-01T00:00:00Z").plusSeconds(line);
      replies.add(
          new ProbeReply(
              new Endpoint(ip(address), 80),
              Optional.of(new ScanTime(at, Precision.SECOND)),
              ipIds[i],
              64,
              new ScanSource("zmap.csv", line)));
    }
    return replies;
  }

  @Test
  void repliesThatCountUpTogetherShareACounter() {
    var one = replies("192.0.2.1", 1, 65_500, 65_520, 10, 60);
    var other = replies("192.0.2.2", 2, 65_510, 2, 30, 90);
    assertThat(Counters.shared(one, other)).isEqualTo(8);
  }

  @Test
  void countersOfTheirOwnAreNotShared() {
    var one = replies("192.0.2.1", 1, 100, 110, 120, 130);
    assertThat(Counters.shared(one, replies("192.0.2.2", 2, 40_000, 40_010, 40_020))).isZero();
    assertThat(Counters.shared(one, replies("192.0.2.2", 2, 0, 0, 0, 0))).isZero();
    assertThat(Counters.shared(one, replies("192.0.2.2", 2, 105, 115))).isZero();
    assertThat(Counters.shared(one, replies("192.0.2.2", 1_000, 140, 150, 160, 170))).isZero();
  }

  @Test
  void aSharedCounterIsShownAndJoinsNothing() {
    var builder = new AtlasBuilder(AtlasRequest.plain());
    builder.sighting(Seen.at("192.0.2.1", "2014-01-01").publishedAs("rcs").shows("a").sighting());
    builder.sighting(Seen.at("192.0.2.2", "2014-01-01").publishedAs("rcs").shows("a").sighting());
    replies("192.0.2.1", 1, 100, 120, 140).forEach(builder::reply);
    replies("192.0.2.2", 2, 110, 130, 150).forEach(builder::reply);
    replies("192.0.2.3", 2, 110, 130, 150).forEach(builder::reply);
    var edges = builder.build().clusters().getFirst().edges();
    assertThat(edges)
        .filteredOn(edge -> edge.kind() == Edge.Kind.COUNTER)
        .singleElement()
        .satisfies(edge -> {
          assertThat(edge.from() + " " + edge.to()).isEqualTo("192.0.2.1 192.0.2.2");
          assertThat(edge.evidence().because().arguments()).containsExactly(6);
          assertThat(edge.kind().joins()).isFalse();
        });
  }
}
