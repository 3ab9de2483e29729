package org.testigo.formats.netflow;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.testigo.model.IpAddress;

/// A flow as an exporter tells it: what went from a source to a destination.
///
/// @param offsetBytes where the record begins
/// @param sourcePort 0 where the record has none
/// @param destinationPort 0 where the record has none
/// @param protocol the number of the protocol above the Internet protocol; 0 where the record has
///   none
/// @param tcpFlags all flags that were seen, `0x02` SYN
/// @param bytes of the Internet packets
/// @param reverse what went from the destination to the source, where the record tells both
/// @param start empty where the record tells none, or only relative to an unknown moment
/// @param exported when the datagram was sent
public record FlowRecord(
    long offsetBytes,
    IpAddress source,
    int sourcePort,
    IpAddress destination,
    int destinationPort,
    int protocol,
    int tcpFlags,
    OptionalLong bytes,
    OptionalLong packets,
    Optional<Reverse> reverse,
    Optional<Instant> start,
    Optional<Instant> end,
    Instant exported) {

  /// What went the other way.
  public record Reverse(long bytes, long packets) {}
}
