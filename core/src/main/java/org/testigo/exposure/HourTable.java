package org.testigo.exposure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What happened hour by hour, and when it began and ended.
final class HourTable {
  /// About 20 years of hours in each of which something happened.
  private static final int MOST_HOURS = 175_000;

  private final Map<Instant, HourShare> hours = new TreeMap<>();
  private Optional<Instant> first = Optional.empty();
  private Optional<Instant> last = Optional.empty();

  void add(Optional<Instant> at, Tally one, long lookups) {
    if (at.isEmpty()) return;
    seen(at);
    var start = at.get().truncatedTo(ChronoUnit.HOURS);
    if (hours.size() >= MOST_HOURS && !hours.containsKey(start)) return;
    hours.merge(
        start,
        new HourShare(start, one, lookups),
        (a, b) -> new HourShare(start, a.tally().plus(b.tally()), a.lookups() + b.lookups()));
  }

  void seen(Optional<Instant> at) {
    if (at.isEmpty()) return;
    if (first.isEmpty() || at.get().isBefore(first.get())) first = at;
    if (last.isEmpty() || at.get().isAfter(last.get())) last = at;
  }

  List<HourShare> hours() {
    return List.copyOf(hours.values());
  }

  Optional<Exposure.Seen> seen() {
    return first.map(from -> new Exposure.Seen(from, last.orElse(from)));
  }
}
