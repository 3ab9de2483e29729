package org.testigo.artifacts.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.testigo.artifacts.Readings;
import org.testigo.model.Conversation;
import org.testigo.model.Conversation.Transport;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Moment;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.NetworkTraffic;
import org.testigo.model.NetworkTraffic.State;
import org.testigo.model.NetworkTraffic.Volume;

/// Entries of `conn` as flows.
final class ZeekFlows {
  private ZeekFlows() {}

  static void observe(LogRow entry, boolean isOpen, Location place, Readings readings) {
    var transport = transport(entry.text("proto"));
    var state = state(entry.text("conn_state").orElse(""), transport);
    var flow =
        new NetworkTraffic(
            conversation(entry, transport),
            volume(entry, "orig"),
            volume(entry, "resp"),
            isOpen && state == State.CLOSED ? State.OPEN : state,
            List.of(),
            protocols(entry),
            List.of(),
            0,
            entry.list("tunnel_parents").size());
    readings.observed(flow, place, moments(entry, isOpen));
  }

  /// Who talks to whom, in the fields that all logs of connections have. Messages of ICMP have
  /// their type in the place of ports.
  static Conversation conversation(LogRow entry, Transport transport) {
    boolean hasPorts = transport == Transport.TCP || transport == Transport.UDP;
    return new Conversation(
        transport,
        entry.mustAddress("id.orig_h"),
        hasPorts ? entry.port("id.orig_p") : 0,
        entry.mustAddress("id.resp_h"),
        hasPorts ? entry.port("id.resp_p") : 0);
  }

  static Transport transport(Optional<String> word) {
    return switch (word.orElse("").toLowerCase(Locale.ROOT)) {
      case "tcp" -> Transport.TCP;
      case "udp" -> Transport.UDP;
      case "icmp" -> Transport.ICMP;
      default -> Transport.OTHER;
    };
  }

  /// Some logs know only the payload: it stands for the packets, too.
  private static Volume volume(LogRow entry, String side) {
    long payload = count(entry, side + "_bytes");
    long bytes =
        entry.whole(side + "_ip_bytes").isPresent() ? count(entry, side + "_ip_bytes") : payload;
    return new Volume(count(entry, side + "_pkts"), bytes, payload);
  }

  private static long count(LogRow entry, String field) {
    long count = entry.whole(field).orElse(0L);
    if (count < 0)
      throw new MalformedException(0, "%s is %d, expected 0 or more".formatted(field, count));
    return count;
  }

  /// What Zeek's words for the life of a connection mean.
  private static State state(String word, Transport transport) {
    return switch (word) {
      // Asked for without an answer; given up by the client before one.
      case "S0", "SH", "RSTOS0" -> State.UNANSWERED;
      case "REJ" -> State.REJECTED;
      // Connections have an end, exchanges of single packets have none.
      case "SF" -> transport == Transport.TCP ? State.CLOSED : State.OPEN;
      case "S1", "S2", "S3" -> State.OPEN;
      case "RSTO", "RSTR" -> State.RESET;
      // The beginning was not seen.
      default -> State.MIDSTREAM;
    };
  }

  private static List<String> protocols(LogRow entry) {
    return entry.text("service").stream()
        .flatMap(services -> Stream.of(services.split(",", -1)))
        .filter(service -> !service.isEmpty())
        .toList();
  }

  private static List<Moment> moments(LogRow entry, boolean isOpen) {
    var moments = new ArrayList<>(started(entry));
    var duration = entry.decimal("duration").map(Spans::of);
    if (duration.isPresent() && !moments.isEmpty()) {
      Instant end = moments.getFirst().at().plus(duration.get());
      moments.add(Moments.of(isOpen ? Meaning.RECORDED : Meaning.ENDED, end));
    }
    return moments;
  }

  /// When the first packet was seen; nothing where the log does not say.
  static List<Moment> started(LogRow entry) {
    return moment(entry, Meaning.STARTED);
  }

  static List<Moment> moment(LogRow entry, Meaning meaning) {
    var at = entry.time("ts");
    return at.map(time -> new Moment(meaning, time, entry.text("ts").orElse("")))
        .map(List::of)
        .orElse(List.of());
  }
}
