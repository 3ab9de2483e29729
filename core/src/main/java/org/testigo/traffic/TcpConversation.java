package org.testigo.traffic;

import org.jspecify.annotations.Nullable;
import org.testigo.formats.http.HttpHead;
import org.testigo.formats.packets.Packet;
import org.testigo.formats.tls.ClientHello;
import org.testigo.formats.tls.HandshakeMessages;
import org.testigo.formats.tls.ServerHello;
import org.testigo.model.TlsHandshake.Channel;

/// What both sides of a TCP connection say, as far as it is read: TLS hellos, heads of HTTP, DNS.
///
/// What a connection begins with is told from its bytes, never from its port (but DNS, whose
/// messages do not tell). What begins with something else may turn to TLS or HTTP later, behind a
/// proxy's greeting (SOCKS, CONNECT) or after STARTTLS: every segment is looked at for that, up to
/// a limit.
final class TcpConversation {
  private static final int DNS_PORT = 53;

  /// A connection that is not understood is looked at for so many segments of each side.
  private static final int MOST_SEGMENTS = 40;

  /// To tell a protocol, so many bytes are enough.
  private static final int TELLING_BYTES = 16;

  /// A message of DNS has its length in 16 bits in front.
  private static final int LARGEST_DNS = 2 + 0xffff;

  private final Flow flow;
  private final Emitter emitter;
  private final Side[] sides = {new Side(), new Side()};
  private @Nullable Handshake handshake;
  private @Nullable HttpExchanges http;
  private @Nullable NameLookups lookups;
  private long frame;
  private long nanos;

  /// What a side is doing.
  private enum Phase {
    FRESH,
    TLS,
    HTTP,
    DNS,
    /// Nothing that is known; a segment may begin something.
    SEEKING,
    DONE
  }

  /// One direction.
  private static final class Side {
    private Phase phase = Phase.FRESH;
    private TcpStream stream = new TcpStream();
    private @Nullable HandshakeMessages tls;
    private int segments;
    private boolean hasExpected;
    private int expected;

    /// @param sequence before which nothing is wanted any more
    void seek(int sequence) {
      phase = Phase.SEEKING;
      stream.drop();
      if (!hasExpected || sequence - expected > 0) expected = sequence;
      hasExpected = true;
    }

    void end() {
      phase = Phase.DONE;
      stream.drop();
      tls = null;
    }
  }

  TcpConversation(Flow flow, Emitter emitter) {
    this.flow = flow;
    this.emitter = emitter;
  }

  /// Where a side's bytes begin.
  void synchronize(int side, long sequence) {
    var at = sides[side];
    if (at.phase == Phase.FRESH && at.stream.size() == 0) at.stream.begin((int) sequence + 1);
  }

  /// Takes a segment with payload.
  void segment(int side, Packet packet, long atFrame, long atNanos) {
    frame = atFrame;
    nanos = atNanos;
    var at = sides[side];
    if (at.phase == Phase.DONE) return;
    at.segments++;
    int sequence = (int) packet.sequence() + (packet.hasFlag(Packet.SYN) ? 1 : 0);
    if (at.phase == Phase.SEEKING && !mayBegin(at, sequence, packet)) return;
    if (!at.stream.isBegun()) at.stream.begin(sequence);
    int length = packet.payloadBytes();
    if (at.stream.add(sequence, packet.bytes(), packet.payloadOffset(), length)) read(side);
    else if (at.phase == Phase.FRESH && isLost(at)) {
      at.seek(sequence);
      if (mayBegin(at, sequence, packet)) segment(side, packet, atFrame, atNanos);
    }
  }

  /// Whether the segment for which the side waits will not come any more.
  private boolean isLost(Side at) {
    return at.stream.hasHole() && (at.segments > MOST_SEGMENTS || at.stream.isMessy());
  }

  private boolean mayBegin(Side at, int sequence, Packet packet) {
    if (at.segments > MOST_SEGMENTS && http == null) {
      at.end();
      return false;
    }
    if (at.hasExpected && sequence - at.expected < 0) return false;
    int from = packet.payloadOffset();
    int to = from + packet.payloadBytes();
    at.expected = sequence + packet.payloadBytesOnWire();
    at.hasExpected = true;
    if (!begins(packet.bytes(), from, to)) return false;
    at.stream.begin(sequence);
    at.phase = Phase.FRESH;
    return true;
  }

  private static boolean begins(byte[] bytes, int from, int to) {
    return HandshakeMessages.begins(bytes, from, to, ClientHello.TYPE)
        || HandshakeMessages.begins(bytes, from, to, ServerHello.TYPE)
        || HttpHead.begins(bytes, from, to);
  }

  private void read(int side) {
    var at = sides[side];
    if (at.phase == Phase.FRESH) identify(side, at);
    switch (at.phase) {
      case TLS -> tls(at);
      case HTTP -> http(at, side, false);
      case DNS -> dns(at, side);
      case FRESH, SEEKING, DONE -> {}
    }
  }

