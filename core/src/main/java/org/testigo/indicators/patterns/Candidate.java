package org.testigo.indicators.patterns;

import java.time.Instant;
import java.util.Comparator;

/// An observation that fulfils at least one condition of a pattern.
///
/// @param index its place among the observations
/// @param first [Instant#MAX] where no time is known
/// @param last [Instant#MIN] where no time is known
/// @param capacity how many parts of the pattern it may match, as it was seen so often
record Candidate(int index, Instant first, Instant last, long capacity) {
  /// By their end, then as they came.
  static final Comparator<Candidate> BY_END =
      Comparator.comparing(Candidate::last).thenComparingInt(Candidate::index);

  static Candidate of(int index, ObservationView view) {
    return new Candidate(
        index,
        view.firstObserved().orElse(Instant.MAX),
        view.lastObserved().orElse(Instant.MIN),
        Math.max(1, view.numberObserved()));
  }

  boolean isTimed() {
    return !first.equals(Instant.MAX) && !last.equals(Instant.MIN);
  }
}
