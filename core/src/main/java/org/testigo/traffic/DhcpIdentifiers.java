package org.testigo.traffic;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.testigo.model.ClearIdentifier;
import org.testigo.model.ClearIdentifier.Kind;
import org.testigo.model.Moment.Meaning;

/// What a device says of itself when it asks for an address: its hardware address and its name.
///
/// Operation (1; 1 asks), hardware type (1; 1 for Ethernet), length (1), ... hardware address at
/// 28, magic `63825363` at 236, then options: code (1), length (1), value; 12 is the host name, 81
/// the full name (behind 3 bytes). RFC 2131, 2132, 4702.
final class DhcpIdentifiers {
  private static final int HARDWARE_AT = 28;
  private static final int MAGIC_AT = 236;
  private static final int OPTIONS_AT = 240;
  private static final int HOST_NAME = 12;
  private static final int FULL_NAME = 81;
  private static final int END = 255;

  private DhcpIdentifiers() {}

  static void read(
      byte[] bytes, int from, int to, Flow flow, Emitter emitter, long frame, long nanos) {
    if (to - from < OPTIONS_AT || !isMagic(bytes, from + MAGIC_AT)) return;
    flow.protocol("dhcp");
    boolean asks = bytes[from] == 1;
    if (!asks) return;
    if (bytes[from + 1] == 1 && bytes[from + 2] == 6) {
      var hardware = HexFormat.ofDelimiter(":").formatHex(bytes, from + HARDWARE_AT, from + 34);
      give(Kind.MAC, hardware, "dhcp client hardware address", flow, emitter, frame, nanos);
    }
    int at = from + OPTIONS_AT;
    while (at + 1 < to && (bytes[at] & 255) != END) {
      int code = bytes[at] & 255;
      int length = code == 0 ? -1 : bytes[at + 1] & 255;
      if (at + 2 + length > to) return;
      if (code == HOST_NAME)
        name(bytes, at + 2, length, "dhcp host-name", flow, emitter, frame, nanos);
      if (code == FULL_NAME && length > 3)
        name(bytes, at + 5, length - 3, "dhcp fqdn", flow, emitter, frame, nanos);
      at += 2 + length;
    }
  }

  private static boolean isMagic(byte[] bytes, int at) {
    return bytes[at] == 0x63
        && bytes[at + 1] == (byte) 0x82
        && bytes[at + 2] == 0x53
        && bytes[at + 3] == 0x63;
  }

  private static void name(
      byte[] bytes,
      int from,
      int length,
      String seenIn,
      Flow flow,
      Emitter emitter,
      long frame,
      long nanos) {
    var name = new String(bytes, from, length, StandardCharsets.UTF_8).replace("\0", "");
    if (!name.isBlank()) give(Kind.DEVICE_NAME, name, seenIn, flow, emitter, frame, nanos);
  }

  private static void give(
      Kind kind, String value, String seenIn, Flow flow, Emitter emitter, long frame, long nanos) {
    var conversation = Emitter.conversation(flow);
    emitter.give(
        new ClearIdentifier(kind, value, seenIn, conversation, Optional.empty()),
        frame,
        nanos,
        Meaning.SENT);
  }
}
