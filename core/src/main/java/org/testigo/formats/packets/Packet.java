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
  boolean moreFragments;
  int fragmentOffsetBytes;
  long fragmentId;
  boolean damaged;
  private int contentOffset;
  private int contentEnd;
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
    laterFragment = moreFragments = damaged = false;
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

  /// Takes the content of an Internet packet apart whose parts were put together.
  ///
  /// @param content behind the Internet header
  /// @param bytesOnWire that the content has; more than the bytes where its end is not there
  public Layer readContent(Ends ends, byte[] content, int bytesOnWire) {
    v6 = ends.v6();
    sourceHigh = ends.sourceHigh();
    sourceLow = ends.sourceLow();
    destinationHigh = ends.destinationHigh();
    destinationLow = ends.destinationLow();
    protocol = ends.protocol();
    ipBytesOnWire = bytesOnWire + (v6 ? 40 : 20);
    bytes = content;
    at = 0;
    end = content.length;
    layer = Layer.IP;
    laterFragment = moreFragments = damaged = false;
    InternetLayer.transport(this, bytesOnWire);
    return layer;
  }

  /// Between whom a packet goes, and by which transport.
  public record Ends(
      boolean v6,
      long sourceHigh,
      long sourceLow,
      long destinationHigh,
      long destinationLow,
      int protocol) {}

  public Ends ends() {
    return new Ends(v6, sourceHigh, sourceLow, destinationHigh, destinationLow, protocol);
  }

  /// Whether frames of a link type can be taken apart here.
  public static boolean knows(int linkType) {
    return LinkLayer.knows(linkType);
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

  /// The transport's header begins here.
  void beginContent() {
    contentOffset = at;
    contentEnd = end;
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

  /// Whether it is a part of a packet that was cut, the first or a later one.
  public boolean isFragment() {
    return laterFragment || moreFragments;
  }

  /// Whether parts of the packet come behind this one.
  public boolean hasMoreFragments() {
    return moreFragments;
  }

  /// Where in the content of the whole packet this part belongs.
  public int fragmentOffsetBytes() {
    return fragmentOffsetBytes;
  }

  /// What the parts of one packet have in common, beside addresses and protocol.
  public long fragmentId() {
    return fragmentId;
  }

  /// The content of a part begins here, in front of a transport header, if it has one.
  public int contentOffset() {
    return contentOffset;
  }

  /// Bytes of the content of a part that were captured.
  public int contentBytes() {
    return Math.max(0, contentEnd - contentOffset);
  }

  /// Whether a header says what cannot be, although it was captured whole.
  public boolean isDamaged() {
    return damaged;
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
