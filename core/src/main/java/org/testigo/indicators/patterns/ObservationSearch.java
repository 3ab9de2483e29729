package org.testigo.indicators.patterns;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/// Looks for different observations that together fulfil a plan.
///
/// A restriction of time is turned into bounds for single observations: WITHIN tries every time at
/// which its span may begin (the end of some observation), FOLLOWEDBY every time that may divide
/// its operands. What is left is to give each part an observation of its own, which [Assignment]
/// does. All of it spends steps.
final class ObservationSearch {
  private final List<CandidateList> candidates;
  private final StepCounter steps;
  private final boolean timeless;
  private final Assignment assignment;

  private ObservationSearch(List<CandidateList> candidates, StepCounter steps, boolean timeless) {
    this.candidates = candidates;
    this.steps = steps;
    this.timeless = timeless;
    this.assignment = new Assignment(steps);
  }

  /// The places of the observations of one match, ascending; empty where there is none.
  ///
  /// @param candidates for each condition of the plan
  static Optional<int[]> find(Plan plan, List<CandidateList> candidates, StepCounter steps) {
    // Often there is no match even without the restrictions of time, and that is quick to see.
    if (!new ObservationSearch(candidates, steps, true).succeeds(plan)) return Optional.empty();
    var search = new ObservationSearch(candidates, steps, false);
    return search.succeeds(plan) ? Optional.of(search.assignment.observations()) : Optional.empty();
  }

  private boolean succeeds(Plan plan) {
    return search(plan, Span.ANY, () -> true);
  }

  /// Whether the plan can be fulfilled inside the span, and the rest after it.
  private boolean search(Plan plan, Span span, BooleanSupplier rest) {
    steps.spend();
    return switch (plan) {
      case Plan.Some(var condition, var times) -> some(condition, times, span, rest);
      case Plan.All(var operands) -> all(operands, span, rest);
      case Plan.Any(var operands) ->
          operands.stream().anyMatch(operand -> search(operand, span, rest));
      case Plan.Sequence(var operands) ->
          timeless ? all(operands, span, rest) : sequence(operands, span, rest);
      case Plan.Within(var operand, var length) ->
          timeless || isLone(operand)
              ? search(operand, span, rest)
              : within(operand, length, span, rest);
      case Plan.During(var operand, var during) ->
          search(operand, timeless ? span : span.and(during), rest);
      case Plan.Repeated(var operand, var times) -> repeated(operand, times, span, rest);
    };
  }

  private boolean some(int condition, int times, Span span, BooleanSupplier rest) {
    if (!assignment.add(candidates.get(condition), span, times)) return false;
    if (rest.getAsBoolean()) return true;
    assignment.remove(times);
    return false;
  }

  private boolean all(List<Plan> operands, Span span, BooleanSupplier rest) {
    return operands.isEmpty()
        ? rest.getAsBoolean()
        : search(operands.getFirst(), span, () -> all(tail(operands), span, rest));
  }

  private boolean repeated(Plan operand, int times, Span span, BooleanSupplier rest) {
    return times == 0
        ? rest.getAsBoolean()
        : search(operand, span, () -> repeated(operand, times - 1, span, rest));
  }

  private boolean sequence(List<Plan> operands, Span span, BooleanSupplier rest) {
    var first = operands.getFirst();
    if (operands.size() == 1) return search(first, span, rest);
    if (earliestEnd(new Plan.Sequence(operands), span).isEmpty()) return false;
    for (var dividing : ends(first, span)) {
      var after = span.and(Span.notBefore(dividing));
      BooleanSupplier then = () -> sequence(tail(operands), after, rest);
      if (search(first, span.and(Span.notAfter(dividing)), then)) return true;
    }
    return false;
  }

  private boolean within(Plan operand, Duration length, Span span, BooleanSupplier rest) {
    for (var start : ends(operand, span)) {
      var window = span.and(Span.touching(start, start.plus(length)));
      if (earliestEnd(operand, window).isPresent() && search(operand, window, rest)) return true;
    }
    return false;
  }

  private static List<Plan> tail(List<Plan> operands) {
    return operands.subList(1, operands.size());
  }

  /// Whether a match takes no more than one observation, which is always within its own time.
  private static boolean isLone(Plan plan) {
    return switch (plan) {
      case Plan.Some(_, var times) -> times == 1;
      case Plan.Any(var operands) -> operands.stream().allMatch(ObservationSearch::isLone);
      case Plan.Within(var operand, _) -> isLone(operand);
      case Plan.During(var operand, _) -> isLone(operand);
      case Plan.All _, Plan.Sequence _, Plan.Repeated _ -> false;
    };
  }

  /// The ends of all observations in the span that may take part.
  private NavigableSet<Instant> ends(Plan plan, Span span) {
    var ends = new TreeSet<Instant>();
    addEnds(plan, span, ends);
    return ends;
  }

  private void addEnds(Plan plan, Span span, NavigableSet<Instant> ends) {
    switch (plan) {
      case Plan.Some(var condition, _) -> {
        for (var candidate : candidates.get(condition).in(span)) {
          steps.spend();
          if (candidate.isTimed()) ends.add(candidate.last());
        }
      }
      case Plan.All(var operands) -> operands.forEach(operand -> addEnds(operand, span, ends));
      case Plan.Any(var operands) -> operands.forEach(operand -> addEnds(operand, span, ends));
      case Plan.Sequence(var operands) -> operands.forEach(operand -> addEnds(operand, span, ends));
      case Plan.Within(var operand, _) -> addEnds(operand, span, ends);
      case Plan.During(var operand, var during) -> addEnds(operand, span.and(during), ends);
      case Plan.Repeated(var operand, _) -> addEnds(operand, span, ends);
    }
  }

  /// A time before which the plan cannot have been fulfilled in the span, were every observation
  /// free for every part; empty where it cannot be fulfilled even so.
  private Optional<Instant> earliestEnd(Plan plan, Span span) {
    return switch (plan) {
      case Plan.Some(var condition, var times) ->
          candidates.get(condition).endOf(times, span, steps);
      case Plan.All(var operands) -> latest(operands, span);
      case Plan.Any(var operands) ->
          operands.stream()
              .flatMap(operand -> earliestEnd(operand, span).stream())
              .min(Comparator.naturalOrder());
      case Plan.Sequence(var operands) -> earliestEndOfSequence(operands, span);
      case Plan.Within(var operand, _) -> earliestEnd(operand, span);
      case Plan.During(var operand, var during) -> earliestEnd(operand, span.and(during));
      case Plan.Repeated(var operand, _) -> earliestEnd(operand, span);
    };
  }

  private Optional<Instant> latest(List<Plan> operands, Span span) {
    var latest = Instant.MIN;
    for (var operand : operands) {
      var end = earliestEnd(operand, span);
      if (end.isEmpty()) return end;
      if (end.get().isAfter(latest)) latest = end.get();
    }
    return Optional.of(latest);
  }

  private Optional<Instant> earliestEndOfSequence(List<Plan> operands, Span span) {
    var rest = span;
    var end = Optional.<Instant>empty();
    for (var operand : operands) {
      end = earliestEnd(operand, rest);
      if (end.isEmpty()) return end;
      rest = rest.and(Span.notBefore(end.get()));
    }
    return end;
  }
}
