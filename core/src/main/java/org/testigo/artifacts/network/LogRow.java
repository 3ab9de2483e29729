package org.testigo.artifacts.network;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.testigo.model.IpAddress;
import org.testigo.model.MalformedException;

/// An entry of a log by the names of its fields. Fields without a value, and empty ones, are not
/// there.
interface LogRow {
  /// The latest time that a log may tell, in seconds: year 9999.
  BigDecimal LATEST_SECONDS = BigDecimal.valueOf(253_402_300_799L);

  int NUMBER_CHARACTERS = 40;

  Optional<String> text(String field);

  /// The elements of a field that has several.
  List<String> list(String field);

  /// @throws MalformedException where it is there and is no address
  default Optional<IpAddress> address(String field) {
    return text(field)
        .map(text ->
            IpAddress.parse(text).orElseThrow(() -> wrong(field, text, "an Internet address")));
  }

  default IpAddress mustAddress(String field) {
    return address(field)
        .orElseThrow(() -> new MalformedException(0, field + " is missing, expected an address"));
  }

  /// 0 where there is none.
  ///
  /// @throws MalformedException where it is there and is no port
  default int port(String field) {
    long port = whole(field).orElse(0L);
    if (port < 0 || port > 65_535) throw wrong(field, Long.toString(port), "a port");
    return (int) port;
  }

  /// @throws MalformedException where it is there and is no whole number
  default Optional<Long> whole(String field) {
    return decimal(field)
        .map(number -> {
          try {
            return number.longValueExact();
          } catch (ArithmeticException e) {
            throw wrong(field, number.toString(), "a whole number");
          }
        });
  }

  /// @throws MalformedException where it is there and is no number
  default Optional<BigDecimal> decimal(String field) {
    return text(field)
        .map(text -> {
          try {
            if (text.length() > NUMBER_CHARACTERS) throw wrong(field, text, "a number");
            var number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) > NUMBER_CHARACTERS)
              throw wrong(field, text, "a number");
            return number;
          } catch (NumberFormatException e) {
            throw wrong(field, text, "a number");
          }
        });
  }

  /// Seconds since 1970 with a fraction, rounded to microseconds.
  ///
  /// @throws MalformedException where it is there and is no time
  default Optional<Instant> time(String field) {
    return decimal(field)
        .map(seconds -> {
          if (seconds.signum() < 0 || seconds.compareTo(LATEST_SECONDS) > 0)
            throw wrong(field, seconds.toString(), "seconds since 1970");
          return Instant.EPOCH.plus(Spans.of(seconds));
        });
  }

  private static MalformedException wrong(String field, String value, String expected) {
    String shown = value.length() > 100 ? value.substring(0, 100) + "…" : value;
    return new MalformedException(0, "%s is %s, expected %s".formatted(field, shown, expected));
  }
}
