package org.testigo.indicators.patterns;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The observations that fulfil one condition, by their end.
final class CandidateList {
  private final List<Candidate> byEnd;
  private final Duration longest;

  CandidateList(List<Candidate> candidates) {
    var sorted = new ArrayList<>(candidates);
    sorted.sort(Candidate.BY_END);
    this.byEnd = List.copyOf(sorted);
    this.longest =
        byEnd.stream()
            .filter(Candidate::isTimed)
            .map(candidate -> Duration.between(candidate.first(), candidate.last()))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
  }

  /// The candidates in a span, by their end.
  Iterable<Candidate> in(Span span) {
    return () -> new Admitted(span);
  }

  /// When the first so many parts could have been served by candidates in the span, were they all
  /// free; empty where they are too few.
  Optional<Instant> endOf(long parts, Span span, StepCounter steps) {
    long capacity = 0;
    for (var candidate : in(span)) {
      steps.spend();
      capacity += Math.min(candidate.capacity(), parts);
      if (capacity >= parts) return Optional.of(candidate.last());
    }
    return Optional.empty();
  }

  /// The place of the first candidate that does not end before this time.
  private int firstEndingFrom(Instant time) {
    int low = 0;
    int high = byEnd.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byEnd.get(middle).last().isBefore(time)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private final class Admitted implements Iterator<Candidate> {
    private final Span span;
    private int next;

    Admitted(Span span) {
      this.span = span;
      // What starts late enough also ends late enough.
      var earliestEnd =
          span.lastFrom().isAfter(span.firstFrom()) ? span.lastFrom() : span.firstFrom();
      this.next = firstEndingFrom(earliestEnd);
      skip();
    }

    private void skip() {
      while (next < byEnd.size() && !span.admits(byEnd.get(next)))
        next = isBeyond(byEnd.get(next)) ? byEnd.size() : next + 1;
    }

    /// Whether this candidate, and so every later one, ends or starts too late.
    private boolean isBeyond(Candidate candidate) {
      return candidate.isTimed()
          && (candidate.last().isAfter(span.lastTo())
              || candidate.last().minus(longest).isAfter(span.firstTo()));
    }

    @Override
    public boolean hasNext() {
      return next < byEnd.size();
    }

    @Override
    public Candidate next() {
      if (!hasNext()) throw new NoSuchElementException();
      var candidate = byEnd.get(next++);
      skip();
      return candidate;
    }
  }
}
