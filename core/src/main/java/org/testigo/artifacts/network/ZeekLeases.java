package org.testigo.artifacts.network;

import java.util.Optional;
import org.testigo.artifacts.Readings;
import org.testigo.model.ClearIdentifier;
import org.testigo.model.ClearIdentifier.Kind;
import org.testigo.model.Conversation;
import org.testigo.model.Conversation.Transport;
import org.testigo.model.IpAddress;
import org.testigo.model.Location;

/// Entries of `dhcp`: what a device says of itself to get an address.
final class ZeekLeases {
  private static final int CLIENT_PORT = 68;
  private static final int SERVER_PORT = 67;
  private static final IpAddress NONE = new IpAddress(false, 0, 0);

  private ZeekLeases() {}

  static void observe(LogRow entry, Location place, Readings readings) {
    var client =
        entry
            .address("client_addr")
            .or(() -> entry.address("id.orig_h"))
            .or(() -> entry.address("assigned_addr"));
    var server = entry.address("server_addr").or(() -> entry.address("id.resp_h"));
    var conversation =
        new Conversation(
            Transport.UDP, client.orElse(NONE), CLIENT_PORT, server.orElse(NONE), SERVER_PORT);
    observe(Kind.MAC, entry.text("mac"), "dhcp mac", conversation, entry, place, readings);
    observe(
        Kind.DEVICE_NAME,
        entry.text("host_name"),
        "dhcp host-name",
        conversation,
        entry,
        place,
        readings);
  }

  private static void observe(
      Kind kind,
      Optional<String> value,
      String seenIn,
      Conversation conversation,
      LogRow entry,
      Location place,
      Readings readings) {
    value
        .map(text -> new ClearIdentifier(kind, text, seenIn, conversation, Optional.empty()))
        .ifPresent(clear -> readings.observed(clear, place, ZeekFlows.started(entry)));
  }
}
