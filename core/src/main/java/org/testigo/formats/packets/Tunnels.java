package org.testigo.formats.packets;

/// Packets inside packets: GRE, and VXLAN, Geneve, GTP and Teredo over UDP. A port alone does not
/// make a tunnel: the header behind it must fit.
final class Tunnels {
  private static final int GENEVE_PORT = 6081;
  private static final int VXLAN_PORT = 4789;
  private static final int GTP_USER_PORT = 2152;
  private static final int ETHERNET_IN_GRE = 0x6558;
  private static final int POINT_TO_POINT_IN_GRE = 0x880b;

  private Tunnels() {}

  /// Flags and version (2), EtherType (2), then checksum, key, sequence and acknowledgement (4
  /// each) where the flags say so.
  static void gre(Packet packet) {
    if (packet.left() < 4) return;
    int flags = packet.u16(0);
    int type = packet.u16(2);
    boolean isPointToPoint = (flags & 7) == 1;
    int header = 4;
    if ((flags & 0x8000) != 0) header += 4;
    if ((flags & 0x2000) != 0) header += 4;
    if ((flags & 0x1000) != 0) header += 4;
    if (isPointToPoint && (flags & 0x80) != 0) header += 4;
    if (header > packet.left()) return;
    packet.advance(header);
    inner(packet, type);
  }

  private static void inner(Packet packet, int type) {
    switch (type) {
      case ETHERNET_IN_GRE -> packet.enterTunnel(LinkLayer.ethernet(packet));
      case POINT_TO_POINT_IN_GRE -> packet.enterTunnel(LinkLayer.pointToPoint(packet));
      default -> packet.enterTunnel(type);
    }
  }

  static void overUdp(Packet packet) {
    switch (packet.destinationPort) {
      case VXLAN_PORT -> vxlan(packet);
      case GENEVE_PORT -> geneve(packet);
      case GTP_USER_PORT -> gtp(packet);
      default -> {}
    }
  }

  /// Flags (1) of which the fourth bit says that the network is valid, reserved (3), network (3),
  /// reserved (1). What is reserved is ignored, as receivers do.
  private static void vxlan(Packet packet) {
    if (packet.left() < 8 + 14 || (packet.u8(0) & 8) == 0) return;
    packet.advance(8);
    packet.enterTunnel(LinkLayer.ethernet(packet));
  }

  /// Version and options' length (1), flags (1), EtherType (2), network (3), reserved (1), options.
  private static void geneve(Packet packet) {
    if (packet.left() < 8 || packet.u8(0) >> 6 != 0) return;
    int header = 8 + (packet.u8(0) & 63) * 4;
    int type = packet.u16(2);
    if (header > packet.left()) return;
    packet.advance(header);
    inner(packet, type);
  }

  /// Flags (1), message type 255 (1), length (2), tunnel (4), and 4 more where a flag is set, with
  /// extension headers after them.
  private static void gtp(Packet packet) {
    if (packet.left() < 8 || packet.u8(0) >> 5 != 1 || packet.u8(1) != 255) return;
    int header = 8;
    if ((packet.u8(0) & 7) != 0) {
      header = 12;
      int next = packet.left() > 11 ? packet.u8(11) : 0;
      while (next != 0 && header + 4 <= packet.left()) {
        int size = packet.u8(header) * 4;
        if (size == 0 || header + size > packet.left()) return;
        next = packet.u8(header + size - 1);
        header += size;
      }
    }
    if (header >= packet.left()) return;
    packet.advance(header);
    packet.enterTunnel(LinkLayer.raw(packet));
  }
}
