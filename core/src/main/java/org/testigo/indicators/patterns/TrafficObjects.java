package org.testigo.indicators.patterns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.testigo.model.ClearIdentifier;
import org.testigo.model.Conversation;
import org.testigo.model.HttpExchange;
import org.testigo.model.IpAddress;
import org.testigo.model.NameLookup;
import org.testigo.model.NetworkPath;
import org.testigo.model.NetworkTraffic;
import org.testigo.model.TlsHandshake;

/// Objects of STIX that an observation on a network consists of.
final class TrafficObjects {
  static final Set<String> TYPES =
      Set.of(
          "network-traffic",
          "domain-name",
          "ipv4-addr",
          "ipv6-addr",
          "mac-addr",
          "email-addr",
          "url",
          "x509-certificate",
          "x-clear-identifier");

  private TrafficObjects() {}

  static void make(NetworkTraffic flow, ModelObjects to) {
    traffic(flow.conversation(), flow.protocols(), to)
        .number("src_byte_count", flow.sent().bytes())
        .number("dst_byte_count", flow.received().bytes())
        .number("src_packets", flow.sent().packets())
        .number("dst_packets", flow.received().packets());
    flow.names().forEach(known -> to.host(known.name()));
  }

  private static ModelObjects.Properties traffic(
      Conversation conversation, List<String> above, ModelObjects to) {
    var protocols = new ArrayList<String>();
    protocols.add(conversation.server().v6() ? "ipv6" : "ipv4");
    protocols.add(conversation.transport().word());
    protocols.addAll(above);
    return to.object("network-traffic")
        .node("src_ref", to.address(conversation.client()).node())
        .node("dst_ref", to.address(conversation.server()).node())
        .number("src_port", conversation.clientPort())
        .number("dst_port", conversation.serverPort())
        .texts("protocols", protocols);
  }

  static void make(NameLookup lookup, ModelObjects to) {
    var resolved = new ArrayList<StixNode>();
    for (var answer : lookup.answers()) {
      IpAddress.parse(answer.value())
          .ifPresentOrElse(
              address -> resolved.add(to.address(address).node()), () -> to.host(answer.value()));
    }
    to.object("domain-name")
        .text("value", lookup.name().toLowerCase(Locale.ROOT))
        .node("resolves_to_refs", new StixNode.Listing(resolved));
  }

  static void make(TlsHandshake handshake, ModelObjects to) {
    var made = traffic(handshake.conversation(), List.of(handshake.channel().word()), to);
    handshake
        .client()
        .ifPresent(client -> {
          made.text("x_ja3", client.ja3())
              .text("x_ja4", client.ja4())
              .text("x_server_name", client.serverName());
          client.serverName().ifPresent(to::host);
        });
    handshake.server().ifPresent(server -> made.text("x_ja3s", server.ja3s()));
    handshake.certificates().forEach(shown -> make(shown, to));
  }

  private static void make(TlsHandshake.ShownCertificate shown, ModelObjects to) {
    to.object("x509-certificate")
        .node("hashes", ModelObjects.digests(shown.hashes()))
        .text("serial_number", shown.serial())
        .text("subject", shown.subject())
        .text("issuer", shown.issuer())
        .node("is_self_signed", new StixNode.Truth(shown.isSelfIssued()));
  }

  static void make(HttpExchange exchange, ModelObjects to) {
    var made = traffic(exchange.conversation(), List.of("http"), to);
    exchange.request().ifPresent(asked -> made.node("extensions", extension(asked).node()));
    exchange.url().ifPresent(to::url);
  }

  private static ModelObjects.Properties extension(HttpExchange.Request asked) {
    var header = new ModelObjects.Properties();
    asked.fields().forEach(field -> header.text(field.name(), field.value()));
    var request =
        new ModelObjects.Properties()
            .text("request_method", asked.method().toLowerCase(Locale.ROOT))
            .text("request_value", asked.target())
            .node("request_header", header.node());
    return new ModelObjects.Properties().node("http-request-ext", request.node());
  }

  /// The routers and the target of a measured way.
  static void make(NetworkPath path, ModelObjects to) {
    path.destination().ifPresent(to::address);
    for (var hop : path.hops()) hop.answers().forEach(answer -> to.address(answer.from()));
  }

  static void make(ClearIdentifier clear, ModelObjects to) {
    to.object("x-clear-identifier")
        .text("kind", clear.kind().word())
        .text("value", clear.value())
        .text("x_host", clear.host());
    switch (clear.kind()) {
      case MAC -> to.object("mac-addr").text("value", Optional.of(clear.value()));
      case EMAIL -> to.email(clear.value());
      case IMEI,
          IMSI,
          ADVERTISING_ID,
          DEVICE_ID,
          COORDINATES,
          COOKIE,
          DEVICE_NAME,
          DEVICE_MODEL -> {}
    }
  }
}
