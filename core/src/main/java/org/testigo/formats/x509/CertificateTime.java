package org.testigo.formats.x509;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A limit of a validity.
///
/// @param instant empty where the text is no time
/// @param text as it is written, such as `140101000000Z`
public record CertificateTime(Optional<Instant> instant, String text, Span span) {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)?(?:\\.\\d+)?(Z|[+-]\\d{4})?");

  /// Two-digit years from here on are of the 20th century.
  private static final int CENTURY_PIVOT = 50;

  static CertificateTime read(Der item, String what) {
    item.read(what);
    String text =
        new String(item.bytes, item.content, item.contentLength(), StandardCharsets.ISO_8859_1);
    Optional<Instant> instant =
        switch (item.tag) {
          case Der.UTC_TIME -> instant(text, 2);
          case Der.GENERALIZED_TIME -> instant(text, 4);
          default ->
              throw Der.malformed(
                  item.start, "tag 0x%02x, expected 0x17 or 0x18 for %s".formatted(item.tag, what));
        };
    return new CertificateTime(instant, text, item.span());
  }

  /// Whether it is written as RFC 5280 wants it: with seconds, in UTC.
  boolean isStrict() {
    return text.endsWith("Z") && (text.length() == 13 || text.length() == 15);
  }

  private static Optional<Instant> instant(String text, int yearDigits) {
    if (text.length() > 32) return Optional.empty();
    Matcher match = FORM.matcher("00".repeat(2 - yearDigits / 2) + text);
    if (!match.matches()) return Optional.empty();
    try {
      var local =
          LocalDateTime.of(
              year(number(match.group(1)), yearDigits),
              number(match.group(2)),
              number(match.group(3)),
              number(match.group(4)),
              number(match.group(5)),
              match.group(6) == null ? 0 : number(match.group(6)));
      String zone = match.group(7);
      var offset = zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone);
      return Optional.of(local.toInstant(offset));
    } catch (DateTimeException e) {
      // Digits that are no time, such as month 13: the text tells it.
      return Optional.empty();
    }
  }

  private static int year(int number, int digits) {
    if (digits == 4) return number;
    return number < CENTURY_PIVOT ? 2000 + number : 1900 + number;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
