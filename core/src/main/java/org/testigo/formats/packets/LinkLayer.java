package org.testigo.formats.packets;

/// What lies below the Internet protocol, by link type: finds the protocol number (an EtherType)
/// and where its header begins.
final class LinkLayer {
  static final int ETHER_IPV4 = 0x0800;
  static final int ETHER_IPV6 = 0x86dd;
  static final int ETHER_ARP = 0x0806;
  private static final int ETHER_VLAN = 0x8100;
  private static final int ETHER_PROVIDER_VLAN = 0x88a8;
  private static final int ETHER_OLD_PROVIDER_VLAN = 0x9100;
  private static final int ETHER_MPLS = 0x8847;
  private static final int ETHER_PPPOE_SESSION = 0x8864;
  private static final int MOST_TAGS = 8;

  /// The frame is not of a kind that carries the Internet protocol here.
  static final int NONE = -1;

  private LinkLayer() {}

  static boolean knows(int linkType) {
    return switch (linkType) {
      case 0, 1, 9, 12, 14, 50, 101, 104, 105, 108, 113, 127, 192, 228, 229, 276 -> true;
      default -> false;
    };
  }

  /// Goes to the network header of the packet's frame.
  ///
  /// @return the EtherType, or [#NONE]
  static int enter(Packet packet, int linkType) {
    return switch (linkType) {
      case 1 -> ethernet(packet);
      case 0, 108 -> loopback(packet, linkType == 108);
      case 12, 14, 101, 228, 229 -> raw(packet);
      case 113 -> tagged(packet, 14, 16);
      case 276 -> tagged(packet, 0, 20);
      case 104 -> tagged(packet, 2, 4);
      case 9, 50 -> pointToPoint(packet);
      case 105 -> wifi(packet);
      case 127 -> radiotap(packet);
      case 192 -> perPacketInformation(packet);
      default -> NONE;
    };
  }

  /// Destination (6), source (6), type or length (2).
  static int ethernet(Packet packet) {
    if (packet.left() < 14) return NONE;
    packet.rememberHardware(packet.at() + 6, packet.at());
    return tagged(packet, 12, 14);
  }

  /// A header of a fixed size with the EtherType at a place in it, then tags.
  private static int tagged(Packet packet, int typeAt, int headerBytes) {
    if (packet.left() < headerBytes) return NONE;
    int type = packet.u16(typeAt);
    packet.advance(headerBytes);
    return type < 0x600 ? logicalLink(packet) : withoutTags(packet, type);
  }

  private static int withoutTags(Packet packet, int firstType) {
    int type = firstType;
    for (int tags = 0; tags < MOST_TAGS; tags++) {
      switch (type) {
        case ETHER_VLAN, ETHER_PROVIDER_VLAN, ETHER_OLD_PROVIDER_VLAN -> {
          if (packet.left() < 4) return NONE;
          type = packet.u16(2);
          packet.advance(4);
        }
        case ETHER_MPLS -> {
          return labels(packet);
        }
        case ETHER_PPPOE_SESSION -> {
          if (packet.left() < 8) return NONE;
          packet.advance(6);
          return pointToPointProtocol(packet);
        }
        default -> {
          return type;
        }
      }
    }
    return NONE;
  }

  /// MPLS labels (4 each) up to the one that says it is the last; then IP, by its version.
  private static int labels(Packet packet) {
    for (int labels = 0; labels < MOST_TAGS && packet.left() >= 4; labels++) {
      boolean isLast = (packet.u8(2) & 1) == 1;
      packet.advance(4);
      if (isLast) return raw(packet);
    }
    return NONE;
  }

  /// IEEE 802.2 with a SNAP header: `aa aa 03`, organisation (3), EtherType (2).
  private static int logicalLink(Packet packet) {
    if (packet.left() < 8 || packet.u16(0) != 0xaaaa) return NONE;
    int type = packet.u16(6);
    packet.advance(8);
    return withoutTags(packet, type);
  }

  /// The address family in the byte order of the machine that captured (or of the network).
  private static int loopback(Packet packet, boolean isNetworkOrder) {
    if (packet.left() < 4) return NONE;
    int family =
        isNetworkOrder || packet.u8(0) == 0 ? packet.u16(2) : packet.u8(1) << 8 | packet.u8(0);
    packet.advance(4);
    return switch (family) {
      case 2 -> ETHER_IPV4;
      case 10, 24, 28, 30 -> ETHER_IPV6;
      default -> NONE;
    };
  }

  static int raw(Packet packet) {
    if (packet.left() < 1) return NONE;
    return switch (packet.u8(0) >> 4) {
      case 4 -> ETHER_IPV4;
      case 6 -> ETHER_IPV6;
      default -> NONE;
    };
  }

  /// Address and control (`ff 03`) may be left out.
  static int pointToPoint(Packet packet) {
    if (packet.left() >= 2 && packet.u16(0) == 0xff03) packet.advance(2);
    return pointToPointProtocol(packet);
  }

  private static int pointToPointProtocol(Packet packet) {
    if (packet.left() < 2) return NONE;
    boolean isShort = (packet.u8(0) & 1) == 1;
    int protocol = isShort ? packet.u8(0) : packet.u16(0);
    packet.advance(isShort ? 1 : 2);
    return switch (protocol) {
      case 0x21 -> ETHER_IPV4;
      case 0x57 -> ETHER_IPV6;
      default -> NONE;
    };
  }

  private static int radiotap(Packet packet) {
    return after(packet, 2);
  }

  private static int perPacketInformation(Packet packet) {
    return packet.left() >= 8 && packet.u8(4) == 105 ? after(packet, 2) : NONE;
  }

  /// A header that tells its own length, the lower byte first; then Wi-Fi.
  private static int after(Packet packet, int lengthAt) {
    if (packet.left() < 8) return NONE;
    int length = packet.u8(lengthAt + 1) << 8 | packet.u8(lengthAt);
    if (length < 8 || length > packet.left()) return NONE;
    packet.advance(length);
    return wifi(packet);
  }

  /// An unencrypted data frame of Wi-Fi: control (2), duration (2), three addresses (6 each),
  /// sequence (2), a fourth address where both ends are stations of distribution, two bytes of
  /// quality of service where the subtype says so; then SNAP.
  private static int wifi(Packet packet) {
    if (packet.left() < 24) return NONE;
    int type = packet.u8(0) >> 2 & 3;
    int subtype = packet.u8(0) >> 4;
    int flags = packet.u8(1);
    boolean isEncrypted = (flags & 0x40) != 0;
    boolean carriesData = type == 2 && (subtype & 4) == 0;
    if (!carriesData || isEncrypted) return NONE;
    boolean hasFourth = (flags & 3) == 3;
    boolean hasQuality = (subtype & 8) != 0;
    int header = 24 + (hasFourth ? 6 : 0) + (hasQuality ? 2 : 0);
    if (hasQuality && (flags & 0x80) != 0) header += 4;
    if (packet.left() < header) return NONE;
    rememberStations(packet, flags & 3);
    packet.advance(header);
    return logicalLink(packet);
  }

  /// Which address is whose depends on the direction: to (1) or from (2) the distribution system.
  private static void rememberStations(Packet packet, int direction) {
    int first = packet.at() + 4;
    int second = packet.at() + 10;
    int third = packet.at() + 16;
    switch (direction) {
      case 0 -> packet.rememberHardware(second, first);
      case 1 -> packet.rememberHardware(second, third);
      case 2 -> packet.rememberHardware(third, first);
      default -> packet.rememberHardware(packet.at() + 24, third);
    }
  }
}
