package org.testigo.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.testigo.formats.packets.Packet;
import org.testigo.model.NetworkTraffic.KnownName;
import org.testigo.model.NetworkTraffic.NameSource;

/// What is known of a flow so far. Its two ends are kept in an order of their own, low and high, so
/// that packets of both directions find it; which of them is the client may turn out later.
final class Flow {
  static final int LOW = 0;
  static final int HIGH = 1;

  private static final long SILENCE_NANOS = 1_000_000_000L;
  private static final int MOST_BURSTS = 256;
  private static final int MOST_NAMES = 16;

  final boolean v6;
  final long lowHigh;
  final long lowLow;
  final long highHigh;
  final long highLow;
  final int lowPort;
  final int highPort;
  final int protocol;
  final int hash;
  final long firstFrame;

  int client;

  /// Whether what was seen leaves no doubt of who the client is.
  boolean isClientCertain;

  int tunnels;
  long firstNanos;
  long lastNanos;
  final long[] packets = new long[2];
  final long[] bytes = new long[2];
  final long[] payloadBytes = new long[2];

  boolean hasSyn;
  boolean hasSynAnswer;
  boolean hasReset;
  int finishedSides;

  @Nullable TcpConversation tcp;
  @Nullable UdpConversation udp;

  private long lastClientNanos;
  private int burstCount;
  private long[] burstNanos = new long[0];
  private long[] burstBytes = new long[0];
  private final List<KnownName> names = new ArrayList<>(0);
  private final Set<String> protocols = new LinkedHashSet<>(2);

  Flow(Packet packet, boolean isSourceLow, int hash, long frame, long nanos) {
    v6 = packet.isV6();
    lowHigh = isSourceLow ? packet.sourceHigh() : packet.destinationHigh();
    lowLow = isSourceLow ? packet.sourceLow() : packet.destinationLow();
    highHigh = isSourceLow ? packet.destinationHigh() : packet.sourceHigh();
    highLow = isSourceLow ? packet.destinationLow() : packet.sourceLow();
    lowPort = isSourceLow ? packet.sourcePort() : packet.destinationPort();
    highPort = isSourceLow ? packet.destinationPort() : packet.sourcePort();
    protocol = packet.protocol();
    this.hash = hash;
    firstFrame = frame;
    firstNanos = lastNanos = nanos;
  }

  /// @param side that sent the packet
  void count(Packet packet, int side, long nanos) {
    packets[side]++;
    bytes[side] += packet.ipBytesOnWire();
    int payload = packet.payloadBytesOnWire();
    payloadBytes[side] += payload;
    if (nanos < firstNanos) firstNanos = nanos;
    if (side == client && payload > 0) beat(nanos, payload);
    if (nanos > lastNanos) lastNanos = nanos;
  }

  private void beat(long nanos, int payload) {
    boolean isNew = burstCount == 0 || nanos - lastClientNanos >= SILENCE_NANOS;
    lastClientNanos = Math.max(lastClientNanos, nanos);
    if (isNew && ++burstCount <= MOST_BURSTS) {
      if (burstCount > burstNanos.length) {
        int room = Math.min(MOST_BURSTS, Math.max(1, burstCount * 2 - 2));
        burstNanos = Arrays.copyOf(burstNanos, room);
        burstBytes = Arrays.copyOf(burstBytes, room);
      }
      burstNanos[burstCount - 1] = nanos;
    }
    if (burstCount <= MOST_BURSTS) burstBytes[burstCount - 1] += payload;
  }

  int burstCount() {
    return burstCount;
  }

  int burstsKept() {
    return Math.min(burstCount, MOST_BURSTS);
  }

  long burstNanos(int index) {
    return burstNanos[index];
  }

  long burstBytes(int index) {
    return burstBytes[index];
  }

  int clientPort() {
    return client == LOW ? lowPort : highPort;
  }

  int serverPort() {
    return client == LOW ? highPort : lowPort;
  }

  /// Whether one of the ends has the port.
  boolean hasPort(int port) {
    return lowPort == port || highPort == port;
  }

  /// What was said tells who the client is.
  void clientIs(int side) {
    client = side;
    isClientCertain = true;
  }

  void name(String name, NameSource source) {
    var known = new KnownName(name, source);
    if (names.size() < MOST_NAMES && !names.contains(known)) names.add(known);
  }

  List<KnownName> names() {
    return names;
  }

  void protocol(String word) {
    protocols.add(word);
  }

  Set<String> protocols() {
    return protocols;
  }
}
