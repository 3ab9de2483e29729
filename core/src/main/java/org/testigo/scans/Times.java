package org.testigo.scans;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ScanTime.Precision;

/// Times as scanners write them. Where no zone stands, it is UTC.
final class Times {
  /// The last second of the year 9999.
  private static final long MAX_EPOCH_SECONDS = 253_402_300_799L;

  /// `Z`, `+02:00`, `+0200`, or nothing.
  private static final DateTimeFormatter ANY_ZONE =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final int DAY_CHARACTERS = "2013-10-29".length();

  private Times() {}

  /// ISO 8601: a day; a day and a time with `T` or a space between them, with or without a zone.
  ///
  /// @throws org.testigo.model.MalformedException for anything else
  static ScanTime iso(String met) {
    String text = met.strip();
    try {
      if (text.length() == DAY_CHARACTERS) return day(LocalDate.parse(text));
      return second(instant(text.replace(' ', 'T')));
    } catch (DateTimeException e) {
      throw Values.malformed(met, "a time in the form of ISO 8601");
    }
  }

  private static Instant instant(String text) {
    var read = ANY_ZONE.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return read instanceof OffsetDateTime zoned
        ? zoned.toInstant()
        : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
  }

  static ScanTime day(LocalDate day) {
    return new ScanTime(day.atStartOfDay(ZoneOffset.UTC).toInstant(), Precision.DAY);
  }

  /// Seconds since 1970-01-01T00:00:00Z.
  static ScanTime epochSeconds(long seconds) {
    if (seconds < 0 || seconds > MAX_EPOCH_SECONDS) {
      throw Values.malformed(Long.toString(seconds), "seconds since 1970, up to the year 9999");
    }
    return second(Instant.ofEpochSecond(seconds));
  }

  static ScanTime epochMillis(long millis) {
    return epochSeconds(Math.floorDiv(millis, 1000L));
  }

  private static ScanTime second(Instant at) {
    return new ScanTime(at.truncatedTo(ChronoUnit.SECONDS), Precision.SECOND);
  }
}
