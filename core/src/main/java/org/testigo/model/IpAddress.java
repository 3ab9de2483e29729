package org.testigo.model;

import java.util.Optional;

/// An address of the Internet protocol. An IPv4 address that is written as IPv6 (`::ffff:1.2.3.4`)
/// is the IPv4 address.
///
/// @param high the first 8 bytes; 0 for IPv4
/// @param low the last 8 bytes; the last 4 of them for IPv4
public record IpAddress(boolean v6, long high, long low) implements Comparable<IpAddress> {
  private static final int V4_BITS = 32;
  private static final int V6_BITS = 128;

  /// How many bits an address of this kind has.
  public int bits() {
    return v6 ? V6_BITS : V4_BITS;
  }

  /// Keeps the first so many bits, at most [#bits()]; the others become 0.
  public IpAddress masked(int prefixBits) {
    if (!v6) return new IpAddress(false, 0, low & ~(0xffff_ffffL >>> prefixBits));
    return new IpAddress(true, high & mask(prefixBits), low & mask(prefixBits - 64));
  }

  private static long mask(int bits) {
    return bits <= 0 ? 0 : bits >= 64 ? -1 : -1L << (64 - bits);
  }

  /// Reads the usual forms: four decimal numbers, or IPv6 with or without brackets and zone.
  public static Optional<IpAddress> parse(String text) {
    if (text.isEmpty() || text.length() > 60) return Optional.empty();
    if (text.indexOf(':') >= 0) return parseV6(text);
    char first = text.charAt(0);
    return first >= '0' && first <= '9' ? parseV4(text) : Optional.empty();
  }

  private static Optional<IpAddress> parseV4(String text) {
    long value = 0;
    int part = 0;
    int digits = 0;
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && digits > 0 && dots < 3) {
        value = value << 8 | part;
        part = digits = 0;
        dots++;
      } else if (c >= '0' && c <= '9' && digits < 3) {
        part = part * 10 + (c - '0');
        digits++;
        if (part > 255) return Optional.empty();
      } else {
        return Optional.empty();
      }
    }
    return dots == 3 && digits > 0 ? Optional.of(ofV4(value << 8 | part)) : Optional.empty();
  }

  private static IpAddress ofV4(long value) {
    return new IpAddress(false, 0, value & 0xffff_ffffL);
  }

  /// Reads the forms that a browser takes as the host of an address: one to four numbers, decimal,
  /// octal (`0`) or hexadecimal (`0x`), the last of which fills what is left (as `inet_aton` does).
  public static Optional<IpAddress> parseAsBrowsersDo(String host) {
    if (host.isEmpty() || host.length() > 60 || host.charAt(0) < '0' || host.charAt(0) > '9')
      return parse(host);
    String[] parts = host.split("\\.", -1);
    if (parts.length > 4) return Optional.empty();
    long value = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      long limit = last ? 1L << 8 * (5 - parts.length) : 256;
      long number = number(parts[i]);
      if (number < 0 || number >= limit) return Optional.empty();
      value = last ? value << 8 * (5 - parts.length) | number : value << 8 | number;
    }
    return Optional.of(ofV4(value));
  }

  private static long number(String text) {
    boolean hex = text.startsWith("0x") || text.startsWith("0X");
    boolean octal = !hex && text.length() > 1 && text.charAt(0) == '0';
    String digits = hex ? text.substring(2) : text;
    int radix = hex ? 16 : octal ? 8 : 10;
    if (digits.isEmpty() || digits.length() > 12) return -1;
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), radix);
      if (digit < 0 || digits.charAt(i) >= 128) return -1;
      value = value * radix + digit;
    }
    return value;
  }

  @SuppressWarnings("ReferenceEquality") // INVALID is one array, told from every parsed one
  private static Optional<IpAddress> parseV6(String raw) {
    String text = withoutBracketsAndZone(raw);
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) return Optional.empty();
    long[] head = gap < 0 ? groups(text) : groups(text.substring(0, gap));
    long[] tail = gap < 0 ? new long[0] : groups(text.substring(gap + 2));
    int count = head.length + tail.length;
    if (head == INVALID || tail == INVALID || (gap < 0 ? count != 8 : count > 7))
      return Optional.empty();
    return Optional.of(ofGroups(head, tail));
  }

  private static String withoutBracketsAndZone(String raw) {
    boolean bracketed = raw.startsWith("[") && raw.endsWith("]");
    String text = bracketed ? raw.substring(1, raw.length() - 1) : raw;
    int zone = text.indexOf('%');
    return zone < 0 ? text : text.substring(0, zone);
  }

  private static IpAddress ofGroups(long[] head, long[] tail) {
    var all = new long[8];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(tail, 0, all, 8 - tail.length, tail.length);
    long high = all[0] << 48 | all[1] << 32 | all[2] << 16 | all[3];
    long low = all[4] << 48 | all[5] << 32 | all[6] << 16 | all[7];
    boolean mapped = high == 0 && low >>> 32 == 0xffff;
    return mapped ? ofV4(low) : new IpAddress(true, high, low);
  }

  private static final long[] INVALID = new long[9];

  /// The 16-bit groups between colons, an IPv4 address at the end counting as two.
  private static long[] groups(String text) {
    if (text.isEmpty()) return new long[0];
    String[] parts = text.split(":", -1);
    var v4 =
        parts[parts.length - 1].indexOf('.') < 0
            ? Optional.<IpAddress>empty()
            : parseV4(parts[parts.length - 1]);
    int count = parts.length + (v4.isPresent() ? 1 : 0);
    if (count > 8) return INVALID;
    var groups = new long[count];
    int plain = v4.isPresent() ? parts.length - 1 : parts.length;
    for (int i = 0; i < plain; i++) {
      groups[i] = group(parts[i]);
      if (groups[i] < 0) return INVALID;
    }
    if (v4.isPresent()) {
      groups[count - 2] = v4.get().low() >>> 16;
      groups[count - 1] = v4.get().low() & 0xffff;
    }
    return groups;
  }

  private static long group(String text) {
    if (text.isEmpty() || text.length() > 4) return -1;
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) return -1;
      value = value << 4 | digit;
    }
    return value;
  }

  /// IPv4 before IPv6, each in numeric order.
  @Override
  public int compareTo(IpAddress other) {
    if (v6 != other.v6) return v6 ? 1 : -1;
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  /// The usual form: four decimal numbers, or IPv6 as RFC 5952 writes it.
  @Override
  public String toString() {
    if (v6) return text6();
    return "%d.%d.%d.%d".formatted(low >>> 24, low >>> 16 & 255, low >>> 8 & 255, low & 255);
  }

  private String text6() {
    int from = 0;
    int length = 1;
    for (int start = 0; start < 8; start++) {
      int end = start;
      while (end < 8 && group(end) == 0) end++;
      if (end - start > length) {
        from = start;
        length = end - start;
      }
    }
    if (length == 1) return hex(0, 8);
    return hex(0, from) + "::" + hex(from + length, 8);
  }

  private String hex(int from, int to) {
    var text = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from) text.append(':');
      text.append(Long.toHexString(group(i)));
    }
    return text.toString();
  }

  /// The 16 bits at a place, 0 to 7.
  private long group(int index) {
    return (index < 4 ? high >>> 48 - 16 * index : low >>> 112 - 16 * index) & 0xffff;
  }
}
