package org.testigo.indicators.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.testigo.indicators.Match;
import org.testigo.model.Observation;

/// What one observation hit: one match for each value that indicators name.
///
/// A value whose indicators a value before it names already, in a role that says as much, is the
/// same link once more (the text and the link that the phone recorded beside it) and gives no match
/// of its own.
final class Hits {
  private final List<Entry> probed = new ArrayList<>();
  private final List<Hit> hits = new ArrayList<>();
  private final References references;

  private record Hit(String value, Match.Role role, List<Entry> entries, boolean cut) {}

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
    for (Hit hit : hits)
      if (hit.role().compareTo(role) <= 0 && hit.entries().containsAll(found)) return;
    hits.removeIf(hit -> hit.role().compareTo(role) >= 0 && found.containsAll(hit.entries()));
    hits.add(new Hit(value, role, found, cut));
  }

  void give(Observation observation, Consumer<Match> matches) {
    if (hits.isEmpty()) return;
    for (Hit hit : hits) {
      var indicators = references.of(hit.entries(), observation, hit.cut());
      matches.accept(new Match(observation, List.of(), hit.value(), hit.role(), indicators));
    }
    hits.clear();
  }
}
