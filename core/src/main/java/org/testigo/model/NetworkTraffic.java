package org.testigo.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// A flow: all packets between two ends and ports, in both directions, until they fall silent.
///
/// @param sent by the client
/// @param received by the client
/// @param names under which the server is known from what was seen, each with its source
/// @param protocols that were recognised in it, such as `tls` or `dns`
/// @param rhythm the moments at which the client began to send after a silence, for questions about
///   periods; only the first ones, [#burstCount] tells how many there were
/// @param burstCount how often the client began to send after a silence
/// @param tunnels how many packets lie around each of its packets
public record NetworkTraffic(
    Conversation conversation,
    Volume sent,
    Volume received,
    State state,
    List<KnownName> names,
    List<String> protocols,
    List<Burst> rhythm,
    long burstCount,
    int tunnels)
    implements Observable {
  public NetworkTraffic {
    names = List.copyOf(names);
    protocols = List.copyOf(protocols);
    rhythm = List.copyOf(rhythm);
  }

  /// What went one way.
  ///
  /// @param bytes of the Internet packets with their headers, on the wire
  /// @param payloadBytes behind the headers of the transport, on the wire
  public record Volume(long packets, long bytes, long payloadBytes) {
    public static final Volume NONE = new Volume(0, 0, 0);
  }

  /// What was seen of a connection's beginning and end; of transports without connections whether
  /// both sides spoke.
  public enum State {
    /// Asked for, and no answer was seen.
    UNANSWERED,
    /// Asked for, and refused.
    REJECTED,
    /// Begun before the capture, or its beginning was lost.
    MIDSTREAM,
    /// Both sides spoke, and no end was seen.
    OPEN,
    CLOSED,
    /// Ended by a reset after both sides had spoken.
    RESET;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A name by which the server is known.
  public record KnownName(String name, NameSource source) {}

  /// Where a name comes from, weakest first: an answer of a name server may be for another flow.
  public enum NameSource {
    DNS,
    CERTIFICATE,
    HTTP_HOST,
    QUIC_SNI,
    SNI;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// A beginning to send after a silence of at least a second.
  ///
  /// @param bytes that the client sent until the next silence, in payload
  public record Burst(Instant at, long bytes) {}
}
