package org.testigo.formats.packets;

/// The Internet protocol of both versions, and what it carries.
final class InternetLayer {
  private static final int HOP_BY_HOP = 0;
  private static final int ICMP = 1;
  private static final int IPV4 = 4;
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int IPV6 = 41;
  private static final int ROUTING = 43;
  private static final int FRAGMENT = 44;
  private static final int GRE = 47;
  private static final int AUTHENTICATION = 51;
  private static final int ICMP_V6 = 58;
  private static final int DESTINATION_OPTIONS = 60;
  private static final int MOST_EXTENSIONS = 16;

  private InternetLayer() {}

  /// Version and header length (1), service (1), length (2), identification (2), flags and fragment
  /// offset (2), time to live (1), protocol (1), checksum (2), addresses (4 + 4), options.
  static void v4(Packet packet) {
    packet.damaged = true;
    if (packet.left() < 20 || packet.u8(0) >> 4 != 4) return;
    int header = (packet.u8(0) & 15) * 4;
    if (header < 20 || header > packet.left()) return;
    int length = packet.u16(2);
    if (length == 0) length = packet.left(); // written by a card that cuts packets itself
    if (length < header) return;
    packet.damaged = false;
    packet.layer = Packet.Layer.IP;
    packet.v6 = false;
    packet.sourceHigh = packet.destinationHigh = 0;
    packet.sourceLow = packet.u32(12);
    packet.destinationLow = packet.u32(16);
    packet.timeToLive = packet.u8(8);
    packet.protocol = packet.u8(9);
    fragment(packet, (packet.u16(6) & 0x1fff) * 8, (packet.u16(6) & 0x2000) != 0, packet.u16(4));
    packet.ipBytesOnWire = length;
    packet.endAt(length);
    packet.advance(header);
    transport(packet, length - header);
  }

  /// Version, class and label (4), payload length (2), next header (1), hop limit (1), addresses
  /// (16 + 16), then extension headers.
  static void v6(Packet packet) {
    packet.damaged = packet.left() < 40 || packet.u8(0) >> 4 != 6;
    if (packet.damaged) return;
    int length = packet.u16(4);
    if (length == 0) length = packet.left() - 40; // a jumbogram, or a card that cuts packets itself
    packet.layer = Packet.Layer.IP;
    packet.v6 = true;
    packet.sourceHigh = packet.i64(8);
    packet.sourceLow = packet.i64(16);
    packet.destinationHigh = packet.i64(24);
    packet.destinationLow = packet.i64(32);
    packet.timeToLive = packet.u8(7);
    packet.protocol = packet.u8(6);
    fragment(packet, 0, false, 0);
    packet.ipBytesOnWire = length + 40;
    packet.endAt(length + 40);
    packet.advance(40);
    int passed = extensions(packet);
    packet.damaged = passed < 0;
    if (passed >= 0) transport(packet, length - passed);
  }

  /// Passes the extension headers.
  ///
  /// @return their bytes; -1 where they end before the transport
  private static int extensions(Packet packet) {
    int passed = 0;
    for (int count = 0; count < MOST_EXTENSIONS; count++) {
      int size =
          switch (packet.protocol) {
            case HOP_BY_HOP, ROUTING, DESTINATION_OPTIONS ->
                packet.left() < 8 ? -1 : (packet.u8(1) + 1) * 8;
            case FRAGMENT -> packet.left() < 8 ? -1 : 8;
            case AUTHENTICATION -> packet.left() < 8 ? -1 : (packet.u8(1) + 2) * 4;
            default -> 0;
          };
      if (size == 0) return passed;
      if (size < 0 || size > packet.left()) return -1;
      if (packet.protocol == FRAGMENT)
        fragment(packet, packet.u16(2) & 0xfff8, (packet.u16(2) & 1) != 0, packet.u32(4));
      packet.protocol = packet.u8(0);
      packet.advance(size);
      passed += size;
      if (packet.laterFragment) return passed;
    }
    return -1;
  }

  private static void fragment(Packet packet, int offsetBytes, boolean hasMore, long id) {
    packet.laterFragment = offsetBytes != 0;
    packet.moreFragments = hasMore;
    packet.fragmentOffsetBytes = offsetBytes;
    packet.fragmentId = id;
  }

  /// @param length of the transport's header and payload on the wire
  static void transport(Packet packet, int length) {
    packet.payloadBytesOnWire = Math.max(0, length);
    packet.sourcePort = packet.destinationPort = 0;
    packet.beginContent();
    if (packet.isFragment()) return;
    switch (packet.protocol) {
      case TCP -> tcp(packet, length);
      case UDP -> udp(packet, length);
      case ICMP, ICMP_V6 -> packet.layer = Packet.Layer.ICMP;
      case IPV4 -> packet.enterTunnel(LinkLayer.ETHER_IPV4);
      case IPV6 -> packet.enterTunnel(LinkLayer.ETHER_IPV6);
      case GRE -> Tunnels.gre(packet);
      default -> {}
    }
  }

  /// Ports (2 + 2), sequence (4), acknowledgement (4), header length and flags (2), window (2),
  /// checksum (2), urgent (2), options.
  private static void tcp(Packet packet, int length) {
    packet.damaged = true;
    if (packet.left() < 20) return;
    int header = (packet.u8(12) >> 4) * 4;
    if (header < 20 || header > length) return;
    packet.damaged = false;
    packet.layer = Packet.Layer.TCP;
    packet.sourcePort = packet.u16(0);
    packet.destinationPort = packet.u16(2);
    packet.sequence = packet.u32(4);
    packet.acknowledged = packet.u32(8);
    packet.tcpFlags = packet.u8(13);
    packet.payloadBytesOnWire = length - header;
    packet.advance(header);
  }

  /// Ports (2 + 2), length (2), checksum (2).
  private static void udp(Packet packet, int length) {
    packet.damaged = packet.left() < 8;
    if (packet.damaged) return;
    int told = packet.u16(4);
    int own = told < 8 || told > length ? length : told;
    packet.layer = Packet.Layer.UDP;
    packet.sourcePort = packet.u16(0);
    packet.destinationPort = packet.u16(2);
    packet.payloadBytesOnWire = Math.max(0, own - 8);
    packet.endAt(own);
    packet.advance(8);
    Tunnels.overUdp(packet);
  }
}
