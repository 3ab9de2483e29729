package org.testigo.artifacts.ios;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.testigo.formats.sqlite.Row;
import org.testigo.formats.sqlite.ValueType;
import org.testigo.model.MalformedException;
import org.testigo.model.Moment;

/// What the numbers count that Apple's databases keep as times. All are in UTC.
enum TimeScale {
  COCOA_SECONDS(978_307_200L, false, "seconds since 2001-01-01"),
  /// iOS 10 and earlier count the times of messages in seconds, later ones in nanoseconds.
  COCOA_SECONDS_OR_NANOSECONDS(978_307_200L, true, "seconds or nanoseconds since 2001-01-01"),
  UNIX_SECONDS(0, false, "seconds since 1970-01-01");

  /// A number of at least this size counts nanoseconds: as seconds it would lie beyond the year
  /// 33,000, and as nanoseconds anything smaller lies within 17 minutes of the epoch.
  private static final long SMALLEST_NANOSECONDS = 1_000_000_000_000L;

  /// 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z: no phone means a time beyond.
  private static final long FIRST_UNIX_SECONDS = -62_135_596_800L;

  private static final long LAST_UNIX_SECONDS = 253_402_300_799L;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final double MICROS_PER_SECOND = 1_000_000;
  private static final int SHOWN_CHARACTERS = 40;

  private final long epochUnixSeconds;
  private final boolean mayCountNanoseconds;
  private final String expected;

  TimeScale(long epochUnixSeconds, boolean mayCountNanoseconds, String expected) {
    this.epochUnixSeconds = epochUnixSeconds;
    this.mayCountNanoseconds = mayCountNanoseconds;
    this.expected = expected;
  }

  /// The moment that a value of a row tells; empty where it is NULL or 0, which is how the phone
  /// says "never".
  ///
  /// @throws MalformedException when the value is no time
  Optional<Moment> moment(Row row, int index, Moment.Meaning meaning) {
    return switch (row.type(index)) {
      case NULL -> Optional.empty();
      case INTEGER -> moment(row.integer(index), meaning);
      case REAL -> ofReal(row.real(index), meaning);
      case TEXT, BLOB -> throw noTime(row.type(index), row.text(index));
    };
  }

  /// Seconds with a fraction, to the microsecond: a double of the size of today's times holds no
  /// more.
  private Optional<Moment> ofReal(double seconds, Moment.Meaning meaning) {
    if (seconds == 0) return Optional.empty();
    double whole = Math.floor(seconds);
    if (!isInCalendar(whole + epochUnixSeconds)) throw noTime(ValueType.REAL, plain(seconds));
    long micros = Math.round((seconds - whole) * MICROS_PER_SECOND);
    var at = Instant.ofEpochSecond(epochUnixSeconds + (long) whole, micros * 1000);
    return Optional.of(new Moment(meaning, at, plain(seconds)));
  }

  /// The moment that a whole number tells; empty for 0.
  ///
  /// @throws MalformedException when the value is no time
  Optional<Moment> moment(long value, Moment.Meaning meaning) {
    if (value == 0) return Optional.empty();
    String raw = Long.toString(value);
    boolean countsNanoseconds = mayCountNanoseconds && isNanoseconds(value);
    long seconds = countsNanoseconds ? Math.floorDiv(value, NANOS_PER_SECOND) : value;
    long nanos = countsNanoseconds ? Math.floorMod(value, NANOS_PER_SECOND) : 0;
    if (!isInCalendar((double) seconds + epochUnixSeconds)) throw noTime(ValueType.INTEGER, raw);
    var at = Instant.ofEpochSecond(epochUnixSeconds + seconds, nanos);
    return Optional.of(new Moment(meaning, at, raw));
  }

  private static boolean isInCalendar(double unixSeconds) {
    return unixSeconds >= FIRST_UNIX_SECONDS && unixSeconds <= LAST_UNIX_SECONDS;
  }

  private static boolean isNanoseconds(long value) {
    return value >= SMALLEST_NANOSECONDS || value <= -SMALLEST_NANOSECONDS;
  }

  /// The number as a person writes it, without an exponent.
  private static String plain(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).toPlainString()
        : Double.toString(value);
  }

  private MalformedException noTime(ValueType type, String met) {
    String shown = met.length() > SHOWN_CHARACTERS ? met.substring(0, SHOWN_CHARACTERS) + "…" : met;
    return new MalformedException(
        0, "the %s '%s' is no time, expected %s".formatted(type, shown, expected));
  }
}
