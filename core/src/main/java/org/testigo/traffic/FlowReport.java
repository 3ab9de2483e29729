package org.testigo.traffic;

import java.util.ArrayList;
import java.util.List;
import org.testigo.model.Conversation;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.NetworkTraffic;
import org.testigo.model.NetworkTraffic.Burst;
import org.testigo.model.NetworkTraffic.NameSource;
import org.testigo.model.NetworkTraffic.State;
import org.testigo.model.NetworkTraffic.Volume;

/// Gives a flow that is over.
final class FlowReport {
  private static final int TCP = 6;

  private FlowReport() {}

  static void give(Flow flow, Emitter emitter) {
    if (flow.tcp != null) flow.tcp.finish();
    if (flow.udp != null) flow.udp.finish();
    var conversation = Emitter.conversation(flow);
    for (String name : emitter.names().of(conversation.server())) flow.name(name, NameSource.DNS);
    emitter.give(
        traffic(flow, conversation),
        flow.firstFrame,
        flow.firstNanos,
        Meaning.STARTED,
        flow.lastNanos,
        Meaning.ENDED);
  }

  private static NetworkTraffic traffic(Flow flow, Conversation conversation) {
    return new NetworkTraffic(
        conversation,
        volume(flow, flow.client),
        volume(flow, 1 - flow.client),
        state(flow),
        flow.names(),
        List.copyOf(flow.protocols()),
        bursts(flow),
        flow.burstCount(),
        flow.tunnels);
  }

  private static Volume volume(Flow flow, int side) {
    return new Volume(flow.packets[side], flow.bytes[side], flow.payloadBytes[side]);
  }

  private static List<Burst> bursts(Flow flow) {
    var bursts = new ArrayList<Burst>(flow.burstsKept());
    for (int i = 0; i < flow.burstsKept(); i++)
      bursts.add(new Burst(Emitter.instant(flow.burstNanos(i)), flow.burstBytes(i)));
    return bursts;
  }

  static State state(Flow flow) {
    boolean bothSpoke = flow.packets[0] > 0 && flow.packets[1] > 0;
    if (flow.protocol != TCP) return bothSpoke ? State.OPEN : State.UNANSWERED;
    boolean isBegun = flow.hasSyn || flow.hasSynAnswer;
    boolean hasPayload = flow.payloadBytes[0] + flow.payloadBytes[1] > 0;
    if (flow.hasSyn && !flow.hasSynAnswer && !hasPayload)
      return flow.hasReset && bothSpoke ? State.REJECTED : State.UNANSWERED;
    if (flow.finishedSides == 3) return State.CLOSED;
    if (flow.hasReset) return State.RESET;
    return isBegun ? State.OPEN : State.MIDSTREAM;
  }
}
