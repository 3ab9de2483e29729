package org.testigo.reports;

import java.util.stream.Collectors;
import org.testigo.model.Conversation;
import org.testigo.model.HttpExchange;
import org.testigo.model.NameLookup;
import org.testigo.model.NetworkPath;
import org.testigo.model.NetworkTraffic;
import org.testigo.model.TlsHandshake;

/// What was observed on a network, in one line each.
final class DescribedTraffic {
  /// Of names and answers, so many stand in the line.
  private static final int SHOWN = 8;

  private DescribedTraffic() {}

  static String flow(NetworkTraffic flow) {
    var names =
        flow.names().stream()
            .limit(SHOWN)
            .map(known -> known.name() + " (" + known.source().word() + ")")
            .collect(Collectors.joining(" "));
    return Described.line(
        "network-traffic",
        flow.conversation().transport().word(),
        ends(flow.conversation()),
        names,
        String.join(" ", flow.protocols()),
        flow.state().word(),
        "out %d in %d bytes".formatted(flow.sent().bytes(), flow.received().bytes()));
  }

  private static String ends(Conversation conversation) {
    return conversation.clientText() + " > " + conversation.serverText();
  }

  static String lookup(NameLookup lookup) {
    var answers =
        lookup.answers().stream()
            .limit(SHOWN)
            .map(answer -> answer.type() + " " + answer.value())
            .collect(Collectors.joining(" "));
    return Described.line(
        "name-lookup",
        lookup.channel().word(),
        lookup.type() + " " + lookup.name(),
        lookup.responseCode(),
        answers,
        ends(lookup.conversation()));
  }

  static String path(NetworkPath path) {
    var routers =
        path.hops().stream()
            .limit(SHOWN)
            .map(hop ->
                hop.answers().stream()
                    .map(answer -> answer.from().toString())
                    .findFirst()
                    .orElse("*"))
            .collect(Collectors.joining(" "));
    return Described.line(
        "network-path",
        path.tool(),
        path.from(),
        path.target(),
        path.hops().size() + " hops",
        routers,
        path.isReached() ? "reached" : "not reached");
  }

  static String handshake(TlsHandshake handshake) {
    return Described.line(
        "tls-handshake",
        handshake.channel().word(),
        handshake.client().flatMap(TlsHandshake.ClientSide::serverName),
        handshake.client().map(client -> "ja3 " + client.ja3() + " ja4 " + client.ja4()),
        handshake.server().map(server -> "version " + server.version() + " ja3s " + server.ja3s()),
        handshake.certificates().stream().limit(1).map(shown -> shown.subject()).findFirst(),
        ends(handshake.conversation()));
  }

  static String exchange(HttpExchange exchange) {
    return Described.line(
        "http-exchange",
        exchange.request().map(HttpExchange.Request::method),
        exchange.url().or(() -> exchange.request().map(HttpExchange.Request::target)),
        exchange.status().isPresent() ? exchange.status().getAsInt() : "",
        exchange.request().flatMap(HttpExchange.Request::userAgent),
        ends(exchange.conversation()));
  }
}
