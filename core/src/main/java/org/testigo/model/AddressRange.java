package org.testigo.model;

import java.util.Optional;

/// One numeric address, or all that begin with the same bits.
///
/// @param first the first address of the range
/// @param prefixBits how many bits they have in common; all of them for a single address
public record AddressRange(IpAddress first, int prefixBits) {

  /// Reads an address, or one with the length of its prefix, such as `198.51.100.0/24`.
  public static Optional<AddressRange> parse(String value) {
    String text = value.strip();
    int slash = text.indexOf('/');
    var address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) return Optional.empty();
    int bits = slash < 0 ? address.get().bits() : prefix(text.substring(slash + 1));
    if (bits < 0 || bits > address.get().bits()) return Optional.empty();
    return Optional.of(new AddressRange(address.get().masked(bits), bits));
  }

  private static int prefix(String text) {
    if (text.isEmpty() || text.length() > 3) return -1;
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') return -1;
      bits = bits * 10 + (text.charAt(i) - '0');
    }
    return bits;
  }
}
