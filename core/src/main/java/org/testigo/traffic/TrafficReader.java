package org.testigo.traffic;

import java.io.IOException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.testigo.formats.capture.CaptureReader;
import org.testigo.formats.packets.Packet;
import org.testigo.model.Budget;

/// Reads a capture to its end: every frame is counted into a flow, the beginnings of flows are
/// read, and what is understood goes to the sink. Flows are given when they have been silent for
/// long, or at the end, in the order of their first frames.
///
/// Not safe for several threads.
public final class TrafficReader {
  private static final long SECOND = 1_000_000_000L;

  /// How often idle flows are looked for, in time of the capture.
  private static final long SWEEP_NANOS = 60 * SECOND;

  private static final long IDLE_TCP_NANOS = 7200 * SECOND;
  private static final long IDLE_OTHER_NANOS = 600 * SECOND;
  private static final long IDLE_CLOSED_NANOS = 120 * SECOND;
  private static final int TCP = 6;

  private final Emitter emitter;
  private final FlowTable flows = new FlowTable();
  private final Fragments fragments = new Fragments(this::part);
  private final Packet packet = new Packet();
  private final TreeMap<Integer, Frames> unknownLinks = new TreeMap<>();
  private final CaptureTotals totals = new CaptureTotals();
  private long newestNanos = Long.MIN_VALUE;
  private long nextSweepNanos = Long.MIN_VALUE;
  private long damaged;
  private long firstDamaged;

  public TrafficReader(TrafficSink sink) {
    this.emitter = new Emitter(sink);
  }

  /// Reads all frames. What was read before damage of the capture is given nevertheless.
  ///
  /// @param budget spends a node for each frame
  /// @throws MalformedException when the capture goes on with what is no frame
  /// @throws LimitHitException when the budget is spent
  public CaptureTotals read(CaptureReader frames, Budget budget) throws IOException {
    try {
      while (frames.next()) {
        budget.spendNode();
        frame(frames);
      }
      return totals;
    } finally {
      finish();
    }
  }

  private void frame(CaptureReader frames) {
    long nanos = frames.timeNanos();
    totals.frame(frames);
    if (!Packet.knows(frames.linkType())) {
      unknownLinks.merge(frames.linkType(), new Frames(frames.number(), 1), Frames::and);
      return;
    }
    packet.read(frames.bytes(), frames.offset(), frames.capturedBytes(), frames.linkType());
    boolean isWhole = frames.capturedBytes() >= frames.originalBytes();
    if (packet.isDamaged() && isWhole && damaged++ == 0) firstDamaged = frames.number();
    if (packet.layer() == Packet.Layer.NONE || packet.layer() == Packet.Layer.ARP) return;
    if (nanos > newestNanos) newestNanos = nanos;
    if (newestNanos >= nextSweepNanos) sweep();
    count(frames.number(), nanos);
  }

  private void count(long frame, long nanos) {
    if (packet.isFragment()) fragments.add(packet, frame, nanos).ifPresent(this::part);
    else add(frame, nanos);
  }

  private void part(Fragments.Part part) {
    packet.readContent(part.ends(), part.bytes(), part.bytesOnWire());
    add(part.frame(), part.nanos());
  }

  private void add(long frame, long nanos) {
    boolean isSourceLow = FlowTable.isSourceLow(packet);
    int hash = FlowTable.hash(packet);
    Flow flow = flows.find(packet, isSourceLow, hash);
    int side = isSourceLow ? Flow.LOW : Flow.HIGH;
    if (flow == null || isNewConnection(flow, side, nanos))
      flow = begin(flow, isSourceLow, hash, frame, nanos);
    flow.count(packet, side, nanos);
    switch (packet.layer()) {
      case TCP -> tcp(flow, side, frame, nanos);
      case UDP -> udp(flow, side, frame, nanos);
      case NONE, ARP, IP, ICMP -> {}
    }
  }

