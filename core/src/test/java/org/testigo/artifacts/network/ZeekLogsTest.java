package org.testigo.artifacts.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testigo.artifacts.ArtifactFixture;
import org.testigo.artifacts.Parsed;
import org.testigo.model.Conversation;
import org.testigo.model.Conversation.Transport;
import org.testigo.model.HttpExchange;
import org.testigo.model.IpAddress;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.NameLookup;
import org.testigo.model.NameLookup.Answer;
import org.testigo.model.NetworkTraffic;
import org.testigo.model.NetworkTraffic.State;
import org.testigo.model.NetworkTraffic.Volume;
import org.testigo.model.Observation;
import org.testigo.model.Source;
import org.testigo.model.TlsHandshake;
import org.testigo.model.UnsupportedLayoutException;

class ZeekLogsTest {
  private static final Instant NIGHT = Instant.parse("2024-05-01T00:00:00Z");

  @Test
  void connections() {
    var parsed = parsed("conn.log", ZeekLogsFixture.connections());

    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.layouts()).containsExactly("Zeek conn");
    assertThat(parsed.observations()).hasSize(3);
    assertThat(parsed.observations().getFirst())
        .isEqualTo(
            new Observation(
                flow(
                    conversation(Transport.TCP, "192.0.2.7", 40_000, "198.51.100.9", 443),
                    new Volume(8, 1_300, 900),
                    new Volume(9, 7_400, 7_000),
                    State.CLOSED,
                    List.of("ssl", "http"),
                    0),
                List.of(
                    new Moment(Meaning.STARTED, NIGHT.plusMillis(250), "1714521600.250000"),
                    new Moment(Meaning.ENDED, NIGHT.plusMillis(2_750), "2024-05-01T00:00:02.750Z")),
                new Source("network.zeek-logs", "zeek/conn.log", new Location.Line(8))));
    assertThat(parsed.objects().subList(1, 3))
        .containsExactly(
            flow(
                conversation(Transport.UDP, "2001:db8::1", 50_000, "2001:db8::2", 53),
                new Volume(1, 70, 0),
                Volume.NONE,
                State.UNANSWERED,
                List.of(),
                2),
            flow(
                conversation(Transport.ICMP, "192.0.2.7", 0, "198.51.100.9", 0),
                new Volume(1, 84, 0),
                Volume.NONE,
                State.MIDSTREAM,
                List.of(),
                0));
  }

  @Test
  void openConnectionsAreOpen() {
    var parsed = parsed("open_conn.log", ZeekLogsFixture.connections());

    assertThat(parsed.layouts()).containsExactly("Zeek conn of open connections");
    assertThat(parsed.objects())
        .extracting(flow -> ((NetworkTraffic) flow).state())
        .containsExactly(State.OPEN, State.UNANSWERED, State.MIDSTREAM);
    assertThat(parsed.observations().getFirst().moments())
        .extracting(Moment::meaning)
        .containsExactly(Meaning.STARTED, Meaning.RECORDED);
  }

  @Test
  void namesWithTheirAnswers() {
    var parsed = parsed("dns.log", ZeekLogsFixture.names());

    assertThat(parsed.objects())
        .containsExactly(
            new NameLookup(
                conversation(Transport.UDP, "192.0.2.7", 50_000, "192.0.2.1", 53),
                NameLookup.Channel.UDP,
                "www.example.org",
                "A",
                Optional.of("NOERROR"),
                List.of(
                    new Answer("www.example.org", "CNAME", "web.example.org", 300),
                    new Answer("www.example.org", "A", "198.51.100.9", 60),
                    new Answer("www.example.org", "TXT", "abc", 5)),
                false));
  }

  @Test
  void aHandshakeWithoutItsCertificateLog() {
    var parsed = parsed("ssl.log", ZeekLogsFixture.handshakes());
    var handshake = (TlsHandshake) parsed.objects().getFirst();

    assertThat(handshake.client().orElseThrow().serverName()).contains("www.example.org");
    assertThat(handshake.server().orElseThrow().version()).isEqualTo("1.2");
    assertThat(handshake.certificates())
        .singleElement()
        .extracting(TlsHandshake.ShownCertificate::subject)
        .isEqualTo("CN=a,b");
  }

  @Test
  void fieldsInsideAnObjectAndNoPassword() {
    var parsed = Parsed.by(new ZeekLogs(), new ZeekLogsFixture().files().get(3));

    assertThat(parsed.objects())
        .singleElement()
        .extracting(exchange -> ((HttpExchange) exchange).url())
        .isEqualTo(Optional.of("http://example.org/a"));
    assertThat(parsed.toString()).doesNotContain("secret");
  }

  @Test
  void aHostileLineIsToldAndTheNextIsRead() {
    String good = ZeekLogsFixture.names();
    var parsed =
        parsed(
            "dns.log",
            good
                + good.replace("\"192.0.2.7\"", "\"nowhere\"")
                + good.replace("50000", "70000")
                + good.replace("1714521600.5", "1e400")
                + "{\"ts\":"
                + "[".repeat(200)
                + "\n"
                + good.replace("\"query\"", "\"proto\"")
                + good.substring(0, 40)
                + "\n"
                + good);

    assertThat(parsed.observations()).hasSize(2);
    assertThat(parsed.unreadables())
        .extracting(each -> each.source().location() + ": " + each.detail())
        .satisfiesExactly(
            one ->
                assertThat(one)
                    .isEqualTo("line 2: id.orig_h is nowhere, expected an Internet address"),
            two -> assertThat(two).isEqualTo("line 3: id.orig_p is 70000, expected a port"),
            three -> assertThat(three).isEqualTo("line 4: ts is 1e400, expected a number"),
            four -> assertThat(four).startsWith("line 5: no JSON: "),
            five -> assertThat(five).startsWith("line 6: no JSON: Duplicate"),
            six -> assertThat(six).startsWith("line 7: no JSON: "));
  }

  @Test
  void otherLogsAreNotTakenForKnownOnes() {
    var other = parsed("weird.log", ZeekLogsFixture.table("weird", "ts name", "1.5\tdata"));
    var text = parsed("conn.log", "Lorem ipsum\n");

    assertThat(other.ending().orElseThrow())
        .isInstanceOf(UnsupportedLayoutException.class)
        .hasMessageStartingWith("a log of Zeek of path \"weird\"");
    assertThat(text.ending().orElseThrow()).isInstanceOf(UnsupportedLayoutException.class);
  }

  private static Parsed parsed(String name, String text) {
    ArtifactFixture.File file = ZeekLogsFixture.file("", name, text);
    return Parsed.by(new ZeekLogs(), file);
  }

  private static NetworkTraffic flow(
      Conversation conversation,
      Volume sent,
      Volume received,
      State state,
      List<String> protocols,
      int tunnels) {
    return new NetworkTraffic(
        conversation, sent, received, state, List.of(), protocols, List.of(), 0, tunnels);
  }

  private static Conversation conversation(
      Transport transport, String client, int clientPort, String server, int serverPort) {
    return new Conversation(transport, address(client), clientPort, address(server), serverPort);
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
