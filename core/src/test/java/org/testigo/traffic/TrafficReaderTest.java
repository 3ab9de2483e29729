package org.testigo.traffic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.model.HttpExchange;
import org.testigo.model.NameLookup;
import org.testigo.model.NetworkTraffic;
import org.testigo.model.NetworkTraffic.State;
import org.testigo.model.TlsHandshake;

class TrafficReaderTest {
  private static final String PHONE = "192.0.2.10";
  private static final String SERVER = "198.51.100.7";
  private static final byte[] NOTHING = new byte[0];

  private static MadeUpCapture client(MadeUpCapture to, int sequence, int flags, byte[] payload) {
    return to.tcp(PHONE, 50_000, SERVER, 443, sequence, flags, payload);
  }

  private static MadeUpCapture server(MadeUpCapture to, int sequence, int flags, byte[] payload) {
    return to.tcp(SERVER, 443, PHONE, 50_000, sequence, flags, payload);
  }

  private static MadeUpCapture begun() {
    var made = new MadeUpCapture();
    client(made, 0xffff_fff0, MadeUpCapture.SYN, NOTHING);
    return server(made, 99, 18, NOTHING);
  }

  private static List<Optional<String>> serverNames(Traffic traffic) {
    return traffic
        .all(TlsHandshake.class)
        .map(seen -> seen.client().flatMap(TlsHandshake.ClientSide::serverName))
        .toList();
  }

  /// Sequence numbers pass their highest value within the hello.
  @ParameterizedTest
  @CsvSource({"0 1 2 3", "3 2 1 0", "1 1 0 3 2", "0 2 2 3 1 0"})
  void putsAHelloTogetherWhateverTheOrder(String order) {
    byte[] hello = MadeUpCapture.hello("split.example.org");
    int part = hello.length / 4 + 1;
    var made = begun();
    for (String index : order.split(" ", -1)) {
      int from = Integer.parseInt(index) * part;
      int to = Math.min(hello.length, from + part + 5); // pieces overlap
      client(made, 0xffff_fff1 + from, 16, Arrays.copyOfRange(hello, from, to));
    }

    assertThat(serverNames(Traffic.of(made.bytes())))
        .containsExactly(Optional.of("split.example.org"));
  }

  @Test
  void keepsTheFirstOfBytesThatComeTwice() {
    byte[] hello = MadeUpCapture.hello("first.example.org");
    byte[] other = MadeUpCapture.hello("other.example.org");
    var made = begun();
    client(made, 0xffff_fff1, 16, Arrays.copyOf(hello, hello.length - 4));
    client(made, 0xffff_fff1, 16, other);

    assertThat(serverNames(Traffic.of(made.bytes())))
        .containsExactly(Optional.of("first.example.org"));
  }