  /// Ports are used again: a connection that ended and begins anew is another one.
  private boolean isNewConnection(Flow flow, int side, long nanos) {
    boolean begins = packet.hasFlag(Packet.SYN) && !packet.hasFlag(Packet.ACK);
    boolean isOver = flow.finishedSides != 0 || flow.hasReset;
    return packet.layer() == Packet.Layer.TCP
        && begins
        && isOver
        && nanos >= flow.lastNanos
        && flow.packets[side] > 0;
  }

  private Flow begin(@Nullable Flow before, boolean isSourceLow, int hash, long frame, long nanos) {
    if (before != null) flows.remove(flow -> flow.equals(before), this::give);
    if (flows.size() >= FlowTable.MOST_FLOWS) {
      long median = flows.medianLastNanos();
      flows.remove(flow -> flow.lastNanos <= median, this::give);
    }
    var flow = new Flow(packet, isSourceLow, hash, frame, nanos);
    flow.tunnels = packet.tunnels();
    beginRoles(flow, isSourceLow ? Flow.LOW : Flow.HIGH);
    flows.add(flow);
    return flow;
  }

  /// Who sends first is the client, unless its port is one of servers and the other is not.
  private void beginRoles(Flow flow, int side) {
    boolean answers = packet.layer() == Packet.Layer.TCP && packet.hasFlag(Packet.SYN);
    if (answers) {
      flow.clientIs(packet.hasFlag(Packet.ACK) ? 1 - side : side);
      return;
    }
    boolean fromServer =
        ServerPorts.contains(packet.sourcePort())
            && !ServerPorts.contains(packet.destinationPort());
    flow.client = fromServer ? 1 - side : side;
  }

  private void tcp(Flow flow, int side, long frame, long nanos) {
    var conversation = flow.tcp;
    if (conversation == null) flow.tcp = conversation = new TcpConversation(flow, emitter);
    if (packet.hasFlag(Packet.SYN)) {
      conversation.synchronize(side, packet.sequence());
      if (packet.hasFlag(Packet.ACK)) flow.hasSynAnswer = true;
      else flow.hasSyn = true;
    }
    if (packet.payloadBytes() > 0) conversation.segment(side, packet, frame, nanos);
    if (packet.hasFlag(Packet.FIN)) flow.finishedSides |= 1 << side;
    if (packet.hasFlag(Packet.RST)) flow.hasReset = true;
  }

  private void udp(Flow flow, int side, long frame, long nanos) {
    var conversation = flow.udp;
    if (conversation == null) flow.udp = conversation = new UdpConversation(flow, emitter);
    if (packet.payloadBytes() > 0) conversation.datagram(side, packet, frame, nanos);
  }

  private void sweep() {
    nextSweepNanos = newestNanos + SWEEP_NANOS;
    long now = newestNanos;
    flows.remove(flow -> now - flow.lastNanos > idleNanos(flow), this::give);
  }

  private static long idleNanos(Flow flow) {
    if (flow.protocol != TCP) return IDLE_OTHER_NANOS;
    boolean isOver = flow.hasReset || flow.finishedSides == 3;
    return isOver ? IDLE_CLOSED_NANOS : IDLE_TCP_NANOS;
  }

  private void give(Flow flow) {
    totals.flow(flow);
    FlowReport.give(flow, emitter);
  }

  private void finish() {
    fragments.finish();
    flows.remove(_ -> true, this::give);
    fragments.tell(emitter);
    emitter.finish();
    unknownLinks.forEach(this::unknownLink);
    if (damaged > 0)
      emitter.malformed(
          firstDamaged,
          "%d frames hold an IP or TCP header that cannot be, the first is this one"
              .formatted(damaged));
  }

  private void unknownLink(int linkType, Frames met) {
    emitter.unsupported(
        met.first(),
        "%d frames of link type %d, expected one that carries the Internet protocol, such as 1, 101,"
                .formatted(met.count(), linkType)
            + " 105, 113, 127 or 276");
  }

  /// Frames that are alike.
  private record Frames(long first, long count) {
    Frames and(Frames later) {
      return new Frames(first, count + later.count);
    }
  }
}
