package org.testigo.exposure;

import java.util.Locale;
import org.testigo.model.NetworkTraffic;

/// How a name could be read on the way.
public enum NameChannel {
  /// Asked of a resolver far away, in the clear.
  DNS,
  /// Asked of a resolver in the same house, which asks others for it.
  HOME_DNS,
  /// Called out to all devices in the same network.
  MDNS,
  LLMNR,
  /// In the hello of an encrypted connection.
  SNI,
  QUIC_SNI,
  DTLS_SNI,
  /// In a certificate that the server showed in the clear.
  CERTIFICATE,
  /// In a request in the clear.
  HTTP_HOST;

  /// The word of `names.csv`.
  public String word() {
    return this == HOME_DNS ? "dns" : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static NameChannel of(NetworkTraffic.NameSource source) {
    return switch (source) {
      case DNS -> DNS;
      case CERTIFICATE -> CERTIFICATE;
      case HTTP_HOST -> HTTP_HOST;
      case QUIC_SNI -> QUIC_SNI;
      case SNI -> SNI;
    };
  }
}
