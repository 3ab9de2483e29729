package org.testigo.formats.packets;

import org.testigo.model.IpAddress;

/// One frame taken apart. A cursor: [#read] overwrites what it said of the frame before; the bytes
/// are not copied.
///
/// Of nested packets (tunnels) the innermost is told, and [#tunnels()] how many lie around it.
public final class Packet {
  /// Deeper tunnels are an attack.
  private static final int MOST_TUNNELS = 8;

  private byte[] bytes = new byte[0];
  private int at;
  private int end;

  Layer layer = Layer.NONE;
  boolean v6;
  long sourceHigh;
  long sourceLow;
  long destinationHigh;
  long destinationLow;
  int protocol;
  int timeToLive;
  int sourcePort;
  int destinationPort;
  int tcpFlags;
  long sequence;
  long acknowledged;
  int payloadBytesOnWire;
  int ipBytesOnWire;
  boolean laterFragment;
  int tunnels;
  private long sourceHardware;
  private long destinationHardware;

  /// How far a frame could be understood.
  public enum Layer {
    /// Nothing above the link layer.
    NONE,
    /// The address resolution protocol.
    ARP,
    /// The Internet protocol, but no transport that is known here, or a later fragment.
    IP,
    ICMP,
    UDP,
    TCP
  }

  public static final int FIN = 1;
  public static final int SYN = 2;
  public static final int RST = 4;
  public static final int PUSH = 8;
  public static final int ACK = 16;

  /// Takes a frame apart, as far as its captured bytes go.
  public Layer read(byte[] frame, int offset, int capturedBytes, int linkType) {
    bytes = frame;
    at = offset;
    end = offset + capturedBytes;
    layer = Layer.NONE;
    sourcePort = destinationPort = protocol = tunnels = 0;
    sourceHardware = destinationHardware = 0;
    laterFragment = false;
    network(LinkLayer.enter(this, linkType));
    return layer;
  }

  private void network(int etherType) {
    switch (etherType) {
      case LinkLayer.ETHER_IPV4 -> InternetLayer.v4(this);
      case LinkLayer.ETHER_IPV6 -> InternetLayer.v6(this);
      case LinkLayer.ETHER_ARP -> layer = Layer.ARP;
      default -> {}
    }
  }

  /// Goes into a packet that lies in this one.
  void enterTunnel(int etherType) {
    if (++tunnels > MOST_TUNNELS) return;
    network(etherType);
  }

  int at() {
    return at;
  }

  int left() {
    return end - at;
  }

  int u8(int distance) {
    return bytes[at + distance] & 255;
  }

  int u16(int distance) {
    return u8(distance) << 8 | u8(distance + 1);
  }

  long u32(int distance) {
    return (long) u16(distance) << 16 | u16(distance + 2);
  }

  long i64(int distance) {
    return u32(distance) << 32 | u32(distance + 4);
  }

  void advance(int count) {
    at += count;
  }

  /// Bytes behind a packet, such as the padding of a short Ethernet frame, are not its own.
  void endAt(int length) {
    end = Math.min(end, at + length);
  }

  void rememberHardware(int source, int destination) {
    sourceHardware = hardware(source);
    destinationHardware = hardware(destination);
  }

  private long hardware(int from) {
    long address = 0;
    for (int i = 0; i < 6; i++) address = address << 8 | bytes[from + i] & 255;
    return address;
  }

  public Layer layer() {
    return layer;
  }

  public IpAddress source() {
    return new IpAddress(v6, sourceHigh, sourceLow);
  }

  public IpAddress destination() {
    return new IpAddress(v6, destinationHigh, destinationLow);
  }

  public boolean isV6() {
    return v6;
  }

  public long sourceHigh() {
    return sourceHigh;
  }

  public long sourceLow() {
    return sourceLow;
  }

  public long destinationHigh() {
    return destinationHigh;
  }

  public long destinationLow() {
    return destinationLow;
  }

  /// The number of the transport protocol.
  public int protocol() {
    return protocol;
  }

  public int timeToLive() {
    return timeToLive;
  }

  public int sourcePort() {
    return sourcePort;
  }

  public int destinationPort() {
    return destinationPort;
  }

  public int tcpFlags() {
    return tcpFlags;
  }

  public boolean hasFlag(int flag) {
    return (tcpFlags & flag) != 0;
  }

  /// Sequence number of TCP, unsigned 32 bits.
  public long sequence() {
    return sequence;
  }

  /// Acknowledgement number of TCP, unsigned 32 bits.
  public long acknowledged() {
    return acknowledged;
  }

  /// The bytes in which the payload lies.
  public byte[] bytes() {
    return bytes;
  }

  /// Where in [#bytes()] the payload of UDP, TCP or ICMP begins.
  public int payloadOffset() {
    return at;
  }

  /// Bytes of the payload that were captured.
  public int payloadBytes() {
    return Math.max(0, end - at);
  }

  /// Bytes of the payload on the wire, by the lengths in the headers.
  public int payloadBytesOnWire() {
    return payloadBytesOnWire;
  }

  /// Bytes of the innermost Internet packet with its header, on the wire.
  public int ipBytesOnWire() {
    return ipBytesOnWire;
  }

  /// Whether it is a later part of a packet that was cut: it has no ports.
  public boolean isLaterFragment() {
    return laterFragment;
  }

  /// How many packets lie around this one.
  public int tunnels() {
    return Math.min(tunnels, MOST_TUNNELS);
  }

  /// The 48 bits of the hardware address that sent the frame; 0 where the link has none.
  public long sourceHardware() {
    return sourceHardware;
  }

  /// The 48 bits of the hardware address for which the frame is; 0 where the link has none.
  public long destinationHardware() {
    return destinationHardware;
  }
}
