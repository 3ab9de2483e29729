package org.testigo.indicators.patterns;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads timestamps of STIX: `2020-12-31T23:59:59.123Z`, UTC, capital letters, any number of digits
/// after the point. Digits beyond nanoseconds are cut off; a leap second (`:60`) counts as the
/// second after it.
final class StixTime {
  private static final int MAX_CHARACTERS = 60;
  private static final int NANO_DIGITS = 9;
  private static final int SECONDS_START = 17;
  private static final int SECONDS_END = 19;

  private static final Pattern SHAPE =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}(?:\\.[0-9]++)?Z");

  private StixTime() {}

  /// Empty where the text is no such time, or the calendar does not have it.
  static Optional<Instant> parse(String text) {
    if (text.length() > MAX_CHARACTERS || !SHAPE.matcher(text).matches()) return Optional.empty();
    boolean leap = text.startsWith("60", SECONDS_START);
    String minutes = text.substring(0, SECONDS_START);
    String seconds = leap ? "59" : text.substring(SECONDS_START, SECONDS_END);
    try {
      var at = Instant.parse(minutes + seconds + fraction(text) + "Z");
      return Optional.of(leap ? at.plusSeconds(1) : at);
    } catch (DateTimeException notInCalendar) {
      return Optional.empty();
    }
  }

  private static String fraction(String text) {
    int end = Math.min(text.length() - 1, SECONDS_END + 1 + NANO_DIGITS);
    return text.substring(SECONDS_END, end);
  }
}
