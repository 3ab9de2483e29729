package org.testigo.indicators.patterns;

import java.util.Optional;
import org.testigo.model.IpAddress;

/// A network of the Internet protocol, or one address of it.
///
/// @param network with all bits after the prefix 0
record IpRange(IpAddress network, int prefixBits) {
  /// How many bits come before the IPv4 address in one that is written as IPv6.
  private static final int MAPPED_BITS = 96;

  /// Reads `192.0.2.1`, `192.0.2.0/24`, `2001:db8::/32`; bits after the prefix do not count.
  static Optional<IpRange> parse(String text) {
    int slash = text.indexOf('/');
    var address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) return Optional.empty();
    int bits = address.get().bits();
    int prefix =
        slash < 0 ? bits : prefix(text.substring(slash + 1), isMapped(text, address.get()));
    if (prefix < 0 || prefix > bits) return Optional.empty();
    return Optional.of(new IpRange(address.get().masked(prefix), prefix));
  }

  private static boolean isMapped(String text, IpAddress address) {
    return !address.v6() && text.indexOf(':') >= 0;
  }

  private static int prefix(String digits, boolean mapped) {
    if (digits.isEmpty() || digits.length() > 3) return -1;
    for (int i = 0; i < digits.length(); i++)
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') return -1;
    int prefix = Integer.parseInt(digits);
    return mapped ? prefix - MAPPED_BITS : prefix;
  }

  /// Whether every address of the other is one of this.
  boolean holds(IpRange other) {
    return network.v6() == other.network.v6()
        && prefixBits <= other.prefixBits
        && other.network.masked(prefixBits).equals(network);
  }
}
