package org.testigo.traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.testigo.formats.packets.Packet;

/// The flows that are alive, found by both ends, ports and protocol without making an object for
/// each packet. Open addressing with linear probing.
final class FlowTable {
  /// Beyond this the idlest half is given and forgotten.
  static final int MOST_FLOWS = 300_000;

  private static final int FIRST_SLOTS = 1 << 12;

  private @Nullable Flow[] slots = new Flow[FIRST_SLOTS];
  private int size;

  int size() {
    return size;
  }

  /// Whether the source of the packet is the end that is kept as the low one.
  static boolean isSourceLow(Packet packet) {
    int order = Long.compareUnsigned(packet.sourceHigh(), packet.destinationHigh());
    if (order == 0) order = Long.compareUnsigned(packet.sourceLow(), packet.destinationLow());
    if (order == 0) order = Integer.compare(packet.sourcePort(), packet.destinationPort());
    return order <= 0;
  }

  static int hash(Packet packet) {
    long ends =
        (packet.sourceHigh() ^ packet.destinationHigh()) * 0x9e3779b97f4a7c15L
            + (packet.sourceLow() ^ packet.destinationLow())
            + packet.sourceLow()
            + packet.destinationLow();
    long ports =
        (long) (packet.sourcePort() ^ packet.destinationPort()) << 20
            ^ packet.sourcePort() + packet.destinationPort()
            ^ (long) packet.protocol() << 40;
    long mixed = (ends ^ ports) * 0xff51afd7ed558ccdL;
    return (int) (mixed ^ mixed >>> 32);
  }

  /// The flow of a packet; null where it is the first.
  @Nullable Flow find(Packet packet, boolean isSourceLow, int hash) {
    int mask = slots.length - 1;
    for (int i = hash & mask; ; i = i + 1 & mask) {
      Flow flow = slots[i];
      if (flow == null || flow.hash == hash && isOf(flow, packet, isSourceLow)) return flow;
    }
  }

  private static boolean isOf(Flow flow, Packet packet, boolean isSourceLow) {
    if (flow.protocol != packet.protocol() || flow.v6 != packet.isV6()) return false;
    return isSourceLow
        ? flow.lowLow == packet.sourceLow()
            && flow.highLow == packet.destinationLow()
            && flow.lowPort == packet.sourcePort()
            && flow.highPort == packet.destinationPort()
            && flow.lowHigh == packet.sourceHigh()
            && flow.highHigh == packet.destinationHigh()
        : flow.lowLow == packet.destinationLow()
            && flow.highLow == packet.sourceLow()
            && flow.lowPort == packet.destinationPort()
            && flow.highPort == packet.sourcePort()
            && flow.lowHigh == packet.destinationHigh()
            && flow.highHigh == packet.sourceHigh();
  }

  void add(Flow flow) {
    if (size * 2 >= slots.length) rebuild(slots.length * 2, List.copyOf(all()));
    put(slots, flow);
    size++;
  }

  private static void put(@Nullable Flow[] into, Flow flow) {
    int mask = into.length - 1;
    int i = flow.hash & mask;
    while (into[i] != null) i = i + 1 & mask;
    into[i] = flow;
  }

  private void rebuild(int length, List<Flow> flows) {
    slots = new Flow[length];
    for (Flow flow : flows) put(slots, flow);
    size = flows.size();
  }

  private List<Flow> all() {
    var all = new ArrayList<Flow>(size);
    for (Flow flow : slots) if (flow != null) all.add(flow);
    return all;
  }

  /// Removes flows and gives them in the order of their first frames.
  void remove(Predicate<Flow> isOver, Consumer<Flow> removed) {
    var kept = new ArrayList<Flow>(size);
    var gone = new ArrayList<Flow>();
    for (Flow flow : all()) (isOver.test(flow) ? gone : kept).add(flow);
    if (gone.isEmpty()) return;
    rebuild(Math.max(FIRST_SLOTS, Integer.highestOneBit(kept.size() + 1) << 2), kept);
    gone.sort(Comparator.comparingLong(flow -> flow.firstFrame));
    gone.forEach(removed);
  }

  /// The time before which half of the flows had their last packet.
  long medianLastNanos() {
    var times = all().stream().mapToLong(flow -> flow.lastNanos).sorted().toArray();
    return times.length == 0 ? 0 : times[times.length / 2];
  }
}
