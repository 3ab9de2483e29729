package org.testigo.infrastructure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.testigo.model.Text;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.Sighting;

/// Rows that show the same thing of the same address, while they come in.
final class SeenLink {
  private long sightings;
  private @Nullable Period seen;
  private @Nullable ScanSource first;
  private @Nullable ScanSource last;

  /// Nearly always none or one: a set of its own only where there are more.
  private Set<String> dataSets = Set.of();

  private final Days days = new Days();

  void add(Sighting sighting) {
    add(sighting.at(), sighting.dataSet(), sighting.source());
  }

  void add(Optional<ScanTime> at, String dataSet, ScanSource source) {
    sightings++;
    at.ifPresent(this::see);
    if (!dataSet.isEmpty() && !dataSets.contains(dataSet)) addAll(Set.of(dataSet));
    if (first == null || source.compareTo(first) < 0) first = source;
    if (last == null || source.compareTo(last) > 0) last = source;
  }

  private void see(ScanTime at) {
    seen = seen == null ? Period.at(at) : seen.with(at);
    days.add(at);
  }

  private void addAll(Set<String> more) {
    var all = new TreeSet<>(dataSets);
    all.addAll(more);
    dataSets = all.size() < 2 ? Set.copyOf(all) : all;
  }

  /// Takes in what was seen under another name.
  void add(SeenLink other) {
    sightings += other.sightings;
    if (other.seen != null) seen = seen == null ? other.seen : seen.with(other.seen);
    addAll(other.dataSets);
    days.add(other.days);
    if (first == null || other.first != null && other.first.compareTo(first) < 0)
      first = other.first;
    if (last == null || other.last != null && other.last.compareTo(last) > 0) last = other.last;
  }

  long sightings() {
    return sightings;
  }

  Optional<Period> seen() {
    return Optional.ofNullable(seen);
  }

  Days days() {
    return days;
  }

  /// The first row that showed it.
  Optional<ScanSource> first() {
    return Optional.ofNullable(first);
  }

  Edge.Evidence evidence(Text because) {
    return new Edge.Evidence(because, sightings, seen(), List.copyOf(dataSets), examples());
  }

  private List<ScanSource> examples() {
    if (first == null || last == null) return List.of();
    return first.equals(last) ? List.of(first) : List.of(first, last);
  }
}
