package org.testigo.indicators.patterns;

import java.time.Instant;

/// Bounds for the first and the last time of an observation, all inclusive.
record Span(Instant firstFrom, Instant firstTo, Instant lastFrom, Instant lastTo) {
  /// Bounds nothing; also observations without a time lie in it.
  static final Span ANY = new Span(Instant.MIN, Instant.MAX, Instant.MIN, Instant.MAX);

  /// Observations that touch the time from the start to before the stop.
  static Span during(Instant start, Instant stop) {
    return new Span(Instant.MIN, stop.minusNanos(1), start, Instant.MAX);
  }

  /// Observations that touch the time from the start to the end.
  static Span touching(Instant start, Instant end) {
    return new Span(Instant.MIN, end, start, Instant.MAX);
  }

  static Span notBefore(Instant time) {
    return new Span(time, Instant.MAX, Instant.MIN, Instant.MAX);
  }

  static Span notAfter(Instant time) {
    return new Span(Instant.MIN, Instant.MAX, Instant.MIN, time);
  }

  Span and(Span other) {
    return new Span(
        later(firstFrom, other.firstFrom),
        earlier(firstTo, other.firstTo),
        later(lastFrom, other.lastFrom),
        earlier(lastTo, other.lastTo));
  }

  boolean admits(Candidate candidate) {
    if (!candidate.isTimed()) return equals(ANY);
    return !candidate.first().isBefore(firstFrom)
        && !candidate.first().isAfter(firstTo)
        && !candidate.last().isBefore(lastFrom)
        && !candidate.last().isAfter(lastTo);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
