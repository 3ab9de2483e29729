package org.testigo.model.scan;

import java.time.Instant;

/// When a scan met something, as exactly as its data says.
///
/// @param at the beginning of the second, day or month
public record ScanTime(Instant at, Precision precision) implements Comparable<ScanTime> {

  /// How exact the moment is.
  public enum Precision {
    SECOND,
    /// Rounded to 15 minutes, as in the Internet Census 2012.
    QUARTER_HOUR,
    DAY,
    MONTH
  }

  @Override
  public int compareTo(ScanTime other) {
    int order = at.compareTo(other.at);
    return order != 0 ? order : precision.compareTo(other.precision);
  }
}
