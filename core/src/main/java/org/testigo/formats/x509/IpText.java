package org.testigo.formats.x509;

import java.util.HexFormat;

/// IP addresses as text, without a look at any network.
final class IpText {
  private static final int GROUPS = 8;

  private IpText() {}

  static String of(byte[] address) {
    return switch (address.length) {
      case 4 ->
          "%d.%d.%d.%d"
              .formatted(
                  address[0] & 0xff, address[1] & 0xff, address[2] & 0xff, address[3] & 0xff);
      case 16 -> six(address);
      default -> "#" + HexFormat.of().formatHex(address);
    };
  }

  /// RFC 5952: the longest run of two or more zero groups is written as `::`.
  private static String six(byte[] address) {
    var groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++)
      groups[i] = (address[2 * i] & 0xff) << 8 | address[2 * i + 1] & 0xff;
    int from = 0;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && groups[end] == 0) end++;
      if (end - i > length) {
        from = i;
        length = end - i;
      }
    }
    if (length < 2) return join(groups, 0, GROUPS);
    return join(groups, 0, from) + "::" + join(groups, from + length, GROUPS);
  }

  private static String join(int[] groups, int from, int to) {
    var text = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from) text.append(':');
      text.append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
