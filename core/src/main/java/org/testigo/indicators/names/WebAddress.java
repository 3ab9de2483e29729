package org.testigo.indicators.names;

import java.util.Optional;
import org.testigo.model.IpAddress;

/// An address of the web, taken apart as browsers do, so that tricks in its writing do not hide the
/// host: user information before `@`, `\` for `/`, an escaped or invisible character in the host, a
/// number for an IPv4 address.
///
/// @param host in the form of [HostName]; for a numeric address its text
/// @param address the numeric address, where the host is one
/// @param port as written; 0 where none is written or it is one of the web's own (80, 443)
/// @param rest path, query and fragment as written, from the first `/`, `?` or `#` on
public record WebAddress(String host, Optional<IpAddress> address, int port, String rest) {
  /// Schemes that wrap another address.
  private static final String[] WRAPPERS = {"blob:", "view-source:", "filesystem:", "feed:"};

  /// Reads an address with or without scheme; empty where it has no host.
  public static Optional<WebAddress> parse(String text) {
    String url = unwrapped(text.strip());
    int scheme = url.indexOf("://");
    int start = scheme >= 0 && isScheme(url, scheme) ? scheme + 3 : 0;
    int end = start;
    while (end < url.length() && !endsAuthority(url.charAt(end))) end++;
    return ofAuthority(url.substring(start, end), url.substring(end).replace('\\', '/'));
  }

  private static String unwrapped(String url) {
    for (String wrapper : WRAPPERS)
      if (url.regionMatches(true, 0, wrapper, 0, wrapper.length()))
        return url.substring(wrapper.length());
    return url;
  }

  private static boolean isScheme(String url, int length) {
    for (int i = 0; i < length; i++) {
      char c = url.charAt(i);
      if (c >= 128 || !Character.isLetterOrDigit(c) && c != '+' && c != '-' && c != '.')
        return false;
    }
    return length > 0;
  }

  private static boolean endsAuthority(char c) {
    return c == '/' || c == '\\' || c == '?' || c == '#';
  }

  private static Optional<WebAddress> ofAuthority(String authority, String rest) {
    String server = authority.substring(authority.lastIndexOf('@') + 1);
    if (server.startsWith("[")) return ofBracketed(server, rest);
    String decoded = PercentCoding.decode(server);
    int end = hostEnd(decoded);
    String host = HostName.normalise(decoded.substring(0, end));
    if (host.isEmpty()) return Optional.empty();
    return Optional.of(
        new WebAddress(host, IpAddress.parseAsBrowsersDo(host), port(decoded, end), rest));
  }

  /// Where the host ends; pictographs belong to it only where letters follow.
  private static int hostEnd(String server) {
    int end = 0;
    while (end < server.length() && isHostChar(server.charAt(end))) end++;
    while (end > 0 && HostName.isSymbol(server.charAt(end - 1))) end--;
    return end;
  }

  private static boolean isHostChar(char c) {
    return HostName.isPart(c) || c >= 128 && HostName.isSymbol(c);
  }

  private static Optional<WebAddress> ofBracketed(String server, String rest) {
    int close = server.indexOf(']');
    if (close < 0) return Optional.empty();
    String literal = server.substring(0, close + 1);
    return IpAddress.parse(literal)
        .map(ip -> new WebAddress(literal, Optional.of(ip), port(server, close + 1), rest));
  }

  private static int port(String server, int at) {
    if (at >= server.length() || server.charAt(at) != ':') return 0;
    int port = 0;
    for (int i = at + 1; i < server.length() && i < at + 6; i++) {
      char c = server.charAt(i);
      if (c < '0' || c > '9') break;
      port = port * 10 + (c - '0');
    }
    return port == 80 || port == 443 ? 0 : port;
  }

  /// What two addresses of the same page have in common: host, port, path and query. The scheme,
  /// user information, the fragment, a slash at the end of the path and the way in which characters
  /// are escaped do not count.
  public String page() {
    int fragment = rest.indexOf('#');
    String located = fragment < 0 ? rest : rest.substring(0, fragment);
    int query = located.indexOf('?');
    return query < 0
        ? pageWithoutQuery()
        : pageWithoutQuery() + PercentCoding.normalise(located.substring(query));
  }

  /// The same without the query.
  public String pageWithoutQuery() {
    int end = 0;
    while (end < rest.length() && rest.charAt(end) != '?' && rest.charAt(end) != '#') end++;
    while (end > 0 && rest.charAt(end - 1) == '/') end--;
    return server() + PercentCoding.normalise(rest.substring(0, end));
  }

  /// Whether the address asks for something with a query.
  public boolean hasQuery() {
    int query = rest.indexOf('?');
    int fragment = rest.indexOf('#');
    return query >= 0 && (fragment < 0 || query < fragment);
  }

  private String server() {
    String name = address.map(WebAddress::text).orElse(host);
    return port == 0 ? name : name + ':' + port;
  }

  private static String text(IpAddress ip) {
    return Long.toHexString(ip.high()) + '.' + Long.toHexString(ip.low());
  }
}
