package org.testigo.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What both sides of an encrypted connection say in the clear before it begins.
///
/// @param certificates that the server showed, its own first; empty from TLS 1.3 on, where they
///   cannot be seen
public record TlsHandshake(
    Conversation conversation,
    Channel channel,
    Optional<ClientSide> client,
    Optional<ServerSide> server,
    List<ShownCertificate> certificates)
    implements Observable {
  public TlsHandshake {
    certificates = List.copyOf(certificates);
  }

  /// How the handshake travelled.
  public enum Channel {
    TLS,
    DTLS,
    QUIC;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What the client said.
  ///
  /// @param serverName whom it wants to reach; empty where it does not say so
  /// @param protocols it offers, such as `h2`
  /// @param version the newest that it offers, such as `1.3`; of DTLS its own numbers
  /// @param ja3 of the hello, lower-case hex; empty where the hello is cut
  /// @param ja4 of the hello; empty where the hello is cut
  /// @param offersEncryptedHello whether the extension is there: clients send it without using it,
  ///   too; where it is used, the server's name is the provider's
  /// @param isCut whether the capture does not hold the hello to its end
  public record ClientSide(
      Optional<String> serverName,
      List<String> protocols,
      String version,
      String ja3,
      String ja4,
      boolean offersEncryptedHello,
      boolean isCut) {
    public ClientSide {
      protocols = List.copyOf(protocols);
    }
  }

  /// What the server answered.
  ///
  /// @param version that both speak
  /// @param cipher its number as four hex digits; from a log that gives only its name, the name
  /// @param ja3s lower-case hex
  public record ServerSide(String version, String cipher, String ja3s) {}

  /// A certificate as it was shown.
  ///
  /// @param subject such as `CN=example.org, O=Example`
  /// @param names it is for: host names and addresses
  /// @param keyBits 0 where not known
  /// @param isSelfIssued whether it names itself as its issuer
  public record ShownCertificate(
      Hashes hashes,
      String serial,
      String subject,
      String issuer,
      List<String> names,
      Optional<Instant> validFrom,
      Optional<Instant> validUntil,
      int keyBits,
      boolean isSelfIssued) {
    public ShownCertificate {
      names = List.copyOf(names);
    }
  }
}
