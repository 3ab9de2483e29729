package org.testigo.artifacts.network;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.testigo.formats.netflow.FlowRecord;
import org.testigo.model.Conversation;
import org.testigo.model.Conversation.Transport;
import org.testigo.model.Moment;
import org.testigo.model.NetworkTraffic;
import org.testigo.model.NetworkTraffic.State;
import org.testigo.model.NetworkTraffic.Volume;

/// Records of exporters as flows. Most records tell one direction only: the other has no volume.
/// Where the destination has a port that servers do not use and the source has one that they do,
/// the source is the server. What an exporter does not tell counts 0.
final class FlowRecords {
  /// From here on, systems choose ports for clients (Linux; IANA begins later).
  private static final int CLIENT_PORTS_FROM = 32_768;

  private static final int WELL_KNOWN_PORTS = 1_024;

  private static final int FIN = 1;
  private static final int SYN = 2;
  private static final int RST = 4;

  private FlowRecords() {}

  static NetworkTraffic traffic(FlowRecord flow) {
    var forth = volume(flow.packets(), flow.bytes());
    var back = flow.reverse().map(r -> new Volume(r.packets(), r.bytes(), 0)).orElse(Volume.NONE);
    boolean isFromServer = isFromServer(flow);
    return new NetworkTraffic(
        conversation(flow, isFromServer),
        isFromServer ? back : forth,
        isFromServer ? forth : back,
        state(flow),
        List.of(),
        List.of(),
        List.of(),
        0,
        0);
  }

  private static Volume volume(OptionalLong packets, OptionalLong bytes) {
    return new Volume(packets.orElse(0), bytes.orElse(0), 0);
  }

  private static boolean isFromServer(FlowRecord flow) {
    int from = flow.sourcePort();
    int to = flow.destinationPort();
    if (from == 0 || to == 0 || from >= to) return false;
    return from < WELL_KNOWN_PORTS || from < CLIENT_PORTS_FROM && to >= CLIENT_PORTS_FROM;
  }

  private static Conversation conversation(FlowRecord flow, boolean isFromServer) {
    var transport = transport(flow.protocol());
    boolean hasPorts = transport != Transport.ICMP;
    int from = hasPorts ? flow.sourcePort() : 0;
    int to = hasPorts ? flow.destinationPort() : 0;
    return isFromServer
        ? new Conversation(transport, flow.destination(), to, flow.source(), from)
        : new Conversation(transport, flow.source(), from, flow.destination(), to);
  }

  static Transport transport(int protocol) {
    return switch (protocol) {
      case 1, 58 -> Transport.ICMP;
      case 6 -> Transport.TCP;
      case 17 -> Transport.UDP;
      default -> Transport.OTHER;
    };
  }

  /// From the flags of one direction, as far as they tell it.
  private static State state(FlowRecord flow) {
    if (flow.protocol() != 6) return State.OPEN;
    int flags = flow.tcpFlags() & (FIN | SYN | RST | 16);
    if (flags == SYN) return State.UNANSWERED;
    if (flags == (RST | 16) && isFromServer(flow)) return State.REJECTED;
    if ((flags & RST) != 0) return State.RESET;
    if ((flags & FIN) != 0) return State.CLOSED;
    return (flags & SYN) != 0 ? State.OPEN : State.MIDSTREAM;
  }

  /// The sending of the datagram stands where a record has no times.
  static List<Moment> moments(FlowRecord flow) {
    var moments = new ArrayList<Moment>();
    flow.start().ifPresent(at -> moments.add(Moments.of(Moment.Meaning.STARTED, at)));
    flow.end().ifPresent(at -> moments.add(Moments.of(Moment.Meaning.ENDED, at)));
    if (moments.isEmpty()) moments.add(Moments.of(Moment.Meaning.RECORDED, flow.exported()));
    return moments;
  }
}
