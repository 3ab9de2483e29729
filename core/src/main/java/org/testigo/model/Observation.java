package org.testigo.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A thing, the moments that the evidence records of it, and where it was read.
///
/// @param moments in the order of the artifact's fields; empty where the evidence records no time
public record Observation(Observable object, List<Moment> moments, Source source)
    implements Reading {
  public Observation {
    moments = List.copyOf(moments);
  }

  /// The earliest moment recorded of the thing.
  public Optional<Instant> firstObserved() {
    return moments.stream().map(Moment::at).min(Comparator.naturalOrder());
  }

  /// The latest moment recorded of the thing.
  public Optional<Instant> lastObserved() {
    return moments.stream().map(Moment::at).max(Comparator.naturalOrder());
  }
}
