package org.testigo.artifacts.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.Corpus;
import org.testigo.model.Conversation;
import org.testigo.model.Conversation.Transport;
import org.testigo.model.HttpExchange;
import org.testigo.model.HttpExchange.HeaderField;
import org.testigo.model.HttpExchange.Request;
import org.testigo.model.IpAddress;
import org.testigo.model.LedgerState;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.NetworkTraffic;
import org.testigo.model.NetworkTraffic.State;
import org.testigo.model.NetworkTraffic.Volume;
import org.testigo.model.Observation;
import org.testigo.model.Source;
import org.testigo.model.TlsHandshake;

/// Logs that others made with Zeek, whole, damaged and foreign.
class ZeekCorpusTest {
  private static final String RITA = "network/rita-zeek/";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rita-zeek | {other=22, partial=3, read=85, unreadable=2} | {ClearIdentifier=57, HttpExchange=2280, NameLookup=1997, NetworkTraffic=20493, TlsHandshake=512}
          rita-zeek/json_with_all_fields | {read=8} | {HttpExchange=30, NameLookup=68, NetworkTraffic=88, TlsHandshake=30}
          rita-zeek/missing_host | {other=12, read=60} | {HttpExchange=1789, NameLookup=953, NetworkTraffic=19735, TlsHandshake=25}
          rita-zeek/open_conns | {read=10} | {HttpExchange=50, NameLookup=34, NetworkTraffic=147, TlsHandshake=50}
          rita-zeek/proxy | {other=10, read=7} | {ClearIdentifier=57, HttpExchange=407, NameLookup=942, NetworkTraffic=463, TlsHandshake=407}
          slips/test9-mixed-zeek-dir | {other=6, read=8} | {ClearIdentifier=10, HttpExchange=521, NameLookup=239, NetworkTraffic=576, TlsHandshake=205}
          slips/test10-mixed-zeek-dir | {other=6, read=5} | {NameLookup=93, NetworkTraffic=141, TlsHandshake=13}
          slips/test15-malicious-zeek-dir | {other=1, read=2} | {NetworkTraffic=2, TlsHandshake=206}
          slips/test18-malicious-ctu-sme-11-win | {other=4, read=5} | {ClearIdentifier=2, NameLookup=22, NetworkTraffic=766, TlsHandshake=4}
          slips/port-scans | {read=2} | {NetworkTraffic=91}
          """)
  void counts(String folder, String states, String kinds) {
    var recorded = Recorded.in(Corpus.path("network/" + folder));

    assertThat(recorded.states()).hasToString(states);
    assertThat(recorded.kinds()).hasToString(kinds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          has_unknown_field/http.log | PARTIAL | 4 | line 9 | 29 cells, expected 30 as in the header
          truncated/conn.log | PARTIAL | 58 | line 67 | 9 cells, expected 21 as in the header
          truncated/conn_json.log | PARTIAL | 2 | line 3 | id.orig_p is 93145, expected a port
          truncated/conn_top.log | UNREADABLE | 0 | '' | line 1 is neither of a header (#separator, #fields) nor a JSON object, expected a log of Zeek
          text_file/conn.log | UNREADABLE | 0 | '' | line 1 is neither of a header (#separator, #fields) nor a JSON object, expected a log of Zeek
          """)
  void damagedAndForeignOnesSayWhy(
      String file, LedgerState state, int readings, String place, String reason) {
    var entry = Recorded.in(Corpus.path(RITA + file)).ledger().files().getFirst();

    assertThat(entry.state()).isEqualTo(state);
    assertThat(entry.readings()).isEqualTo(readings);
    assertThat(entry.location()).isEqualTo(place);
    assertThat(entry.reason()).isEqualTo(reason);
  }

  @Test
  void aConnectionThatHasNotEnded() {
    var open =
        Recorded.in(Corpus.path(RITA + "missing_host")).in("open_conn.00_00_00-01_00_00.log.gz");

    assertThat(open)
        .containsExactly(
            new Observation(
                new NetworkTraffic(
                    conversation("73.54.23.243", 56_394, "64.225.56.201", 22),
                    new Volume(6_333, 398_951, 145_555),
                    new Volume(7_600, 907_086, 603_050),
                    State.OPEN,
                    List.of(),
                    List.of("ssh"),
                    List.of(),
                    0,
                    0),
                List.of(
                    new Moment(
                        Meaning.STARTED,
                        Instant.parse("2024-04-18T20:07:52.451585Z"),
                        "1713470872.451585"),
                    new Moment(
                        Meaning.RECORDED,
                        Instant.parse("2024-04-20T00:07:53.553024Z"),
                        "2024-04-20T00:07:53.553024Z")),
                new Source(
                    "network.zeek-logs",
                    "zeek/2024-04-20/open_conn.00_00_00-01_00_00.log.gz",
                    new Location.Line(9))));
  }

  @Test
  void firstAndLastRequest() {
    var requests = Recorded.in(Corpus.path("network/slips/test9-mixed-zeek-dir")).in("http.log");

    assertThat(requests).hasSize(516);
    assertThat(requests.getFirst().object())
        .isEqualTo(
            new HttpExchange(
                conversation("10.0.2.15", 49_156, "147.32.80.7", 80),
                Optional.of(
                    new Request(
                        "GET", "/bin.sh", List.of(new HeaderField("Host", "112.255.161.10")))),
                OptionalInt.of(200),
                List.of()));
    assertThat(requests.getLast().object())
        .isEqualTo(
            new HttpExchange(
                conversation("10.0.2.15", 49_465, "54.239.168.175", 80),
                Optional.of(
                    new Request(
                        "GET",
                        "/x.cer",
                        List.of(
                            new HeaderField("Host", "x.ss2.us"),
                            new HeaderField("User-Agent", "Microsoft-CryptoAPI/6.1")))),
                OptionalInt.of(200),
                List.of()));
  }

  @Test
  void certificatesAreThoseOfTheLogsBeside() {
    var recorded = Recorded.in(Corpus.path("network/slips/test9-mixed-zeek-dir"));
    var handshake = recorded.all(TlsHandshake.class).getFirst();

    assertThat(handshake.certificates()).hasSize(1);
    assertThat(handshake.certificates().getFirst().hashes().sha1())
        .contains("738b62fa6466539f378924c2d47d0934787a6b60");
    assertThat(handshake.certificates().getFirst().subject()).isEqualTo("CN=www.bing.com");
    assertThat(handshake.certificates().getFirst().validFrom())
        .contains(Instant.parse("2017-07-20T15:47:08Z"));
    assertThat(recorded.all(TlsHandshake.class))
        .filteredOn(each -> !each.certificates().isEmpty())
        .hasSize(154);
  }

  @Test
  void passwordsAreNotKept() {
    var recorded = Recorded.in(Corpus.path(RITA + "json_with_all_fields"));

    assertThat(recorded.observations()).asString().doesNotContain("password123", "johnsmith123");
  }

  private static Conversation conversation(
      String client, int clientPort, String server, int serverPort) {
    return new Conversation(
        Transport.TCP, address(client), clientPort, address(server), serverPort);
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
