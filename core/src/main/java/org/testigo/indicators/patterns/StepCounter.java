package org.testigo.indicators.patterns;

import org.testigo.model.Limit;
import org.testigo.model.LimitHitException;

/// Counts the work of matching, so that a hostile pattern or value stops at the same place in every
/// run.
///
/// Not safe for several threads.
final class StepCounter {
  private final long allowed;
  private long total;
  private long left;

  /// @param allowed for one value or one search
  StepCounter(long allowed) {
    this.allowed = allowed;
    this.left = allowed;
  }

  /// Begins the next value or search.
  void restart() {
    left = allowed;
  }

  void spend() {
    spend(1);
  }

  void spend(long count) {
    total += count;
    left -= count;
    if (left < 0) throw new LimitHitException(Limit.STEPS, allowed);
  }

  /// All steps, over every restart.
  long total() {
    return total;
  }
}
