package org.testigo.reports.atlas;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.testigo.infrastructure.Address;
import org.testigo.infrastructure.Atlas;
import org.testigo.model.IpAddress;

/// Hides the end of addresses wherever they stand in text: the last number of IPv4, the last 64
/// bits of IPv6. Outputs are written through [#over], so that no text of the evidence tells what a
/// column hides.
public final class Redaction {
  /// The longest address as text.
  private static final int MAX_CHARACTERS = 45;

  private static final String NOTHING = "x";

  private final Set<IpAddress> hidden;

  private Redaction(Set<IpAddress> hidden) {
    this.hidden = hidden;
  }

  /// Shows everything.
  public static Redaction none() {
    return new Redaction(Set.of());
  }

  /// Hides the hosts that are still active on the atlas's day.
  public static Redaction ofActive(Atlas atlas) {
    var hidden = new HashSet<IpAddress>();
    for (Address address : atlas.addresses()) if (address.isActive()) hidden.add(address.ip());
    return new Redaction(hidden);
  }

  boolean hides(IpAddress ip) {
    return hidden.contains(ip);
  }

  /// How an address is written.
  public String shown(IpAddress ip) {
    String text = ip.toString();
    if (!hides(ip)) return text;
    if (ip.v6()) return ip.masked(64) + NOTHING;
    return text.substring(0, text.lastIndexOf('.') + 1) + NOTHING;
  }

  /// A text with every hidden address in it.
  String text(String text) {
    if (hidden.isEmpty()) return text;
    var shown = new StringBuilder(text.length());
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && isPart(text.charAt(i))) continue;
      shown.append(word(text.substring(from, i)));
      if (i < text.length()) shown.append(text.charAt(i));
      from = i + 1;
    }
    return shown.toString();
  }

  private static boolean isPart(int c) {
    return c >= '0' && c <= '9'
        || c >= 'a' && c <= 'f'
        || c >= 'A' && c <= 'F'
        || c == '.'
        || c == ':';
  }

  /// Letters, digits, dots and colons without anything else between them.
  private String word(String word) {
    if (word.length() < 2) return word;
    int end = word.length();
    while (end > 0 && word.charAt(end - 1) == '.') end--;
    String tail = word.substring(end);
    String whole = word.substring(0, end);
    var known = whole.length() > MAX_CHARACTERS ? null : IpAddress.parse(whole).orElse(null);
    if (known != null) return shownAs(known, whole) + tail;
    if (whole.indexOf('.') < 0 || whole.indexOf(':') < 0) return word;
    // An address with a port or a word before it.
    var parts = new StringBuilder();
    for (String part : whole.split("(?<=:)|(?=:)", -1))
      parts.append(IpAddress.parse(part).map(ip -> shownAs(ip, part)).orElse(part));
    return parts + tail;
  }

  private String shownAs(IpAddress ip, String text) {
    return hides(ip) ? shown(ip) : text;
  }

  /// A stream that hides addresses in the text that is written to it.
  OutputStream over(OutputStream out) {
    return hidden.isEmpty() ? out : new Hiding(out);
  }

  /// Keeps the bytes of a word back until it ends. Every byte of an address is ASCII, which stands
  /// for itself in UTF-8.
  private final class Hiding extends FilterOutputStream {
    private final StringBuilder word = new StringBuilder();

    Hiding(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      int c = b & 0xff;
      if (isPart(c)) {
        word.append((char) c);
      } else {
        end();
        out.write(c);
      }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      for (int i = from; i < from + length; i++) write(bytes[i]);
    }

    private void end() throws IOException {
      if (word.isEmpty()) return;
      out.write(word(word.toString()).getBytes(StandardCharsets.US_ASCII));
      word.setLength(0);
    }

    /// A word may go on after a flush.
    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      end();
      out.close();
    }
  }
}
