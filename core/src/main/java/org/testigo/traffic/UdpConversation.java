package org.testigo.traffic;

import org.jspecify.annotations.Nullable;
import org.testigo.formats.http.HttpHead;
import org.testigo.formats.packets.Packet;
import org.testigo.formats.quic.QuicPacket;

/// What both sides of a flow of datagrams say, as far as it is read: DNS, first packets of QUIC,
/// DTLS, DHCP, the discovery of devices (SSDP), and whether it is STUN.
final class UdpConversation {
  private static final int DNS_PORT = 53;
  private static final int SSDP_PORT = 1900;
  private static final int DHCP_SERVER_PORT = 67;
  private static final int DHCP_CLIENT_PORT = 68;
  private static final int STUN_COOKIE = 0x2112a442;

  /// A flow that is not understood is looked at for so many datagrams.
  private static final int MOST_DATAGRAMS = 20;

  private final Flow flow;
  private final Emitter emitter;
  private final boolean isDns;
  private @Nullable NameLookups lookups;
  private @Nullable QuicConversation quic;
  private @Nullable DtlsConversation dtls;
  private @Nullable HttpExchanges discovery;
  private int datagrams;

  UdpConversation(Flow flow, Emitter emitter) {
    this.flow = flow;
    this.emitter = emitter;
    this.isDns =
        flow.hasPort(DNS_PORT)
            || flow.hasPort(NameLookups.MULTICAST_PORT)
            || flow.hasPort(NameLookups.LLMNR_PORT);
  }

  /// Takes a datagram with payload.
  void datagram(int side, Packet packet, long frame, long nanos) {
    byte[] bytes = packet.bytes();
    int from = packet.payloadOffset();
    int to = from + packet.payloadBytes();
    if (isDns) {
      dns(bytes, from, to, side, packet, frame, nanos);
    } else if (flow.hasPort(SSDP_PORT)) {
      discovery(bytes, from, to, frame, nanos);
    } else if (flow.hasPort(DHCP_SERVER_PORT) || flow.hasPort(DHCP_CLIENT_PORT)) {
      DhcpIdentifiers.read(bytes, from, to, flow, emitter, frame, nanos);
    } else if (quic != null) {
      quic.datagram(bytes, from, to, side, frame, nanos);
    } else if (dtls != null) {
      dtls.datagram(bytes, from, to, side, frame, nanos);
    } else if (datagrams++ < MOST_DATAGRAMS) {
      identify(bytes, from, to, side, frame, nanos);
    }
  }

  private void identify(byte[] bytes, int from, int to, int side, long frame, long nanos) {
    if (isStun(bytes, from, to)) {
      flow.protocol("stun");
    } else if (DtlsConversation.begins(bytes, from, to)) {
      dtls = new DtlsConversation(flow, emitter);
      dtls.datagram(bytes, from, to, side, frame, nanos);
    } else if (QuicPacket.hasLongHeader(bytes, from, to)
        && QuicConversation.begins(bytes, from, to)) {
      quic = new QuicConversation(flow, emitter);
      quic.datagram(bytes, from, to, side, frame, nanos);
    }
  }

  /// The two highest bits 0, a length in steps of 4, and the magic cookie of RFC 8489.
  private static boolean isStun(byte[] bytes, int from, int to) {
    if (to - from < 20 || (bytes[from] & 0xc0) != 0 || (bytes[from + 3] & 3) != 0) return false;
    int cookie =
        (bytes[from + 4] & 255) << 24
            | (bytes[from + 5] & 255) << 16
            | (bytes[from + 6] & 255) << 8
            | bytes[from + 7] & 255;
    return cookie == STUN_COOKIE;
  }

  private void dns(
      byte[] bytes, int from, int to, int side, Packet packet, long frame, long nanos) {
    boolean isCut = packet.payloadBytes() < packet.payloadBytesOnWire();
    if (lookups == null) lookups = new NameLookups(flow, emitter, false);
    lookups.message(bytes, from, to, isCut, side, frame, nanos);
  }

  private void discovery(byte[] bytes, int from, int to, long frame, long nanos) {
    if (!HttpHead.begins(bytes, from, to)) return;
    if (discovery == null) discovery = new HttpExchanges(flow, emitter);
    flow.protocol("ssdp");
    discovery.head(HttpHead.read(bytes, from, to), frame, nanos);
  }

  /// No more datagrams will come.
  void finish() {
    if (lookups != null) lookups.finish();
    if (quic != null) quic.finish();
    if (dtls != null) dtls.finish();
    if (discovery != null) discovery.finish();
  }
}
