package org.testigo.indicators.matching;

import static org.testigo.indicators.Match.Role.CONTENT;
import static org.testigo.indicators.Match.Role.SUBJECT;

import org.testigo.model.Conversation;
import org.testigo.model.HttpExchange;
import org.testigo.model.NameLookup;
import org.testigo.model.TlsHandshake;

/// Which values of what was observed on a network are held against the indicators: both ends of a
/// flow, names asked for and what they stand for, names, certificates and JA3 of handshakes.
///
/// Not safe for several threads.
final class TrafficCandidates {
  private final Values values;

  TrafficCandidates(Values values) {
    this.values = values;
  }

  /// Either end may be listed: spyware also listens.
  void probe(Conversation conversation) {
    values.host(conversation.server().toString(), SUBJECT);
    values.host(conversation.client().toString(), SUBJECT);
  }

  void probe(NameLookup lookup) {
    values.host(lookup.name(), SUBJECT);
    for (var answer : lookup.answers()) {
      switch (answer.type()) {
        case "A", "AAAA", "CNAME", "DNAME", "HTTPS", "SVCB", "NS", "MX", "SRV" ->
            values.host(answer.value(), CONTENT);
        default -> {}
      }
    }
  }

  void probe(TlsHandshake handshake) {
    handshake.client().ifPresent(this::probe);
    handshake
        .server()
        .ifPresent(server -> values.exact(Kind.TLS_FINGERPRINT, server.ja3s(), SUBJECT));
    for (var shown : handshake.certificates()) probe(shown);
  }

  private void probe(TlsHandshake.ClientSide client) {
    client.serverName().ifPresent(name -> values.host(name, SUBJECT));
    values.exact(Kind.TLS_FINGERPRINT, client.ja3(), SUBJECT);
    values.exact(Kind.TLS_FINGERPRINT, client.ja4(), SUBJECT);
  }

  private void probe(TlsHandshake.ShownCertificate shown) {
    shown.hashes().sha256().ifPresent(hash -> values.exact(Kind.CERTIFICATE, hash, SUBJECT));
    shown.hashes().sha1().ifPresent(hash -> values.exact(Kind.CERTIFICATE, hash, SUBJECT));
    shown.hashes().md5().ifPresent(hash -> values.exact(Kind.CERTIFICATE, hash, SUBJECT));
    for (String name : shown.names())
      values.host(name.startsWith("*.") ? name.substring(2) : name, CONTENT);
  }

  void probe(HttpExchange exchange) {
    exchange
        .request()
        .filter(asked -> asked.method().equals("CONNECT"))
        .ifPresent(asked -> values.address(asked.target(), SUBJECT));
    exchange
        .request()
        .flatMap(HttpExchange.Request::userAgent)
        .ifPresent(agent -> values.exact(Kind.USER_AGENT, agent, SUBJECT));
  }
}
