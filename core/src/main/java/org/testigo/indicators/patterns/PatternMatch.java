package org.testigo.indicators.patterns;

import java.util.List;
import org.testigo.model.Observation;

/// A match of a pattern.
///
/// @param pattern its place in the set
/// @param parts every observation that the match takes, in the order in which they came
public record PatternMatch(int pattern, List<Part> parts) {
  public PatternMatch {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) throw new IllegalArgumentException("a match takes an observation");
  }

  /// An observation and the value for which it matched.
  public record Part(Observation observation, Witness witness) {}
}
