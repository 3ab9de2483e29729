package org.testigo.indicators.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.testigo.indicators.Match;
import org.testigo.model.Observation;

/// What one observation hit: one match for each set of indicators.
///
/// What hits the same indicators once more, such as the link in a text and the same link recorded
/// beside it, gives no match of its own; the strongest role counts.
final class Hits {
  private final List<Entry> probed = new ArrayList<>();
  private final Map<List<Entry>, Hit> hits = new LinkedHashMap<>();
  private final References references;

  private record Hit(String value, Match.Role role, boolean cut) {}

  Hits(References references) {
    this.references = references;
  }

  /// Takes every indicator of the chain for the value that is being probed.
  void add(@Nullable Entry chain) {
    for (Entry entry = chain; entry != null; entry = entry.next) probed.add(entry);
  }

  boolean isProbedEmpty() {
    return probed.isEmpty();
  }

  /// Ends the probing of a value.
  ///
  /// @param cut whether the value is only the beginning of what the indicators name
  void close(String value, Match.Role role, boolean cut) {
    if (probed.isEmpty()) return;
    var found = probed.stream().distinct().toList();
    probed.clear();
    hits.merge(
        found,
        new Hit(value, role, cut),
        (known, other) -> other.role().compareTo(known.role()) < 0 ? other : known);
  }

  void give(Observation observation, Consumer<Match> matches) {
    if (hits.isEmpty()) return;
    hits.forEach((entries, hit) -> {
      var indicators = references.of(entries, observation, hit.cut());
      matches.accept(new Match(observation, List.of(), hit.value(), hit.role(), indicators));
    });
    hits.clear();
  }
}
