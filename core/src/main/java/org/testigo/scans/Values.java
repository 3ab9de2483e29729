package org.testigo.scans;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.testigo.model.IpAddress;
import org.testigo.model.MalformedException;

/// Values that every format has: read strictly, and refused with the value met.
final class Values {
  private static final int MAX_PORT = 65_535;
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]*");

  private Values() {}

  static IpAddress address(String met) {
    return IpAddress.parse(met.strip())
        .orElseThrow(() -> malformed(met, "an IPv4 or IPv6 address"));
  }

  static IpAddress address(Optional<String> met, String key) {
    return address(Json.required(met, key));
  }

  static int port(String met) {
    long port = Json.Numbers.whole(met.strip()).orElse(-1L);
    if (port < 0 || port > MAX_PORT) throw malformed(met, "a port, 0 to 65535");
    return (int) port;
  }

  /// Digits of a digest in lower case, without a mark of its notation (`\x`, `0x`) and colons.
  static String digest(String met, int hexDigits) {
    String plain = met.strip().replace(":", "");
    if (plain.startsWith("\\x") || plain.startsWith("0x")) plain = plain.substring(2);
    if (plain.length() != hexDigits || !HEX.matcher(plain).matches()) {
      throw malformed(met, "%d hexadecimal digits".formatted(hexDigits));
    }
    return plain.toLowerCase(Locale.ROOT);
  }

  /// Pairs of hexadecimal digits.
  static byte[] unhexed(String met, String key) {
    try {
      return HexFormat.of().parseHex(met);
    } catch (IllegalArgumentException e) {
      throw malformed(met, "pairs of hexadecimal digits in " + key);
    }
  }

  static MalformedException malformed(String met, String expected) {
    return new MalformedException(-1, "%s, expected %s".formatted(Quoted.of(met), expected));
  }
}
