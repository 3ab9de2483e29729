package org.testigo.indicators.patterns;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.testigo.indicators.patterns.ObservationExpression.FollowedBy;
import org.testigo.indicators.patterns.ObservationExpression.Qualified;
import org.testigo.indicators.patterns.ObservationExpression.Single;

/// Matches patterns over a few observations by listing every way in which each part of the pattern
/// can be matched, straight from the words of the standard.
final class EveryWay {
  /// One of the times at which an observation was seen.
  private record Instance(int observation, long number, Instant first, Instant last) {}

  private final List<Instance> instances = new ArrayList<>();
  private final List<ObservedData> observations;

  EveryWay(List<ObservedData> observations) {
    this.observations = observations;
    for (int i = 0; i < observations.size(); i++)
      for (long n = 0; n < observations.get(i).numberObserved(); n++)
        instances.add(new Instance(i, n, observations.get(i).first(), observations.get(i).last()));
  }

  boolean isMatched(StixPattern pattern) {
    return !ways(pattern.expression()).isEmpty();
  }

  /// Every set of instances that matches.
  private Set<Set<Instance>> ways(ObservationExpression expression) {
    return switch (expression) {
      case Single single -> ways(single);
      case ObservationExpression.And(var operands) -> joined(operands, false);
      case FollowedBy(var operands) -> joined(operands, true);
      case ObservationExpression.Or(var operands) -> {
        Set<Set<Instance>> all = new HashSet<>();
        for (var operand : operands) all.addAll(ways(operand));
        yield all;
      }
      case Qualified(var operand, var qualifier) -> qualified(ways(operand), qualifier);
    };
  }

  private Set<Set<Instance>> ways(Single single) {
    var condition = new SingleCondition(single.comparison());
    Set<Set<Instance>> ways = new HashSet<>();
    for (var instance : instances)
      if (condition
          .match(observations.get(instance.observation()), new StepCounter(1000))
          .isPresent()) ways.add(Set.of(instance));
    return ways;
  }

  private Set<Set<Instance>> joined(List<ObservationExpression> operands, boolean inOrder) {
    var ways = ways(operands.getFirst());
    for (var operand : operands.subList(1, operands.size()))
      ways = pairs(ways, ways(operand), inOrder);
    return ways;
  }

  private static Set<Set<Instance>> pairs(
      Set<Set<Instance>> left, Set<Set<Instance>> right, boolean inOrder) {
    Set<Set<Instance>> pairs = new HashSet<>();
    for (var a : left)
      for (var b : right) {
        if (inOrder && latestEnd(a).isAfter(earliestStart(b))) continue;
        var both = new HashSet<>(a);
        both.addAll(b);
        if (both.size() == a.size() + b.size()) pairs.add(both);
      }
    return pairs;
  }

  private static Instant latestEnd(Set<Instance> way) {
    return way.stream().map(Instance::last).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static Instant earliestStart(Set<Instance> way) {
    return way.stream().map(Instance::first).min(Comparator.naturalOrder()).orElseThrow();
  }

  private static Set<Set<Instance>> qualified(Set<Set<Instance>> ways, Qualifier qualifier) {
    return switch (qualifier) {
      case Qualifier.Within(var seconds) -> within(ways, seconds);
      case Qualifier.Repeats(var times) -> {
        var repeated = ways;
        for (int i = 1; i < times; i++) repeated = pairs(repeated, ways, false);
        yield repeated;
      }
      case Qualifier.StartStop(Constant.Timestamp(var start), Constant.Timestamp(var stop)) ->
          during(ways, Instant.parse(start), Instant.parse(stop));
      case Qualifier.StartStop _ -> throw new IllegalArgumentException("not made here");
    };
  }

  /// Each was seen at some time of a span of this length.
  private static Set<Set<Instance>> within(Set<Set<Instance>> ways, BigDecimal seconds) {
    var length = Duration.ofMillis(seconds.movePointRight(3).longValueExact());
    Set<Set<Instance>> kept = new HashSet<>(ways);
    kept.removeIf(way -> {
      var latestStart = way.stream().map(Instance::first).max(Comparator.naturalOrder());
      var earliestEnd = way.stream().map(Instance::last).min(Comparator.naturalOrder());
      return Duration.between(earliestEnd.orElseThrow(), latestStart.orElseThrow())
              .compareTo(length)
          > 0;
    });
    return kept;
  }

  private static Set<Set<Instance>> during(Set<Set<Instance>> ways, Instant start, Instant stop) {
    Set<Set<Instance>> kept = new HashSet<>(ways);
    kept.removeIf(way ->
        way.stream().anyMatch(seen -> seen.last().isBefore(start) || !seen.first().isBefore(stop)));
    return kept;
  }
}