  @Test
  void findsTheHelloBehindAProxysGreeting() {
    var made = begun();
    client(made, 0xffff_fff1, 16, new byte[] {5, 1, 0});
    server(made, 100, 16, new byte[] {5, 0});
    client(made, 0xffff_fff4, 16, new byte[] {5, 1, 0, 1, 1, 1, 1, 1, 1, (byte) 187});
    server(made, 102, 16, new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
    client(made, 0xffff_fffe, 16, MadeUpCapture.hello("proxied.example.org"));

    assertThat(serverNames(Traffic.of(made.bytes())))
        .containsExactly(Optional.of("proxied.example.org"));
  }

  @Test
  void tellsAHelloThatTheCaptureCuts() {
    var made = new MadeUpCapture(40 + 90);
    client(made, 1, MadeUpCapture.SYN, NOTHING);
    client(made, 2, 16, MadeUpCapture.hello("long-name-that-is-cut-in-the-middle.example.org"));
    var traffic = Traffic.of(made.bytes());

    assertThat(traffic.all(TlsHandshake.class).findFirst().flatMap(TlsHandshake::client))
        .hasValueSatisfying(client -> assertThat(client.isCut()).isTrue());
    assertThat(traffic.unreadable())
        .containsExactly(
            "MALFORMED frame 2: 1 messages (handshakes, questions for names, headers) are not whole"
                + " in the capture, the first is here");
    assertThat(traffic.totals().cutFrames()).isEqualTo(1);
  }

  @Test
  void findsWhoIsTheClientOfAConnectionBegunBefore() {
    var made = new MadeUpCapture();
    server(made, 100, 16, new byte[] {23, 3, 3, 0, 1, 0});
    client(made, 200, 16, new byte[] {23, 3, 3, 0, 1, 0});
    var flow = Traffic.of(made.bytes()).all(NetworkTraffic.class).findFirst().orElseThrow();

    assertThat(flow.conversation().clientText()).isEqualTo(PHONE + ":50000");
    assertThat(flow.state()).isEqualTo(State.MIDSTREAM);
    assertThat(flow.sent()).isEqualTo(new NetworkTraffic.Volume(1, 46, 6));
  }

  @Test
  void countsFlowsWhosePortsAreUsedAgain() {
    var made = begun();
    client(made, 0xffff_fff1, MadeUpCapture.FIN | 16, NOTHING);
    server(made, 100, MadeUpCapture.FIN | 16, NOTHING);
    client(made, 77, MadeUpCapture.SYN, NOTHING);
    server(made, 0, MadeUpCapture.RST, NOTHING);

    assertThat(Traffic.of(made.bytes()).all(NetworkTraffic.class).map(NetworkTraffic::state))
        .containsExactly(State.CLOSED, State.REJECTED);
  }

  @Test
  void givesIdleFlowsAndForgetsThem() {
    var made = new MadeUpCapture();
    for (int i = 0; i < 3; i++) made.udp(PHONE, 6000, SERVER, 6000, new byte[] {1}).after(700_000);

    assertThat(Traffic.of(made.bytes()).all(NetworkTraffic.class)).hasSize(3);
  }

  @Test
  void keepsTheRhythmOfAConnection() {
    var made = begun();
    for (int i = 0; i < 5; i++) {
      client(made, 1 + 10 * i, 16, new byte[10]);
      made.after(59_999);
    }
    var flow = Traffic.of(made.bytes()).all(NetworkTraffic.class).findFirst().orElseThrow();

    assertThat(flow.burstCount()).isEqualTo(5);
    assertThat(flow.rhythm()).extracting(NetworkTraffic.Burst::bytes).containsOnly(10L);
    assertThat(flow.rhythm().get(4).at()).isEqualTo("2023-11-14T22:17:20.002Z");
  }

  @Test
  void readsNamesFromPacketsThatWereCut() {
    byte[] question = MadeUpCapture.question(1, "a-rather-long-name.example.org");
    var traffic =
        Traffic.of(new MadeUpCapture().fragments(PHONE, SERVER, 5000, 53, question, 16).bytes());

    assertThat(traffic.all(NameLookup.class).map(NameLookup::name))
        .containsExactly("a-rather-long-name.example.org");
    assertThat(traffic.unreadable()).isEmpty();
  }

  @Test
  void readsPipelinedQuestionsOverTcp() {
    byte[] one = withLength(MadeUpCapture.question(1, "one.example.org"));
    byte[] two = withLength(MadeUpCapture.question(2, "two.example.org"));
    byte[] both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    var made = new MadeUpCapture();
    made.tcp(PHONE, 5000, SERVER, 53, 0, MadeUpCapture.SYN, NOTHING);
    made.tcp(PHONE, 5000, SERVER, 53, 1, 16, Arrays.copyOf(both, 1));
    made.tcp(PHONE, 5000, SERVER, 53, 2, 16, Arrays.copyOfRange(both, 1, 50));
    made.tcp(PHONE, 5000, SERVER, 53, 51, 16, Arrays.copyOfRange(both, 50, both.length));

    assertThat(Traffic.of(made.bytes()).all(NameLookup.class).map(NameLookup::name))
        .containsExactly("one.example.org", "two.example.org");
  }

  private static byte[] withLength(byte[] message) {
    byte[] all = new byte[message.length + 2];
    all[1] = (byte) message.length;
    System.arraycopy(message, 0, all, 2, message.length);
    return all;
  }

  @Test
  void joinsRequestsWithTheirAnswersAndHidesSecrets() {
    var made = begun();
    client(
        made,
        0xffff_fff1,
        16,
        "GET /1 HTTP/1.1\r\nHost: a.example.org\r\nAuthorization: Basic c2VjcmV0\r\n\r\nGET /2 HTTP/1.1\r\nHost: a.example.org\r\n\r\n"
            .getBytes(US_ASCII));
    server(made, 100, 16, "HTTP/1.1 404 No\r\nContent-Length: 3\r\n\r\nabc".getBytes(US_ASCII));
    server(made, 141, 16, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
    var exchanges = Traffic.of(made.bytes()).all(HttpExchange.class).toList();

    assertThat(exchanges)
        .extracting(seen -> seen.url().orElseThrow() + " " + seen.status().orElseThrow())
        .containsExactly("http://a.example.org/1 404", "http://a.example.org/2 200");
    assertThat(exchanges.getFirst().request().orElseThrow().fields().get(1).value())
        .isEqualTo("Basic (left out)");
  }

  @Test
  void readsTheSameOfAddressesOfVersion6() {
    var made = new MadeUpCapture();
    made.udp("2001:db8::10", 40_000, "2001:db8::1", 53, MadeUpCapture.question(7, "a.example"));
    made.tcp("2001:db8::10", 1, "2001:db8::7", 443, 1, 16, MadeUpCapture.hello("b.example"));
    var traffic = Traffic.of(made.bytes());

    assertThat(traffic.all(NameLookup.class).map(NameLookup::name)).containsExactly("a.example");
    assertThat(serverNames(traffic)).containsExactly(Optional.of("b.example"));
  }
}
