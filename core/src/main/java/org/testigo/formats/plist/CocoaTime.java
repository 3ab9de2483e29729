package org.testigo.formats.plist;

import java.math.BigDecimal;
import java.time.Instant;
import org.testigo.model.MalformedException;

/// Cocoa time: seconds since 2001-01-01T00:00:00Z, with a fraction.
public final class CocoaTime {
  /// 2001-01-01T00:00:00Z as Unix time.
  private static final long EPOCH_UNIX_SECONDS = 978_307_200L;

  /// 0000-01-01T00:00:00Z; Apple's distant past is the start of the year 1.
  private static final long FIRST_UNIX_SECONDS = -62_167_219_200L;

  /// 9999-12-31T23:59:59Z; Apple's distant future is the year 4001.
  private static final long LAST_UNIX_SECONDS = 253_402_300_799L;

  private CocoaTime() {}

  /// The time, rounded to microseconds, since a double of today's dates holds no more.
  ///
  /// @param offsetBytes where the number lies, for the exception
  /// @throws MalformedException when it is not a number or outside the years 0 to 9999
  public static Instant at(double seconds, long offsetBytes) {
    double floor = Math.floor(seconds);
    double unix = floor + EPOCH_UNIX_SECONDS;
    if (!(unix >= FIRST_UNIX_SECONDS && unix <= LAST_UNIX_SECONDS)) {
      throw new MalformedException(
          offsetBytes,
          "a date of %s seconds since 2001, expected one in the years 0 to 9999"
              .formatted(seconds));
    }
    long micros = Math.round((seconds - floor) * 1_000_000);
    return Instant.ofEpochSecond((long) unix, micros * 1_000);
  }

  /// The number as it stands in the evidence, without an exponent.
  public static String text(double seconds) {
    return new BigDecimal(Double.toString(seconds)).toPlainString();
  }
}
