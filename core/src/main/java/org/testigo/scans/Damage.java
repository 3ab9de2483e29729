package org.testigo.scans;

import org.jspecify.annotations.Nullable;
import org.testigo.model.MalformedException;

/// Keeps the first damage of an entry of several parts until the healthy ones were told.
final class Damage {
  private @Nullable MalformedException first;
  private int count;

  void unless(Runnable part) {
    try {
      part.run();
    } catch (MalformedException e) {
      count++;
      if (first == null) first = e;
    }
  }

  /// Tells the first, and of how many it is.
  void rethrow() {
    if (first == null) return;
    if (count == 1) throw first;
    throw new MalformedException(
        first.offsetBytes(), "%s (the first of %d)".formatted(first.detail(), count));
  }
}
