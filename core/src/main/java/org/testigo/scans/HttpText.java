package org.testigo.scans;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// An HTTP answer put together from the parts that a format keeps. What the format has lost, such
/// as the order of the fields, is lost here too.
final class HttpText {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /// @param protocol such as `HTTP/1.1`
  /// @param status such as `200 OK`; may be empty
  HttpText(String protocol, String status) {
    write(status.isEmpty() ? protocol : protocol + " " + status);
    endLine();
  }

  void field(String name, byte[] value) {
    write(name + ": ");
    out.writeBytes(value);
    endLine();
  }

  byte[] withBody(byte[] body) {
    endLine();
    out.writeBytes(body);
    return out.toByteArray();
  }

  private void write(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void endLine() {
    out.write('\r');
    out.write('\n');
  }

  /// The usual spelling of a field's name that was stored as `content_type`: `Content-Type`.
  static String name(String stored) {
    var name = new StringBuilder(stored.length());
    boolean isFirst = true;
    for (char c : stored.replace('_', '-').toCharArray()) {
      name.append(isFirst ? Character.toUpperCase(c) : c);
      isFirst = c == '-';
    }
    return name.toString();
  }

  /// A block of header fields and a body with the empty line between them, whether or not the block
  /// ends with it.
  static byte[] joined(byte[] head, byte[] body) {
    var out = new ByteArrayOutputStream(head.length + body.length + 4);
    out.writeBytes(head);
    int ends = lineEndsBehind(head);
    for (int i = ends; i < 2; i++) out.writeBytes(new byte[] {'\r', '\n'});
    out.writeBytes(body);
    return out.toByteArray();
  }

  /// How many of the two line ends stand behind the fields.
  private static int lineEndsBehind(byte[] head) {
    int at = head.length;
    int ends = 0;
    while (ends < 2 && at > 0 && head[at - 1] == '\n') {
      at -= at > 1 && head[at - 2] == '\r' ? 2 : 1;
      ends++;
    }
    return ends;
  }
}
