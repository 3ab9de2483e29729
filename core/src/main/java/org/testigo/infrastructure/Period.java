package org.testigo.infrastructure;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.testigo.model.scan.ScanTime;

/// From the first to the last time that something was seen. That it was there all the time between
/// is not said.
public record Period(ScanTime first, ScanTime last) {
  public Period {
    if (last.at().isBefore(first.at()))
      throw new IllegalArgumentException("ends " + last.at() + " before " + first.at());
  }

  static Period at(ScanTime time) {
    return new Period(time, time);
  }

  Period with(ScanTime time) {
    return new Period(
        time.compareTo(first) < 0 ? time : first, time.at().isAfter(last.at()) ? time : last);
  }

  Period with(Period other) {
    return with(other.first).with(other.last);
  }

  /// In UTC.
  public LocalDate firstDay() {
    return LocalDate.ofInstant(first.at(), ZoneOffset.UTC);
  }

  /// In UTC; of a month, its first day.
  public LocalDate lastDay() {
    return LocalDate.ofInstant(last.at(), ZoneOffset.UTC);
  }

  /// The last day that the last sighting may have been on: of a month, its last.
  LocalDate latestDay() {
    return switch (last.precision()) {
      case SECOND, QUARTER_HOUR, DAY -> lastDay();
      case MONTH -> lastDay().plusMonths(1).minusDays(1);
    };
  }

  /// Whether both were there on a day that lies within both periods.
  boolean overlaps(Period other) {
    return !firstDay().isAfter(other.latestDay()) && !other.firstDay().isAfter(latestDay());
  }
}
