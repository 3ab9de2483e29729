package org.testigo.traffic;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.testigo.model.IpAddress;

/// Makes a pcap, frame by frame: raw IP packets (link type 101), a millisecond apart unless told
/// otherwise.
public final class MadeUpCapture {
  public static final int SYN = 2;
  public static final int ACK = 16;
  public static final int FIN = 1;
  public static final int RST = 4;
  private static final int MILLION = 1_000_000;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int snapshotBytes;
  private long micros = 1_700_000_000L * MILLION;

  public MadeUpCapture() {
    this(262_144);
  }

  /// @param snapshotBytes what is kept of a frame
  public MadeUpCapture(int snapshotBytes) {
    this.snapshotBytes = snapshotBytes;
    var head = ByteBuffer.allocate(24);
    head.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0);
    head.putInt(snapshotBytes).putInt(101);
    bytes.writeBytes(head.array());
  }

  /// Lets time pass.
  public MadeUpCapture after(long millis) {
    micros += millis * 1000;
    return this;
  }

  public MadeUpCapture frame(byte[] packet) {
    int kept = Math.min(packet.length, snapshotBytes);
    var head = ByteBuffer.allocate(16);
    head.putInt((int) (micros / MILLION)).putInt((int) (micros % MILLION));
    head.putInt(kept).putInt(packet.length);
    bytes.writeBytes(head.array());
    bytes.write(packet, 0, kept);
    micros += 1000;
    return this;
  }

  public MadeUpCapture udp(String from, int fromPort, String to, int toPort, byte[] payload) {
    return frame(ip(from, to, 17, datagram(fromPort, toPort, payload)));
  }

  public MadeUpCapture tcp(
      String from, int fromPort, String to, int toPort, int sequence, int flags, byte[] payload) {
    return frame(ip(from, to, 6, segment(fromPort, toPort, sequence, flags, payload)));
  }

  /// The parts of a packet of IPv4 that was cut, each of at most so many bytes (a multiple of 8).
  public MadeUpCapture fragments(
      String from, String to, int fromPort, int toPort, byte[] payload, int partBytes) {
    byte[] content = datagram(fromPort, toPort, payload);
    for (int at = 0; at < content.length; at += partBytes) {
      int length = Math.min(partBytes, content.length - at);
      var part = ByteBuffer.allocate(length).put(content, at, length).array();
      byte[] packet = ip(from, to, 17, part);
      boolean hasMore = at + length < content.length;
      ByteBuffer.wrap(packet)
          .putShort(4, (short) 77)
          .putShort(6, (short) ((hasMore ? 0x2000 : 0) | at / 8));
      frame(packet);
    }
    return this;
  }

  public static byte[] datagram(int fromPort, int toPort, byte[] payload) {
    return ByteBuffer.allocate(8 + payload.length)
        .putShort((short) fromPort)
        .putShort((short) toPort)
        .putShort((short) (8 + payload.length))
        .putShort((short) 0)
        .put(payload)
        .array();
  }

  public static byte[] segment(int fromPort, int toPort, int sequence, int flags, byte[] payload) {
    return ByteBuffer.allocate(20 + payload.length)
        .putShort((short) fromPort)
        .putShort((short) toPort)
        .putInt(sequence)
        .putInt(0)
        .put((byte) 0x50)
        .put((byte) flags)
        .putShort((short) 8192)
        .putInt(0)
        .put(payload)
        .array();
  }

  /// A packet of the version of its addresses.
  public static byte[] ip(String from, String to, int protocol, byte[] content) {
    var source = IpAddress.parse(from).orElseThrow();
    var destination = IpAddress.parse(to).orElseThrow();
    if (source.v6()) {
      return ByteBuffer.allocate(40 + content.length)
          .putInt(0x60000000)
          .putShort((short) content.length)
          .put((byte) protocol)
          .put((byte) 64)
          .putLong(source.high())
          .putLong(source.low())
          .putLong(destination.high())
          .putLong(destination.low())
          .put(content)
          .array();
    }
    return ByteBuffer.allocate(20 + content.length)
        .put((byte) 0x45)
        .put((byte) 0)
        .putShort((short) (20 + content.length))
        .putInt(0)
        .put((byte) 64)
        .put((byte) protocol)
        .putShort((short) 0)
        .putInt((int) source.low())
        .putInt((int) destination.low())
        .put(content)
        .array();
  }

  /// A question of DNS for an address.
  public static byte[] question(int id, String name) {
    var message = new ByteArrayOutputStream();
    message.writeBytes(
        ByteBuffer.allocate(12)
            .putShort((short) id)
            .putShort((short) 0x100)
            .putInt(0x10000)
            .array());
    writeName(message, name);
    message.writeBytes(new byte[] {0, 1, 0, 1});
    return message.toByteArray();
  }

  /// Its answer: one address of IPv4.
  public static byte[] answer(int id, String name, String address) {
    var message = new ByteArrayOutputStream();
    message.writeBytes(
        ByteBuffer.allocate(12)
            .putShort((short) id)
            .putShort((short) 0x8180)
            .putInt(0x10001)
            .array());
    writeName(message, name);
    message.writeBytes(new byte[] {0, 1, 0, 1, (byte) 0xc0, 12, 0, 1, 0, 1, 0, 0, 1, 44, 0, 4});
    int value = (int) IpAddress.parse(address).orElseThrow().low();
    message.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
    return message.toByteArray();
  }

  private static void writeName(ByteArrayOutputStream to, String name) {
    for (String label : name.split("\\.", -1)) {
      to.write(label.length());
      to.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    to.write(0);
  }

  /// A client's hello of TLS 1.2, in a record, that names a server.
  public static byte[] hello(String serverName) {
    byte[] name = serverName.getBytes(StandardCharsets.US_ASCII);
    var body = ByteBuffer.allocate(64 + name.length);
    body.putShort((short) 0x0303).put(new byte[32]).put((byte) 0);
    body.putShort((short) 4).putShort((short) 0x1301).putShort((short) 0xc02f);
    body.put((byte) 1).put((byte) 0);
    body.putShort((short) (name.length + 9)).putShort((short) 0);
    body.putShort((short) (name.length + 5)).putShort((short) (name.length + 3));
    body.put((byte) 0).putShort((short) name.length).put(name);
    int length = body.position();
    return ByteBuffer.allocate(9 + length)
        .put((byte) 22)
        .putShort((short) 0x0301)
        .putShort((short) (4 + length))
        .putInt(1 << 24 | length)
        .put(body.array(), 0, length)
        .array();
  }

  public byte[] bytes() {
    return bytes.toByteArray();
  }
}
