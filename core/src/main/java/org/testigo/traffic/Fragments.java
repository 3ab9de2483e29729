package org.testigo.traffic;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.testigo.formats.packets.Packet;

/// Puts packets together that were cut on their way. Those that stay incomplete the longest are
/// forgotten, and counted.
final class Fragments {
  private static final int MOST_PACKETS = 64;
  private static final int MOST_BYTES = 0xffff;

  private final Map<Key, Parts> packets = new LinkedHashMap<>();
  private final Consumer<Part> beginnings;
  private long incomplete;
  private long firstIncomplete;

  /// @param ends of all parts; the protocol is left out for IPv6, where each part may name another
  private record Key(Packet.Ends ends, long id) {}

  /// What could be put together of a packet, from its beginning on.
  ///
  /// @param bytesOnWire of the content; more than the bytes where the end is missing
  @SuppressWarnings("ArrayRecordComponent") // nothing compares parts
  record Part(Packet.Ends ends, byte[] bytes, int bytesOnWire, long frame, long nanos) {}

  private static final class Parts {
    private final MessagePieces pieces = new MessagePieces(MOST_BYTES);
    private final long firstFrame;
    private Packet.Ends ends;
    private int wholeBytes = -1;
    private int farthestBytes;
    private long nanos;

    Parts(Packet.Ends ends, long firstFrame) {
      this.ends = ends;
      this.firstFrame = firstFrame;
    }

    Part part(long frame) {
      int size = pieces.size();
      int onWire = Math.max(wholeBytes, Math.max(farthestBytes, size + 1));
      boolean isWhole = wholeBytes >= 0 && size >= wholeBytes;
      byte[] bytes = Arrays.copyOf(pieces.bytes(), isWhole ? wholeBytes : size);
      return new Part(ends, bytes, isWhole ? wholeBytes : onWire, frame, nanos);
    }
  }

  /// @param beginnings takes what there is of packets that never were whole
  Fragments(Consumer<Part> beginnings) {
    this.beginnings = beginnings;
  }

  /// Takes a part.
  ///
  /// @return the packet, once all parts are there
  Optional<Part> add(Packet packet, long frame, long nanos) {
    var ends = packet.ends();
    var key = new Key(packet.isV6() ? withoutProtocol(ends) : ends, packet.fragmentId());
    var parts = packets.computeIfAbsent(key, _ -> new Parts(ends, frame));
    int at = packet.fragmentOffsetBytes();
    int length = packet.contentBytes();
    if (at == 0) parts.ends = ends;
    parts.nanos = nanos;
    parts.pieces.add(at, packet.bytes(), packet.contentOffset(), length);
    parts.farthestBytes = Math.max(parts.farthestBytes, at + packet.payloadBytesOnWire());
    if (!packet.hasMoreFragments() && parts.wholeBytes < 0)
      parts.wholeBytes = Math.min(MOST_BYTES, at + length);
    if (parts.wholeBytes >= 0 && parts.pieces.size() >= parts.wholeBytes) {
      packets.remove(key);
      return Optional.of(parts.part(frame));
    }
    if (packets.size() > MOST_PACKETS) giveUpEldest();
    return Optional.empty();
  }

  private static Packet.Ends withoutProtocol(Packet.Ends ends) {
    return new Packet.Ends(
        ends.v6(),
        ends.sourceHigh(),
        ends.sourceLow(),
        ends.destinationHigh(),
        ends.destinationLow(),
        0);
  }

  private void giveUpEldest() {
    Iterator<Parts> eldest = packets.values().iterator();
    giveUp(eldest.next());
    eldest.remove();
  }

  private void giveUp(Parts parts) {
    if (incomplete++ == 0) firstIncomplete = parts.firstFrame;
    if (parts.pieces.size() > 0) beginnings.accept(parts.part(parts.firstFrame));
  }

  /// Gives up what is not whole.
  void finish() {
    packets.values().forEach(this::giveUp);
    packets.clear();
  }

  /// Tells of the packets that never were whole.
  void tell(Emitter emitter) {
    if (incomplete > 0)
      emitter.malformed(
          firstIncomplete,
          "%d packets that were cut on their way are not whole, the first begins here"
              .formatted(incomplete));
  }
}
