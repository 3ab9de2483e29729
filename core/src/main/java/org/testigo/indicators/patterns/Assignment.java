package org.testigo.indicators.patterns;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Gives every part of a pattern an observation of its own. A part that finds all that fit it taken
/// moves others aside along the shortest chain (augmenting paths), so none is found only where none
/// exists.
final class Assignment {
  private final StepCounter steps;
  private final List<Part> parts = new ArrayList<>();
  private final Map<Integer, List<Part>> holders = new HashMap<>();

  /// What a part may be given.
  private record Pool(CandidateList candidates, Span span) {}

  /// A part that needs one observation of its own.
  private static final class Part {
    private final Pool pool;
    private @Nullable Candidate given;

    Part(Pool pool) {
      this.pool = pool;
    }
  }

  /// How a candidate was reached: by the part that would take it.
  private record Reached(Candidate candidate, Part by) {}

  Assignment(StepCounter steps) {
    this.steps = steps;
  }

  /// Adds parts that all need a candidate in the span. Where not all can have one, none is added.
  boolean add(CandidateList candidates, Span span, int count) {
    if (candidates.endOf(count, span, steps).isEmpty()) return false;
    var pool = new Pool(candidates, span);
    int added = addFree(pool, count);
    while (added < count) {
      if (!add(new Part(pool))) {
        remove(added);
        return false;
      }
      added++;
    }
    return true;
  }

  /// Adds as many parts as there are candidates that nobody holds, up to the count; gives how many.
  private int addFree(Pool pool, int count) {
    int added = 0;
    for (var candidate : pool.candidates.in(pool.span)) {
      if (added == count) return added;
      steps.spend();
      var holding = holdersOf(candidate);
      while (added < count && holding.size() < candidate.capacity()) {
        var part = new Part(pool);
        part.given = candidate;
        holding.add(part);
        parts.add(part);
        added++;
      }
    }
    return added;
  }

  /// Takes away the parts that were added last.
  void remove(int count) {
    for (int i = 0; i < count; i++) {
      var part = parts.removeLast();
      if (part.given != null) holdersOf(part.given).remove(part);
    }
  }

  /// The places of the observations that are given away, each once, ascending.
  int[] observations() {
    return parts.stream()
        .map(part -> part.given)
        .filter(Objects::nonNull)
        .mapToInt(Candidate::index)
        .sorted()
        .distinct()
        .toArray();
  }

  private boolean add(Part root) {
    var reached = new HashMap<Part, Reached>();
    var visited = new BitSet();
    var searched = new HashSet<Pool>();
    var queue = new ArrayDeque<Part>();
    queue.add(root);
    while (!queue.isEmpty()) {
      var part = queue.remove();
      if (!searched.add(part.pool)) continue;
      for (var candidate : part.pool.candidates.in(part.pool.span)) {
        steps.spend();
        if (visited.get(candidate.index())) continue;
        visited.set(candidate.index());
        var holding = holdersOf(candidate);
        if (holding.size() < candidate.capacity()) {
          give(candidate, part, reached);
          parts.add(root);
          return true;
        }
        for (var holder : holding)
          if (reached.putIfAbsent(holder, new Reached(candidate, part)) == null) queue.add(holder);
      }
    }
    return false;
  }

  /// Gives the free candidate to the part, what the part had to the one that reached it, and so on.
  private void give(Candidate free, Part last, Map<Part, Reached> reached) {
    var candidate = free;
    var part = last;
    for (var by = reached.get(part); ; by = reached.get(part)) {
      if (part.given != null) holdersOf(part.given).remove(part);
      part.given = candidate;
      holdersOf(candidate).add(part);
      if (by == null) return;
      candidate = by.candidate();
      part = by.by();
    }
  }

  private List<Part> holdersOf(Candidate candidate) {
    return holders.computeIfAbsent(candidate.index(), _ -> new ArrayList<>(1));
  }
}
