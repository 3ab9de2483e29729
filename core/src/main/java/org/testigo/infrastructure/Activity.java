package org.testigo.infrastructure;

import java.time.LocalDate;
import java.util.Optional;

/// Whether something was active on a day: seen before it or on it, and not gone for longer than
/// scans leave between them.
record Activity(LocalDate day) {
  /// Most series of scans came once a month or more often.
  static final int DAYS_BETWEEN_SCANS = 31;

  boolean isActive(Optional<Period> seen) {
    return seen.isPresent()
        && !seen.get().firstDay().isAfter(day)
        && !seen.get().latestDay().isBefore(day.minusDays(DAYS_BETWEEN_SCANS));
  }
}
