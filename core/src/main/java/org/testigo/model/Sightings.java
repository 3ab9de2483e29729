package org.testigo.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The observations behind a finding: how many, when, and examples in full.
///
/// @param artifacts the ids of the artifacts that hold at least one of them
/// @param examples the first ones of each artifact, in the order of reading
public record Sightings(
    long count,
    Optional<Instant> first,
    Optional<Instant> last,
    SortedSet<String> artifacts,
    List<Example> examples) {
  public Sightings {
    artifacts = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(artifacts));
    examples = List.copyOf(examples);
    if (count < examples.size())
      throw new IllegalArgumentException(
          examples.size() + " examples of " + count + " observations");
  }

  /// One observation, with the part of it that matters.
  ///
  /// @param value the matched or remarkable value, as it stands in the evidence
  public record Example(Observation observation, String value) {}
}
