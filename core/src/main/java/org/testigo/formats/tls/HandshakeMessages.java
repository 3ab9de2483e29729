package org.testigo.formats.tls;

import java.util.Arrays;

/// Puts the handshake messages of one direction of a TLS connection together, from the records in
/// which they travel. Give it bytes from the beginning of a record on with [#take], as often as
/// there are more; it says how many it used.
///
/// A record is content type (1), version (2), length (2), bytes; a message is type (1), length (3),
/// content, and may go over several records. RFC 8446 sections 4 and 5.1.
public final class HandshakeMessages {
  /// The largest message that is gathered: a chain of certificates.
  public static final int LARGEST_BYTES = 64 << 10;

  private static final int RECORD_HEADER = 5;
  private static final int ALERT_BYTES = 7;
  private static final int MESSAGE_HEADER = 4;
  private static final int CHANGE_CIPHER = 20;
  private static final int ALERT = 21;
  private static final int HANDSHAKE = 22;
  private static final int LARGEST_RECORD = (1 << 14) + 2048;

  private final Messages messages;
  private byte[] joined = new byte[512];
  private int joinedBytes;
  private boolean isOver;

  /// Takes messages in.
  public interface Messages {
    /// @param type such as 1 for a client's hello
    /// @param isCut whether the message goes on behind `to`, beyond what was captured
    void message(int type, byte[] bytes, int from, int to, boolean isCut);
  }

  public HandshakeMessages(Messages messages) {
    this.messages = messages;
  }

  /// Whether bytes begin a record with a hello of the given type: 1 of a client, 2 of a server. A
  /// warning, such as that the name is not known, may stand in front of a server's.
  public static boolean begins(byte[] bytes, int from, int to, int type) {
    boolean isWarning =
        to - from > ALERT_BYTES
            && bytes[from] == ALERT
            && bytes[from + 1] == 3
            && bytes[from + 3] == 0
            && bytes[from + 4] == 2;
    int at = isWarning ? from + ALERT_BYTES : from;
    return beginsHello(bytes, at, to, type);
  }

  private static boolean beginsHello(byte[] bytes, int from, int to, int type) {
    if (to - from < RECORD_HEADER + 1) return false;
    int length = (bytes[from + 3] & 255) << 8 | bytes[from + 4] & 255;
    return bytes[from] == HANDSHAKE
        && bytes[from + 1] == 3
        && bytes[from + 2] <= 4
        && length >= MESSAGE_HEADER
        && length <= LARGEST_RECORD
        && bytes[from + 5] == type;
  }

  /// Whether nothing more can be read: what follows is encrypted, or no TLS.
  public boolean isOver() {
    return isOver;
  }

  /// Uses every whole record.
  ///
  /// @return how many bytes were used
  public int take(byte[] bytes, int from, int to) {
    int at = from;
    while (!isOver && to - at >= RECORD_HEADER) {
      int length = (bytes[at + 3] & 255) << 8 | bytes[at + 4] & 255;
      isOver = isNoHandshake(bytes[at], bytes[at + 1], length);
      if (isOver || to - at - RECORD_HEADER < length) break;
      if (bytes[at] == HANDSHAKE) join(bytes, at + RECORD_HEADER, length);
      at += RECORD_HEADER + length;
    }
    return at - from;
  }

  /// Uses the beginning of a record whose rest was not captured.
  public void takeLast(byte[] bytes, int from, int to) {
    boolean hasContent = to - from > RECORD_HEADER && bytes[from] == HANDSHAKE;
    if (isOver) return;
    if (hasContent) join(bytes, from + RECORD_HEADER, to - from - RECORD_HEADER);
    if (joinedBytes > MESSAGE_HEADER)
      messages.message(joined[0], joined, MESSAGE_HEADER, joinedBytes, true);
    isOver = true;
  }

  /// Bytes of a message of which not all came yet.
  public int waitingBytes() {
    return joinedBytes;
  }

  private static boolean isNoHandshake(byte type, byte major, int length) {
    if (major != 3 || length > LARGEST_RECORD) return true;
    return type != HANDSHAKE && type != ALERT && type != CHANGE_CIPHER;
  }

  private void join(byte[] bytes, int from, int length) {
    if (joinedBytes + length > LARGEST_BYTES) {
      isOver = true;
      return;
    }
    if (joinedBytes + length > joined.length)
      joined = Arrays.copyOf(joined, Math.max(joined.length * 2, joinedBytes + length));
    System.arraycopy(bytes, from, joined, joinedBytes, length);
    joinedBytes += length;
    int used = 0;
    while (joinedBytes - used >= MESSAGE_HEADER) {
      int size =
          (joined[used + 1] & 255) << 16 | (joined[used + 2] & 255) << 8 | joined[used + 3] & 255;
      if (size > LARGEST_BYTES) isOver = true;
      if (isOver || joinedBytes - used - MESSAGE_HEADER < size) break;
      int content = used + MESSAGE_HEADER;
      messages.message(joined[used], joined, content, content + size, false);
      used = content + size;
    }
    System.arraycopy(joined, used, joined, 0, joinedBytes - used);
    joinedBytes -= used;
  }

  /// Nothing more is wanted.
  public void end() {
    isOver = true;
  }
}
