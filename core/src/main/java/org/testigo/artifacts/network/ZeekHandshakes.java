package org.testigo.artifacts.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.testigo.artifacts.Readings;
import org.testigo.model.Conversation.Transport;
import org.testigo.model.Location;
import org.testigo.model.TlsHandshake;
import org.testigo.model.TlsHandshake.Channel;
import org.testigo.model.TlsHandshake.ClientSide;
import org.testigo.model.TlsHandshake.ServerSide;
import org.testigo.model.TlsHandshake.ShownCertificate;

/// Entries of `ssl` and `quic` as handshakes. The logs give the protocol and version on which both
/// sides agreed, not what the client offered; fingerprints only where Zeek had a package for them.
final class ZeekHandshakes {
  private final ZeekCertificates certificates;

  ZeekHandshakes(ZeekCertificates certificates) {
    this.certificates = certificates;
  }

  void observe(LogRow entry, Location place, Readings readings) {
    String version = entry.text("version").orElse("");
    boolean isDatagrams = version.startsWith("DTLS");
    var transport = isDatagrams ? Transport.UDP : Transport.TCP;
    var handshake =
        new TlsHandshake(
            ZeekFlows.conversation(entry, transport),
            isDatagrams ? Channel.DTLS : Channel.TLS,
            Optional.of(client(entry, entry.text("next_protocol"))),
            server(entry, version(version)),
            shown(entry));
    readings.observed(handshake, place, ZeekFlows.started(entry));
  }

  void observeQuic(LogRow entry, Location place, Readings readings) {
    var handshake =
        new TlsHandshake(
            ZeekFlows.conversation(entry, Transport.UDP),
            Channel.QUIC,
            Optional.of(client(entry, entry.text("client_protocol"))),
            Optional.empty(),
            List.of());
    readings.observed(handshake, place, ZeekFlows.started(entry));
  }

  private static ClientSide client(LogRow entry, Optional<String> protocol) {
    return new ClientSide(
        entry.text("server_name"),
        protocol.stream().toList(),
        "",
        entry.text("ja3").orElse(""),
        entry.text("ja4").orElse(""),
        false,
        false);
  }

  private static Optional<ServerSide> server(LogRow entry, String version) {
    if (version.isEmpty()) return Optional.empty();
    return Optional.of(
        new ServerSide(version, entry.text("cipher").orElse(""), entry.text("ja3s").orElse("")));
  }

  /// `TLSv12` is 1.2, `DTLSv10` 1.0; other words, such as `SSLv3`, stay.
  private static String version(String word) {
    return word.replaceFirst("^D?TLSv([0-9])([0-9])$", "$1.$2");
  }

  /// The chain by the logs beside, else by the digests or the names that stand in the entry itself.
  /// Zeek tells a certificate that it has seen before only once: it may lack here. The server's own
  /// is always the first.
  private List<ShownCertificate> shown(LogRow entry) {
    var chain = new ArrayList<ShownCertificate>();
    for (String id : ids(entry)) {
      var found = certificates.find(id);
      if (found.isEmpty() && chain.isEmpty()) found = ownByEntry(entry, id);
      if (found.isEmpty() && chain.isEmpty()) return List.of();
      found.ifPresent(chain::add);
    }
    return chain.isEmpty() ? ownByEntry(entry, "").stream().toList() : chain;
  }

  /// The names of the certificates: of their files, or since Zeek 4.1 their digests.
  private static List<String> ids(LogRow entry) {
    return Stream.of("cert_chain_fuids", "cert_chain_fps")
        .map(field -> entry.list(field).stream().filter(id -> !id.isEmpty()).toList())
        .filter(ids -> !ids.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static Optional<ShownCertificate> ownByEntry(LogRow entry, String id) {
    var digest = Optional.of(id).filter(hex -> hex.matches("[0-9a-f]{40}|[0-9a-f]{64}"));
    var subject = entry.text("subject");
    if (digest.isEmpty() && subject.isEmpty()) return Optional.empty();
    return Optional.of(named(digest, subject.orElse(""), entry.text("issuer").orElse("")));
  }

  private static ShownCertificate named(
      Optional<String> fingerprint, String subject, String issuer) {
    return new ShownCertificate(
        ZeekCertificates.ofFingerprint(fingerprint),
        "",
        subject,
        issuer,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        0,
        !subject.isEmpty() && subject.equals(issuer));
  }
}
