package org.testigo.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testigo.formats.tls.ClientHello;
import org.testigo.formats.tls.ServerCertificates;
import org.testigo.formats.tls.ServerHello;
import org.testigo.formats.tls.TlsFingerprints;
import org.testigo.model.MalformedException;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.NetworkTraffic.NameSource;
import org.testigo.model.TlsHandshake;
import org.testigo.model.TlsHandshake.Channel;
import org.testigo.model.TlsHandshake.ClientSide;
import org.testigo.model.TlsHandshake.ServerSide;
import org.testigo.model.TlsHandshake.ShownCertificate;

/// What both sides of one connection have said of how they will speak, until it is given. A server
/// may ask the client to begin again: then the handshake is given twice.
final class Handshake {
  /// A chain is rarely longer than four.
  private static final int MOST_CERTIFICATES = 16;

  private final Flow flow;
  private final Emitter emitter;
  private final Channel channel;
  private @Nullable ClientSide client;
  private @Nullable ServerSide server;
  private final List<ShownCertificate> certificates = new ArrayList<>(0);
  private long frame;
  private long nanos;
  private boolean hasNews;

  Handshake(Flow flow, Emitter emitter, Channel channel) {
    this.flow = flow;
    this.emitter = emitter;
    this.channel = channel;
    flow.protocol(channel.word());
  }

  boolean hasClient() {
    return client != null;
  }

  boolean hasServer() {
    return server != null;
  }

  /// Takes a message. After the certificates nothing more is wanted of a server.
  ///
  /// @return whether more is wanted of this side
  boolean message(
      int type, byte[] bytes, int from, int to, boolean isCut, long atFrame, long atNanos) {
    try {
      switch (type) {
        case ClientHello.TYPE -> client(hello(bytes, from, to, isCut), atFrame, atNanos);
        case ServerHello.TYPE -> {
          if (!isCut) server(ServerHello.read(bytes, from, to), atFrame, atNanos);
        }
        case ServerCertificates.CERTIFICATE -> {
          certificates(ServerCertificates.readMessage(bytes, from, to), isCut, atFrame);
          return false;
        }
        default -> {}
      }
    } catch (MalformedException e) {
      if (!isCut) emitter.malformed(atFrame, "a handshake message: " + e.detail());
    }
    if (isCut) emitter.cutMessage(atFrame);
    return true;
  }

  private ClientHello hello(byte[] bytes, int from, int to, boolean isCut) {
    return ClientHello.read(bytes, from, to, channel == Channel.DTLS, isCut);
  }

  private void client(ClientHello hello, long atFrame, long atNanos) {
    var said = side(hello);
    if (said.equals(client)) return;
    boolean isAgain = client != null;
    if (isAgain) {
      give();
      server = null;
    }
    client = said;
    seen(atFrame, atNanos);
    said.serverName().ifPresent(name -> flow.name(name, nameSource()));
  }

  private NameSource nameSource() {
    return channel == Channel.QUIC ? NameSource.QUIC_SNI : NameSource.SNI;
  }

  private ClientSide side(ClientHello hello) {
    var transport =
        switch (channel) {
          case TLS -> TlsFingerprints.Transport.TCP;
          case QUIC -> TlsFingerprints.Transport.QUIC;
          case DTLS -> TlsFingerprints.Transport.DATAGRAM;
        };
    return new ClientSide(
        hello.serverName(),
        hello.protocols(),
        TlsFingerprints.versionName(TlsFingerprints.newestVersion(hello)),
        hello.isCut() ? "" : TlsFingerprints.ja3(hello),
        hello.isCut() ? "" : TlsFingerprints.ja4(hello, transport),
        hello.hasEncryptedHello(),
        hello.isCut());
  }

  private void server(ServerHello hello, long atFrame, long atNanos) {
    var said =
        new ServerSide(
            TlsFingerprints.versionName(hello.version()),
            "%04x".formatted(hello.cipher()),
            TlsFingerprints.ja3s(hello));
    if (said.equals(server)) return;
    if (server != null) give();
    server = said;
    seen(atFrame, atNanos);
  }

  private void seen(long atFrame, long atNanos) {
    if (!hasNews) {
      frame = atFrame;
      nanos = atNanos;
    }
    hasNews = true;
  }

  private void certificates(ServerCertificates shown, boolean isCut, long atFrame) {
    shown
        .damage()
        .filter(_ -> !isCut)
        .ifPresent(damage -> emitter.malformed(atFrame, "certificates: " + damage.detail()));
    if (isCut) emitter.cutMessage(atFrame);
    for (byte[] der : shown.certificates()) {
      if (certificates.size() == MOST_CERTIFICATES) break;
      try {
        certificates.add(ShownCertificates.of(der));
      } catch (MalformedException e) {
        emitter.malformed(atFrame, "a certificate: " + e.detail());
      }
    }
    seen(atFrame, nanos);
    certificates.stream()
        .limit(1)
        .flatMap(own -> own.names().stream())
        .forEach(name -> flow.name(name, NameSource.CERTIFICATE));
  }

  /// Passes on what is known and was not given yet.
  void give() {
    if (!hasNews) return;
    hasNews = false;
    var handshake =
        new TlsHandshake(
            Emitter.conversation(flow),
            channel,
            Optional.ofNullable(client),
            Optional.ofNullable(server),
            certificates);
    certificates.clear();
    emitter.give(handshake, frame, nanos, Meaning.STARTED);
  }
}
