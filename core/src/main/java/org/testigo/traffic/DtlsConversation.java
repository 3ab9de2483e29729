package org.testigo.traffic;

import org.testigo.formats.tls.ClientHello;
import org.testigo.formats.tls.ServerCertificates;
import org.testigo.formats.tls.ServerHello;
import org.testigo.model.TlsHandshake.Channel;

/// The hellos and certificates of DTLS.
///
/// A record is type (1; 22 for a handshake), version (2), epoch (2), number (6), length (2), bytes;
/// a message is type (1), length (3), number (2), offset (3) and length (3) of the piece that
/// follows. RFC 6347 sections 4.1 and 4.2.
final class DtlsConversation {
  private static final int RECORD_HEADER = 13;
  private static final int MESSAGE_HEADER = 12;
  private static final int HANDSHAKE = 22;
  private static final int MOST_MESSAGE_BYTES = 32 << 10;
  private static final int MOST_DATAGRAMS = 60;

  private final Flow flow;
  private final Handshake handshake;

  /// The messages that are being put together, of each side one.
  private final Message[] messages = {new Message(), new Message()};

  private int datagrams;

  private static final class Message {
    private int number = -1;
    private boolean isGiven;
    private MessagePieces pieces = new MessagePieces(MOST_MESSAGE_BYTES);
  }

  DtlsConversation(Flow flow, Emitter emitter) {
    this.flow = flow;
    this.handshake = new Handshake(flow, emitter, Channel.DTLS);
  }

  /// Whether a datagram begins with a handshake record that is not encrypted.
  static boolean begins(byte[] bytes, int from, int to) {
    if (to - from < RECORD_HEADER + MESSAGE_HEADER || bytes[from] != HANDSHAKE) return false;
    boolean isVersion = bytes[from + 1] == (byte) 0xfe && (bytes[from + 2] & 255) >= 0xfc;
    boolean isOldest = bytes[from + 1] == 1 && bytes[from + 2] == 0;
    return (isVersion || isOldest) && number(bytes, from + 3, 2) == 0;
  }

  private static int number(byte[] bytes, int at, int count) {
    int value = 0;
    for (int i = 0; i < count; i++) value = value << 8 | bytes[at + i] & 255;
    return value;
  }

  /// Takes a datagram, which may hold several records.
  void datagram(byte[] bytes, int from, int to, int side, long frame, long nanos) {
    if (datagrams++ > MOST_DATAGRAMS) return;
    int at = from;
    while (begins(bytes, at, to)) {
      int end = at + RECORD_HEADER + number(bytes, at + 11, 2);
      record(bytes, at + RECORD_HEADER, Math.min(end, to), side, frame, nanos);
      at = end;
    }
  }

  private void record(byte[] bytes, int from, int to, int side, long frame, long nanos) {
    int at = from;
    while (to - at >= MESSAGE_HEADER) {
      int piece = number(bytes, at + 9, 3);
      if (piece > to - at - MESSAGE_HEADER) return;
      message(bytes, at, piece, side, frame, nanos);
      at += MESSAGE_HEADER + piece;
    }
  }

  private void message(byte[] bytes, int at, int piece, int side, long frame, long nanos) {
    int type = bytes[at];
    boolean isWanted =
        type == ClientHello.TYPE
            || type == ServerHello.TYPE
            || type == ServerCertificates.CERTIFICATE;
    int length = number(bytes, at + 1, 3);
    if (!isWanted || length > MOST_MESSAGE_BYTES) return;
    var message = messages[side];
    int number = number(bytes, at + 4, 2) << 8 | type;
    if (message.number != number) {
      message.number = number;
      message.isGiven = false;
      message.pieces = new MessagePieces(MOST_MESSAGE_BYTES);
    }
    message.pieces.add(number(bytes, at + 6, 3), bytes, at + MESSAGE_HEADER, piece);
    if (message.isGiven || message.pieces.size() < length) return;
    message.isGiven = true;
    if (type == ClientHello.TYPE) flow.clientIs(side);
    if (type == ServerHello.TYPE) flow.clientIs(1 - side);
    boolean isOfClient = side == flow.client && type == ServerCertificates.CERTIFICATE;
    if (!isOfClient)
      handshake.message(type, message.pieces.bytes(), 0, length, false, frame, nanos);
  }

  /// No more datagrams will come.
  void finish() {
    handshake.give();
  }
}
