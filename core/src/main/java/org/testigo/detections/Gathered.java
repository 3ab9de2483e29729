package org.testigo.detections;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.testigo.model.Observation;
import org.testigo.model.Sightings;

/// The observations behind one finding while they come: all are counted and dated, the first of
/// each artifact are kept in full.
final class Gathered {
  /// How many observations of one artifact a finding keeps in full. A person reads some, not
  /// hundreds; the count tells how many there are.
  static final int EXAMPLES_PER_ARTIFACT = 25;

  private final List<Sightings.Example> examples = new ArrayList<>();
  private final TreeMap<String, Integer> keptOfArtifact = new TreeMap<>();
  private long count;
  private @Nullable Instant first;
  private @Nullable Instant last;

  /// @param value the part of the observation that matters
  void add(Observation observation, String value) {
    count++;
    observation
        .firstObserved()
        .filter(at -> first == null || at.isBefore(first))
        .ifPresent(at -> first = at);
    observation
        .lastObserved()
        .filter(at -> last == null || at.isAfter(last))
        .ifPresent(at -> last = at);
    int kept = keptOfArtifact.merge(observation.source().artifact(), 1, Gathered::upToOneBeyond);
    if (kept <= EXAMPLES_PER_ARTIFACT) examples.add(new Sightings.Example(observation, value));
  }

  long count() {
    return count;
  }

  Sightings sightings() {
    return new Sightings(
        count,
        Optional.ofNullable(first),
        Optional.ofNullable(last),
        keptOfArtifact.navigableKeySet(),
        examples);
  }

  private static int upToOneBeyond(int kept, int one) {
    return Math.min(kept + one, EXAMPLES_PER_ARTIFACT + 1);
  }
}
