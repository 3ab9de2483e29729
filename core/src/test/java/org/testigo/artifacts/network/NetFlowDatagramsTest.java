package org.testigo.artifacts.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testigo.artifacts.Parsed;
import org.testigo.model.Conversation;
import org.testigo.model.Conversation.Transport;
import org.testigo.model.IpAddress;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.NetworkTraffic;
import org.testigo.model.NetworkTraffic.State;
import org.testigo.model.NetworkTraffic.Volume;
import org.testigo.model.Observation;
import org.testigo.model.Source;

class NetFlowDatagramsTest {

  @Test
  void bothDirectionsAreOfOneConversation() {
    var parsed =
        Parsed.by(new NetFlowDatagrams(), new NetFlowDatagramsFixture().files().getFirst());
    var conversation =
        new Conversation(Transport.TCP, address("192.0.2.7"), 40_000, address("198.51.100.9"), 443);

    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.observations())
        .containsExactly(
            observed(24, flow(conversation, new Volume(5, 1_000, 0), Volume.NONE)),
            observed(72, flow(conversation, Volume.NONE, new Volume(9, 8_000, 0))));
  }

  private static NetworkTraffic flow(Conversation conversation, Volume sent, Volume received) {
    return new NetworkTraffic(
        conversation, sent, received, State.CLOSED, List.of(), List.of(), List.of(), 0, 0);
  }

  private static Observation observed(long offset, NetworkTraffic flow) {
    var start = Instant.parse("2024-04-30T23:59:50Z");
    var end = Instant.parse("2024-04-30T23:59:55Z");
    return new Observation(
        flow,
        List.of(
            new Moment(Moment.Meaning.STARTED, start, start.toString()),
            new Moment(Moment.Meaning.ENDED, end, end.toString())),
        new Source("network.netflow", "netflow/flows.dat", new Location.Offset(offset)));
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
