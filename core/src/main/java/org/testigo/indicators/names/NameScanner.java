package org.testigo.indicators.names;

import java.util.function.Consumer;
import org.testigo.model.IpAddress;

/// Finds addresses and e-mail addresses in free text, in one pass over its characters. A text
/// without a dot, a colon or an `@` costs only that pass.
///
/// Found are addresses with a scheme (`https://example.org/a`), host names with at least two labels
/// with or without port and path (`example.org:8080/a`), numeric addresses, and e-mail addresses;
/// each as it stands in the text, without the punctuation around it. Whether a name exists is not
/// asked: `end.Then` is found as well, and simply matches nothing.
public final class NameScanner {
  /// Marks that end a sentence or close a bracket rather than an address.
  private static final String CLOSING = ".,;:!?)]*_~";

  /// The longest form of an address of version 6 has 45 characters (RFC 4291 section 2.2).
  private static final int MAX_V6_CHARS = 48;

  private final Consumer<String> addresses;
  private final Consumer<String> emails;

  /// @param addresses takes what [WebAddress#parse] reads
  /// @param emails takes `local@domain`
  public NameScanner(Consumer<String> addresses, Consumer<String> emails) {
    this.addresses = addresses;
    this.emails = emails;
  }

  public void scan(String text) {
    int start = 0;
    boolean named = false;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (TextBreak.isBreak(c)) {
        if (named) scanWord(text, start, i);
        start = i + 1;
        named = false;
      } else if (c == '.' || c == ':' || c == '@' || c > 127 && HostName.isDot(c)) {
        named = true;
      }
    }
    if (named) scanWord(text, start, length);
  }

  private void scanWord(String text, int start, int end) {
    int at = start;
    while (at < end) at = scanNext(text, at, end);
  }

  /// Finds what stands up to the end of the next address with a scheme; gives where to go on.
  private int scanNext(String text, int start, int end) {
    int scheme = text.indexOf("://", start, end);
    if (scheme < 0 || scheme + 3 >= end) {
      scanBare(text, start, end);
      return end;
    }
    int from = scheme;
    while (from > start && isSchemeChar(text.charAt(from - 1))) from--;
    scanBare(text, start, from);
    int next = nextAddress(text, scheme + 3, end);
    addresses.accept(text.substring(from, closingTrimmed(text, from, next)));
    return next;
  }

  /// Where another address begins that only a comma, semicolon or bracket divides from this one.
  private static int nextAddress(String text, int from, int end) {
    int scheme = text.indexOf("://", from, end);
    if (scheme < 0) return end;
    int start = scheme;
    while (start > from && isSchemeChar(text.charAt(start - 1))) start--;
    boolean divided = start > from && start < scheme && ",;)]".indexOf(text.charAt(start - 1)) >= 0;
    return divided ? start : end;
  }

  private static boolean isSchemeChar(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '-');
  }

  private void scanBare(String text, int start, int end) {
    int at = start;
    while (at < end) {
      int run = at;
      while (run < end && isNameChar(text.charAt(run))) run++;
      if (run < end && text.charAt(run) == '@' && run > at) at = email(text, at, run, end);
      else if (run < end && text.charAt(run) == ':') at = numericOrPort(text, at, run, end);
      else at = bareName(text, at, run, end);
    }
  }

  private static boolean isNameChar(char c) {
    return HostName.isPart(c) || c == '+' || c == '%';
  }

  private int email(String text, int start, int at, int end) {
    int domainEnd = at + 1;
    while (domainEnd < end && HostName.isPart(text.charAt(domainEnd))) domainEnd++;
    int trimmed = closingTrimmed(text, at + 1, domainEnd);
    if (trimmed > at + 1) emails.accept(text.substring(start, trimmed));
    return Math.max(domainEnd, at + 1);
  }

  /// A colon after a name: an IPv6 address, or the port of a host.
  private int numericOrPort(String text, int start, int colon, int end) {
    int run = colon;
    int furthest = Math.min(end, colon + MAX_V6_CHARS);
    while (run < furthest && isNumericV6Char(text.charAt(run))) run++;
    int from = colon;
    int nearest = Math.max(start, colon - MAX_V6_CHARS);
    while (from > nearest && isNumericV6Char(text.charAt(from - 1))) from--;
    String candidate = text.substring(from, trimmedColon(text, from, run));
    if (candidate.indexOf(':') != candidate.lastIndexOf(':')
        && IpAddress.parse(candidate).isPresent()) {
      addresses.accept("[" + candidate + "]");
      return run;
    }
    return bareName(text, start, colon, end);
  }

  private static int trimmedColon(String text, int from, int to) {
    int end = to;
    while (end > from + 1 && text.charAt(end - 1) == '.') end--;
    boolean lone = end - from > 2 && text.charAt(end - 1) == ':' && text.charAt(end - 2) != ':';
    return lone ? end - 1 : end;
  }

  private static boolean isNumericV6Char(char c) {
    return c == ':' || c == '.' || c < 128 && Character.digit(c, 16) >= 0;
  }

  /// A name between `start` and `run`; gives where to go on.
  private int bareName(String text, int start, int run, int end) {
    int from = start;
    while (from < run && !Character.isLetterOrDigit(text.charAt(from))) from++;
    if (from == run || !hasInnerDot(text, from, run)) return run + 1;
    int stop = run;
    if (stop < end && text.charAt(stop) == ':') stop = portEnd(text, stop, end);
    if (stop < end && (text.charAt(stop) == '/' || text.charAt(stop) == '?')) stop = end;
    addresses.accept(text.substring(from, closingTrimmed(text, from, stop)));
    return Math.max(stop, run + 1);
  }

  private static int portEnd(String text, int colon, int end) {
    int at = colon + 1;
    while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
    return at == colon + 1 ? colon : at;
  }

  private static boolean hasInnerDot(String text, int from, int to) {
    int last = to;
    while (last > from && HostName.isDot(text.charAt(last - 1))) last--;
    for (int i = from + 1; i < last - 1; i++) if (HostName.isDot(text.charAt(i))) return true;
    return false;
  }

  /// The end without closing marks; a bracket stays when it was opened inside.
  private static int closingTrimmed(String text, int from, int to) {
    int round = surplus(text, from, to, '(', ')');
    int square = surplus(text, from, to, '[', ']');
    int end = to;
    while (end > from) {
      char last = text.charAt(end - 1);
      if (last == ')' && round-- <= 0 || last == ']' && square-- <= 0 || !isClosing(last)) break;
      end--;
    }
    return end;
  }

  /// How many more brackets are closed than opened.
  private static int surplus(String text, int from, int to, char opening, char closing) {
    int surplus = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == closing) surplus++;
      else if (c == opening) surplus--;
    }
    return surplus;
  }

  private static boolean isClosing(char c) {
    return c < 128 ? CLOSING.indexOf(c) >= 0 : HostName.isSymbol(c);
  }
}
