package org.testigo.samples.ios;

import java.time.Instant;

/// Times as iOS keeps them.
public final class MacTime {
  /// Cocoa time counts seconds from 2001-01-01T00:00:00Z, which is this Unix time.
  private static final long COCOA_EPOCH_UNIX_SECONDS = 978_307_200L;

  private MacTime() {}

  public static double seconds(Instant time) {
    return time.getEpochSecond() - COCOA_EPOCH_UNIX_SECONDS + time.getNano() / 1e9;
  }

  public static long nanos(Instant time) {
    return (time.getEpochSecond() - COCOA_EPOCH_UNIX_SECONDS) * 1_000_000_000L + time.getNano();
  }
}
