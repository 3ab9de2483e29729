package org.testigo.indicators.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.testigo.indicators.IndicatorSet;
import org.testigo.indicators.Warninglists;
import org.testigo.model.IndicatorReference;
import org.testigo.model.Observation;
import org.testigo.model.Text;

/// Turns what was hit into references with their qualifications.
final class References {
  /// One reference for each indicator; those of the same pack, type, value and name once.
  List<IndicatorReference> of(List<Entry> entries, Observation observation, boolean cut) {
    return entries.stream()
        .sorted(Comparator.comparingInt(entry -> entry.order))
        .map(entry -> reference(entry, observation, cut))
        .distinct()
        .toList();
  }

  private IndicatorReference reference(Entry entry, Observation observation, boolean cut) {
    var indicator = entry.indicator;
    var notes = new ArrayList<Text>();
    if (cut) notes.add(note("cut-name"));
    indicator.validUntil().ifPresent(until -> notes.add(expiry(until, observation)));
    if (!indicator.forDetection()) notes.add(note("not-for-detection"));
    notes.addAll(Warninglists.bundled().notes(indicator.type(), indicator.value()));
    return new IndicatorReference(
        indicator.value(), indicator.type(), entry.pack, indicator.name(), notes);
  }

  /// An expired indicator still matches; what matters is whether it had expired when the thing was
  /// observed.
  private static Text expiry(Instant until, Observation observation) {
    Optional<Instant> observed = observation.lastObserved();
    boolean expired = observed.map(until::isBefore).orElse(false);
    return note(expired ? "expired" : "valid-until", until);
  }

  private static Text note(String key, Object... arguments) {
    return Text.of(IndicatorSet.class, key, arguments);
  }
}
