package org.testigo.artifacts.network;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/// Spans of time as logs write them.
final class Spans {
  private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(253_402_300_799L);

  private Spans() {}

  /// Seconds with a fraction, rounded to microseconds; at most some 8,000 years, below 0 nothing.
  static Duration of(BigDecimal seconds) {
    var bounded = seconds.max(BigDecimal.ZERO).min(LONGEST_SECONDS);
    long micros = bounded.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
    return Duration.ofSeconds(micros / 1_000_000, micros % 1_000_000 * 1_000);
  }
}
