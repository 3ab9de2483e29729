package org.testigo.reports.html;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.testigo.reports.Words;

/// Times as people and experts read them, always in UTC: a backup does not tell the zone that the
/// phone was in.
public final class Dates {
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final DateTimeFormatter day;

  public Dates(Words words) {
    day =
        DateTimeFormatter.ofPattern(words.say(Dates.class, "day-pattern"), words.locale())
            .withZone(ZoneOffset.UTC);
  }

  /// With the month in words.
  public String day(Instant at) {
    return day.format(at);
  }

  /// To the second.
  public static String exact(Instant at) {
    return EXACT.format(at) + " UTC";
  }
}
