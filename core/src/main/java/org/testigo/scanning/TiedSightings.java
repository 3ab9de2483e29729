package org.testigo.scanning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Gathers what is tied to hits, and leaves out ties that far too many have: a certificate of a
/// public authority, or one that a maker put into every device, ties nobody to an operator.
final class TiedSightings {
  /// More addresses than any published operator had.
  static final int WIDE = 256;

  private final List<TiedSighting> gathered = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, Integer> leftOut = new TreeMap<>();

  /// Takes those of a part, and the ties of those that the part left out.
  void add(Part part) {
    part.tied().forEach(this::add);
    part.tiesLeftOut().forEach(this::leaveOut);
  }

  /// Keeps a sighting while one of its ties is not yet known to be wide.
  private void add(TiedSighting tied) {
    boolean isNarrow = false;
    for (String tie : tied.ties()) isNarrow |= counts.getOrDefault(tie, 0) < WIDE;
    if (isNarrow) {
      gathered.add(tied);
      for (String tie : tied.ties()) counts.merge(tie, 1, Integer::sum);
    } else {
      for (String tie : tied.ties()) leaveOut(tie, 1);
    }
  }

  private void leaveOut(String tie, int count) {
    counts.merge(tie, count, Integer::sum);
    leftOut.merge(tie, count, Integer::sum);
  }

  /// All that were kept.
  List<TiedSighting> gathered() {
    return gathered;
  }

  /// The ties of those that were not kept, and how often each was met.
  Map<String, Integer> leftOut() {
    return leftOut;
  }

  /// In the order in which they were added.
  List<TiedSighting> narrow() {
    return gathered.stream()
        .filter(tied -> tied.ties().stream().anyMatch(tie -> counts.getOrDefault(tie, 0) <= WIDE))
        .toList();
  }

  /// The ties that were left out, and how many sightings each has.
  Map<String, Integer> wide() {
    var wide = new TreeMap<>(counts);
    wide.values().removeIf(count -> count <= WIDE);
    return wide;
  }
}
