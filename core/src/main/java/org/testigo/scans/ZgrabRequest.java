package org.testigo.scans;

import java.util.Optional;
import org.testigo.model.IpAddress;

/// Which host a response of ZGrab was asked of.
///
/// @param scheme `http` or `https`; empty where not recorded
/// @param host with or without a port; empty where not recorded
record ZgrabRequest(String scheme, String host) {
  static ZgrabRequest of(Json response) {
    var url = response.at("request", "url");
    var host = url.flatMap(it -> it.text("host"));
    return new ZgrabRequest(
        url.flatMap(it -> it.text("scheme")).orElse(""),
        host.or(() -> response.at("request", "host").flatMap(Json::text)).orElse(""));
  }

  /// Whether it was asked of this address: by number, by the name that was scanned, or, as the line
  /// does not tell another host, because nothing else is recorded.
  boolean isOf(IpAddress address, String domain) {
    if (host.isEmpty()) return true;
    String asked = withoutPort();
    return asked.equalsIgnoreCase(domain)
        || IpAddress.parse(asked).map(address::equals).orElse(false);
  }

  /// The port that was asked: as written, else that of the scheme.
  Optional<Integer> port() {
    int colon = portColon();
    if (colon >= 0) return Optional.of(Values.port(host.substring(colon + 1)));
    return switch (scheme) {
      case "http" -> Optional.of(80);
      case "https" -> Optional.of(443);
      default -> Optional.empty();
    };
  }

  private String withoutPort() {
    int colon = portColon();
    return colon < 0 ? host : host.substring(0, colon);
  }

  /// A colon inside brackets, or one of several without brackets, belongs to an IPv6 address.
  private int portColon() {
    int colon = host.lastIndexOf(':');
    boolean isV6 = colon >= 0 && host.indexOf(':') != colon && !host.startsWith("[");
    return isV6 || colon < host.lastIndexOf(']') ? -1 : colon;
  }
}