  private void identify(int side, Side at) {
    byte[] bytes = at.stream.bytes();
    int size = at.stream.size();
    boolean isHello = HandshakeMessages.begins(bytes, 0, size, ClientHello.TYPE);
    if (flow.hasPort(DNS_PORT) || flow.hasPort(NameLookups.MULTICAST_PORT)) {
      beginDns(at);
    } else if (isHello || HandshakeMessages.begins(bytes, 0, size, ServerHello.TYPE)) {
      beginTls(side, at, isHello);
    } else if (HttpHead.begins(bytes, 0, size)) {
      beginHttp(side, at, !HttpHead.beginsAnswer(bytes, 0, size));
    } else if (size >= TELLING_BYTES || !mayBecome(bytes, size)) {
      at.seek(at.stream.next());
    }
  }

  /// Whether fewer bytes than tell may be the beginning of something known.
  private static boolean mayBecome(byte[] bytes, int size) {
    boolean isRecord = bytes[0] == 22 && (size < 2 || bytes[1] == 3);
    boolean isWord = true;
    for (int i = 0; i < size; i++) isWord &= bytes[i] >= 'A' && bytes[i] <= 'Z' || bytes[i] == '-';
    return isRecord || isWord;
  }

  private void beginDns(Side at) {
    at.phase = Phase.DNS;
    flow.protocol("dns");
    var grown = new TcpStream(LARGEST_DNS);
    grown.begin(at.stream.next() - at.stream.size());
    grown.add(at.stream.next() - at.stream.size(), at.stream.bytes(), 0, at.stream.size());
    at.stream = grown;
  }

  private void beginTls(int side, Side at, boolean isHello) {
    at.phase = Phase.TLS;
    flow.clientIs(isHello ? side : 1 - side);
    if (handshake == null) handshake = new Handshake(flow, emitter, Channel.TLS);
  }

  private void beginHttp(int side, Side at, boolean isRequest) {
    at.phase = Phase.HTTP;
    flow.clientIs(isRequest ? side : 1 - side);
    if (http == null) http = new HttpExchanges(flow, emitter);
  }

  private void tls(Side at) {
    var said = handshake;
    if (said == null) return;
    var messages = at.tls;
    if (messages == null) {
      messages =
          new HandshakeMessages((type, bytes, from, to, isCut) -> {
            if (!said.message(type, bytes, from, to, isCut, frame, nanos)) end(at);
          });
      at.tls = messages;
    }
    at.stream.consume(messages.take(at.stream.bytes(), 0, at.stream.size()));
    if (messages.isOver()) over(at);
  }

  private static void end(Side at) {
    if (at.tls != null) at.tls.end();
  }

  private void over(Side at) {
    at.end();
    boolean areBoth = sides[0].phase == Phase.DONE && sides[1].phase == Phase.DONE;
    if (areBoth && handshake != null) handshake.give();
  }

  /// Reads one head; what follows its body is looked at anew.
  ///
  /// @param isLast whether no more bytes will come: a head that is cut is read as far as it goes
  private void http(Side at, int side, boolean isLast) {
    var exchanges = http;
    if (exchanges == null) return;
    var head = HttpHead.read(at.stream.bytes(), 0, at.stream.size());
    if (!head.isWhole() && !isLast && !at.stream.isFull()) return;
    if (!head.isWhole()) emitter.cutMessage(frame);
    exchanges.head(head, frame, nanos);
    long body = exchanges.bodyBytes(head);
    int left = at.stream.size() - head.endOffset();
    int headEnd = at.stream.next() - left;
    if (body < 0 || body > Integer.MAX_VALUE) {
      at.seek(at.stream.next());
    } else if (body > left) {
      at.seek(headEnd + (int) body);
    } else {
      at.stream.consume(head.endOffset() + (int) body);
      at.phase = Phase.FRESH;
      if (at.stream.size() > 0) read(side);
    }
  }

  private void dns(Side at, int side) {
    if (lookups == null) lookups = new NameLookups(flow, emitter, true);
    while (at.stream.size() >= 2) {
      byte[] bytes = at.stream.bytes();
      int length = (bytes[0] & 255) << 8 | bytes[1] & 255;
      if (at.stream.size() < 2 + length) return;
      lookups.message(bytes, 2, 2 + length, false, side, frame, nanos);
      at.stream.consume(2 + length);
    }
  }

  /// No more segments will come.
  void finish() {
    for (int side = 0; side < 2; side++) finish(side);
    if (handshake != null) handshake.give();
    if (http != null) http.finish();
    if (lookups != null) lookups.finish();
  }

  private void finish(int side) {
    var at = sides[side];
    if (at.stream.size() == 0) return;
    switch (at.phase) {
      case TLS -> {
        if (at.tls != null) at.tls.takeLast(at.stream.bytes(), 0, at.stream.size());
      }
      case HTTP -> http(at, side, true);
      case DNS -> {
        if (lookups != null && at.stream.size() > 2)
          lookups.message(at.stream.bytes(), 2, at.stream.size(), true, side, frame, nanos);
      }
      case FRESH, SEEKING, DONE -> {}
    }
  }
}
