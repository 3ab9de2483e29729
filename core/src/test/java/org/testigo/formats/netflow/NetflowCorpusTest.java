package org.testigo.formats.netflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.Corpus;
import org.testigo.formats.json.JsonReader;
import org.testigo.formats.json.JsonValue;

/// The datagrams of some thirty exporters against what another decoder made of them: every field
/// that makes a flow of every event that it shows, and how many records there are.
class NetflowCorpusTest {
  private static final String FOLDER = "network/netflow/";

  /// That decoder gives times that are relative to the start of the exporter one second later in
  /// version 9, and 2^32 ms later where they lie before the start.
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static final Duration COUNTER = Duration.ofMillis(1L << 32);

  /// Cases whose number of records that decoder does not tell, with what they hold: flows, others,
  /// unreadables.
  private static final Map<String, List<Integer>> OUR_COUNTS =
      Map.of(
          "Netflow 5 invalid 02", List.of(0, 0, 1),
          "Netflow 9 invalid 01", List.of(0, 0, 1),
          "Netflow 9 options template with scope fields", List.of(0, 1, 0),
          "Netflow 9 Cisco 1941/K9 release 15.1", List.of(29, 0, 0),
          "Netflow 9 Cisco ASR1001-X", List.of(25, 0, 0),
          // It reads the first datagram of the file, which holds twelve.
          "Netflow 5 valid 01", List.of(30, 0, 0));

  @Test
  void everyCase() {
    var root =
        (JsonValue.ObjectValue) JsonReader.read(Corpus.bytes("expected/netflow-expected.json"));
    var compared = new ArrayList<String>();
    int records = 0;
    for (var one : root.members().entrySet()) {
      var files = one.getValue().texts("datagrams_in_order").stream();
      var told = Told.by(files.map(name -> Corpus.bytes(FOLDER + name)).toList());
      records += counted(one.getKey(), one.getValue(), told);
      for (JsonValue event : one.getValue().at("sample_events").orElseThrow().items())
        compared.addAll(compare(one.getKey(), event.at("netflow").orElseThrow(), told));
    }
    assertThat(root.members()).hasSize(29);
    assertThat(records).isEqualTo(300);
    assertThat(compared).hasSize(29);
  }

  private static int counted(String name, JsonValue expected, Told told) {
    int records = told.flows.size() + told.others;
    var ours = OUR_COUNTS.get(name);
    if (ours != null) {
      assertThat(List.of(told.flows.size(), told.others, told.unreadable.size()))
          .as(name)
          .isEqualTo(ours);
    } else {
      assertThat(records).as(name).isEqualTo(number(expected, "decoded_events").orElseThrow());
    }
    return records;
  }

  /// The names of what was compared; empty for events without addresses.
  private static List<String> compare(String name, JsonValue event, Told told) {
    var source =
        first(event, "ipv4_src_addr", "ipv6_src_addr", "sourceIPv4Address", "sourceIPv6Address");
    if (source.isEmpty()) return List.of();
    assertThat(told.flows).as(name).anyMatch(flow -> isSame(event, flow));
    return List.of(name);
  }

  private static boolean isSame(JsonValue event, FlowRecord flow) {
    return Set.of(flow.source().toString())
            .containsAll(
                first(event, "ipv4_src_addr", "sourceIPv4Address", "sourceIPv6Address").stream()
                    .toList())
        && first(event, "ipv4_dst_addr", "destinationIPv4Address", "destinationIPv6Address")
            .orElseThrow()
            .equals(flow.destination().toString())
        && fits(event, flow.sourcePort(), "l4_src_port", "sourceTransportPort")
        && fits(event, flow.destinationPort(), "l4_dst_port", "destinationTransportPort")
        && fits(event, flow.protocol(), "protocol", "protocolIdentifier")
        && fits(event, flow.bytes().orElse(-1), "in_bytes", "octetDeltaCount", "octetTotalCount")
        && fits(event, flow.packets().orElse(-1), "in_pkts", "packetDeltaCount", "packetTotalCount")
        && fits(event, flow.start(), "first_switched", "flowStartMilliseconds", "flowStartSeconds")
        && fits(event, flow.end(), "last_switched", "flowEndMilliseconds", "flowEndSeconds");
  }

  private static boolean fits(JsonValue event, long value, String... names) {
    return first(event, names).map(text -> Long.parseLong(text) == value).orElse(true);
  }

  private static boolean fits(JsonValue event, Optional<Instant> at, String... names) {
    var expected = first(event, names).map(Instant::parse);
    if (expected.isEmpty()) return true;
    var difference =
        Duration.between(at.orElseThrow(), expected.get()).truncatedTo(ChronoUnit.MILLIS);
    return Set.of(Duration.ZERO, SECOND, COUNTER, COUNTER.plus(SECOND)).stream()
        .anyMatch(known -> known.minus(difference).abs().toMillis() <= 1);
  }

  private static Optional<String> first(JsonValue event, String... names) {
    for (String name : names) {
      var text = event.text(name);
      if (text.isPresent()) return text;
    }
    return Optional.empty();
  }

  private static Optional<Integer> number(JsonValue value, String name) {
    return value.text(name).map(Integer::valueOf);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          netflow5_test_invalid02.dat | 2: 163 records, expected 1 to 30
          netflow9_test_invalid01.dat | 2: 2 records announced, expected at least 6
          """)
  void invalidOnesAreRefused(String name, String reason) {
    var told = Told.by(List.of(Corpus.bytes(FOLDER + name)));

    assertThat(told.flows).isEmpty();
    assertThat(told.unreadable).containsExactly(reason);
  }
}
