package org.testigo.indicators;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.testigo.indicators.names.HostName;
import org.testigo.model.IpAddress;

/// Where a host name is divided between what a registry gives out and what somebody registered:
/// `news.example.co.uk` belongs to whoever registered `example.co.uk`.
///
/// The rules are the Public Suffix List with both its parts: the registries of the Internet, and
/// providers under whose names strangers live side by side (`github.io`). They come with the
/// program; their date stands in the first lines of `PublicSuffixList.txt`.
///
/// Known from: <https://publicsuffix.org/list/>, algorithm in
/// <https://github.com/publicsuffix/list/wiki/Format>.
public final class PublicSuffixList {
  private static final PublicSuffixList BUNDLED = new PublicSuffixList();

  private final Set<String> rules = new HashSet<>();
  private final Set<String> wildcards = new HashSet<>();
  private final Set<String> exceptions = new HashSet<>();

  private PublicSuffixList() {
    for (String line : DataLines.of("PublicSuffixList.txt")) {
      if (line.startsWith("!")) exceptions.add(line.substring(1));
      else if (line.startsWith("*.")) wildcards.add(line.substring(2));
      else rules.add(line);
    }
  }

  /// The part of a host name that somebody registered, in ASCII; empty for a numeric address, for a
  /// public suffix itself and for what is no host name.
  public static Optional<String> registrableDomain(String host) {
    if (host.isEmpty() || HostName.isDot(host.charAt(0)) || IpAddress.parse(host).isPresent())
      return Optional.empty();
    return BUNDLED.registrable(HostName.normalise(host));
  }

  /// Whether a name is one under which registries or providers give out names to strangers.
  public static boolean isPublicSuffix(String host) {
    String name = HostName.normalise(host);
    return !name.isEmpty() && BUNDLED.suffixStart(name) == 0;
  }

  private Optional<String> registrable(String host) {
    int suffix = suffixStart(host);
    if (suffix <= 0) return Optional.empty();
    String name = host.substring(host.lastIndexOf('.', suffix - 2) + 1);
    return name.startsWith(".") ? Optional.empty() : Optional.of(name);
  }

  /// Where the public suffix begins: with the longest rule that fits; without any, with the last
  /// label.
  private int suffixStart(String host) {
    for (int start = 0; start >= 0 && start < host.length(); start = next(host, start)) {
      String name = host.substring(start);
      if (exceptions.contains(name)) return next(host, start);
      int parent = next(host, start);
      if (rules.contains(name) || parent > 0 && wildcards.contains(host.substring(parent)))
        return start;
    }
    return host.lastIndexOf('.') + 1;
  }

  private static int next(String host, int start) {
    int dot = host.indexOf('.', start);
    return dot < 0 ? -1 : dot + 1;
  }
}
