package org.testigo.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.formats.quic.CryptoFrames;
import org.testigo.formats.quic.InitialKeys;
import org.testigo.formats.quic.QuicPacket;
import org.testigo.formats.quic.QuicVersion;
import org.testigo.formats.tls.ClientHello;
import org.testigo.formats.tls.ServerHello;
import org.testigo.model.MalformedException;
import org.testigo.model.TlsHandshake.Channel;

/// The first packets of a QUIC connection: their keys come from the id that the client chose for
/// the server. The hello may be cut into pieces, over several packets, in any order.
final class QuicConversation {
  private static final int MOST_PACKETS = 40;
  private static final int MOST_KEYS = 6;
  private static final int MOST_HELLO_BYTES = 32 << 10;
  private static final int MOST_COALESCED = 16;
  private static final int MESSAGE_HEADER = 4;

  private final Flow flow;
  private final Emitter emitter;
  private final Handshake handshake;
  private final List<Keys> keys = new ArrayList<>(1);
  private MessagePieces clientPieces = new MessagePieces(MOST_HELLO_BYTES);
  private MessagePieces serverPieces = new MessagePieces(MOST_HELLO_BYTES);
  private int packets;
  private boolean isUnsupported;
  private boolean hasInitial;
  private long initialFrame;

  private record Keys(InitialKeys client, InitialKeys server) {}

  QuicConversation(Flow flow, Emitter emitter) {
    this.flow = flow;
    this.emitter = emitter;
    this.handshake = new Handshake(flow, emitter, Channel.QUIC);
  }

  /// Whether a datagram with a long header is of a version that has a name, so that it is no
  /// chance.
  static boolean begins(byte[] bytes, int from, int to) {
    int number =
        (bytes[from + 1] & 255) << 24
            | (bytes[from + 2] & 255) << 16
            | (bytes[from + 3] & 255) << 8
            | bytes[from + 4] & 255;
    if ((bytes[from] & 0x40) == 0 && number != 0) return false;
    boolean isGreased = (number & 0x0f0f0f0f) == 0x0a0a0a0a;
    return QuicVersion.of(number).isPresent()
        || isGreased
        || QuicVersion.isNamed(number) && to - from > 20;
  }

  /// Takes a datagram, which may hold several packets.
  void datagram(byte[] bytes, int from, int to, int side, long frame, long nanos) {
    boolean isRead = handshake.hasClient() && handshake.hasServer();
    if (isRead || isUnsupported || packets++ > MOST_PACKETS) return;
    int at = from;
    try {
      for (int i = 0; i < MOST_COALESCED && QuicPacket.hasLongHeader(bytes, at, to); i++) {
        var packet = QuicPacket.read(bytes, at, to);
        if (packet.isEmpty()) return;
        packet(packet.get(), bytes, at, side, frame, nanos);
        at = packet.get().end();
      }
    } catch (MalformedException e) {
      if (!hasInitial) emitter.malformed(frame, "a packet of QUIC: " + e.detail());
    }
  }

  private void packet(QuicPacket packet, byte[] bytes, int from, int side, long frame, long nanos) {
    var version = QuicVersion.of(packet.version());
    if (version.isEmpty()) {
      unsupported(packet.version(), frame);
      return;
    }
    if (!packet.isInitial()) return;
    if (!hasInitial) initialFrame = frame;
    hasInitial = true;
    if (packet.isCut()) emitter.cutMessage(frame);
    var opened = openWithKnown(packet, bytes, from, side, frame, nanos);
    if (opened || keys.size() == MOST_KEYS) return;
    var id = packet.destinationId();
    keys.add(
        new Keys(InitialKeys.ofClient(version.get(), id), InitialKeys.ofServer(version.get(), id)));
    boolean isLearned = packet.isCut() && keys.size() == 1;
    if (!openWith(keys.getLast(), packet, bytes, from, side, frame, nanos) && !isLearned)
      keys.removeLast();
  }

  private void unsupported(int version, long frame) {
    boolean isGreased = (version & 0x0f0f0f0f) == 0x0a0a0a0a;
    if (isGreased || isUnsupported) return;
    isUnsupported = true;
    flow.protocol("quic-" + QuicVersion.name(version));
    emitter.unsupported(
        frame,
        "version %s of QUIC, expected 1, 2 or a draft from 23 on: the name of the server cannot be"
                .formatted(QuicVersion.name(version))
            + " read");
  }

  private boolean openWithKnown(
      QuicPacket packet, byte[] bytes, int from, int side, long frame, long nanos) {
    for (Keys known : keys)
      if (openWith(known, packet, bytes, from, side, frame, nanos)) return true;
    return false;
  }

  /// Tries the keys of the side that is the client so far, then those of the other.
  private boolean openWith(
      Keys known, QuicPacket packet, byte[] bytes, int from, int side, long frame, long nanos) {
    boolean isLikelyClient = !handshake.hasClient() || side == flow.client;
    var first = isLikelyClient ? known.client() : known.server();
    var frames = first.open(bytes, from, packet);
    boolean isClient = isLikelyClient;
    if (frames.isEmpty()) {
      frames = (isLikelyClient ? known.server() : known.client()).open(bytes, from, packet);
      isClient = !isLikelyClient;
    }
    if (frames.isEmpty()) return false;
    flow.clientIs(isClient ? side : 1 - side);
    take(frames, isClient, frame, nanos);
    return true;
  }

  private void take(Optional<byte[]> frames, boolean isClient, long frame, long nanos) {
    var pieces = isClient ? clientPieces : serverPieces;
    try {
      CryptoFrames.read(frames.orElseThrow(), pieces::add);
    } catch (MalformedException e) {
      emitter.malformed(frame, "the frames of a first packet of QUIC: " + e.detail());
    }
    message(pieces, isClient ? ClientHello.TYPE : ServerHello.TYPE, frame, nanos);
  }

  private void message(MessagePieces pieces, int type, long frame, long nanos) {
    byte[] bytes = pieces.bytes();
    if (pieces.size() < MESSAGE_HEADER || bytes[0] != type) return;
    int length = (bytes[1] & 255) << 16 | (bytes[2] & 255) << 8 | bytes[3] & 255;
    if (pieces.size() - MESSAGE_HEADER < length) return;
    handshake.message(type, bytes, MESSAGE_HEADER, MESSAGE_HEADER + length, false, frame, nanos);
    if (handshake.hasClient() && handshake.hasServer()) forget();
  }

  private void forget() {
    handshake.give();
    clientPieces = new MessagePieces(0);
    serverPieces = new MessagePieces(0);
    keys.clear();
  }

  /// No more datagrams will come: a hello that is not whole is read as far as it goes.
  void finish() {
    boolean isPartial = !handshake.hasClient() && clientPieces.size() > MESSAGE_HEADER;
    byte[] bytes = clientPieces.bytes();
    if (isPartial && bytes[0] == ClientHello.TYPE)
      handshake.message(
          ClientHello.TYPE,
          bytes,
          MESSAGE_HEADER,
          clientPieces.size(),
          true,
          initialFrame,
          flow.firstNanos);
    handshake.give();
  }
}
