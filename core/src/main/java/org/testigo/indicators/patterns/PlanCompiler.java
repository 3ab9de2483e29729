package org.testigo.indicators.patterns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.testigo.indicators.patterns.ObservationExpression.FollowedBy;
import org.testigo.indicators.patterns.ObservationExpression.Qualified;
import org.testigo.indicators.patterns.ObservationExpression.Single;

/// Compiles an observation expression, and refuses what can be written but not meant.
final class PlanCompiler {
  /// A longer WITHIN is no restriction: about 3,000 years.
  private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(100_000_000_000L);

  /// Different observations that one pattern may need in all.
  private static final long MAX_OBSERVATIONS = 10_000;

  /// Parts of which the search has to be inside at once.
  private static final long MAX_PARTS = 400;

  private final List<SingleCondition> conditions = new ArrayList<>();

  /// In the order of the text, once [#compile] has ended.
  List<SingleCondition> conditions() {
    return conditions;
  }

  /// @throws UnmatchableException where the pattern can never be matched
  Plan compile(ObservationExpression expression) {
    var plan = plan(expression);
    refuseMoreThan(MAX_OBSERVATIONS, observations(plan), "observations");
    refuseMoreThan(MAX_PARTS, parts(plan), "parts");
    return plan;
  }

  private static void refuseMoreThan(long allowed, long needed, String what) {
    if (needed > allowed)
      throw new UnmatchableException(
          "a pattern over %d %s, expected at most %d".formatted(needed, what, allowed));
  }

  private Plan plan(ObservationExpression expression) {
    return switch (expression) {
      case Single(var comparison) -> {
        conditions.add(new SingleCondition(comparison));
        yield new Plan.Some(conditions.size() - 1, 1);
      }
      case ObservationExpression.And(var operands) -> new Plan.All(plans(operands));
      case ObservationExpression.Or(var operands) -> new Plan.Any(plans(operands));
      case FollowedBy(var operands) -> new Plan.Sequence(plans(operands));
      case Qualified(var operand, var qualifier) -> qualified(plan(operand), qualifier);
    };
  }

  private List<Plan> plans(List<ObservationExpression> operands) {
    return operands.stream().map(this::plan).toList();
  }

  private static Plan qualified(Plan operand, Qualifier qualifier) {
    return switch (qualifier) {
      case Qualifier.Within(var seconds) -> within(operand, seconds);
      case Qualifier.Repeats(var times) -> repeated(operand, times);
      case Qualifier.StartStop(var start, var stop) ->
          new Plan.During(operand, Span.during(time(start), time(stop)));
    };
  }

  private static Plan within(Plan operand, BigDecimal seconds) {
    if (seconds.signum() <= 0)
      throw new UnmatchableException("WITHIN " + seconds + " SECONDS, expected more than 0");
    var nanos = seconds.min(MAX_SECONDS).setScale(9, RoundingMode.DOWN);
    long whole = nanos.longValue();
    var length =
        Duration.ofSeconds(
            whole, nanos.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    return new Plan.Within(operand, length);
  }

  private static Plan repeated(Plan operand, int times) {
    if (times == 0) throw new UnmatchableException("REPEATS 0 TIMES, expected at least 1");
    if (times == 1) return operand;
    if (operand instanceof Plan.Some(var condition, var inner))
      return new Plan.Some(condition, (int) Math.min(Integer.MAX_VALUE, (long) inner * times));
    return new Plan.Repeated(operand, times);
  }

  private static Instant time(Constant constant) {
    String text =
        switch (constant) {
          case Constant.Timestamp(var time) -> time;
          case Constant.Text(var plain) -> plain;
          case Constant.Decimal _, Constant.Truth _, Constant.Base64Bytes _, Constant.HexBytes _ ->
              throw new IllegalStateException("the grammar asks for a time, not " + constant);
        };
    return StixTime.parse(text)
        .orElseThrow(() ->
            new UnmatchableException(
                "'" + text + "', expected a time such as 2020-12-31T23:59:59Z"));
  }

  /// The most observations that a match takes.
  private static long observations(Plan plan) {
    return switch (plan) {
      case Plan.Some(_, var times) -> times;
      case Plan.All(var operands) -> operands.stream().mapToLong(PlanCompiler::observations).sum();
      case Plan.Sequence(var operands) ->
          operands.stream().mapToLong(PlanCompiler::observations).sum();
      case Plan.Any(var operands) ->
          operands.stream().mapToLong(PlanCompiler::observations).max().orElse(0);
      case Plan.Within(var operand, _) -> observations(operand);
      case Plan.During(var operand, _) -> observations(operand);
      case Plan.Repeated(var operand, var times) -> capped(observations(operand), times);
    };
  }

  /// How deep the search goes.
  private static long parts(Plan plan) {
    return 1
        + switch (plan) {
          case Plan.Some _ -> 0;
          case Plan.All(var operands) -> operands.stream().mapToLong(PlanCompiler::parts).sum();
          case Plan.Sequence(var operands) ->
              operands.stream().mapToLong(PlanCompiler::parts).sum();
          case Plan.Any(var operands) ->
              operands.stream().mapToLong(PlanCompiler::parts).max().orElse(0);
          case Plan.Within(var operand, _) -> parts(operand);
          case Plan.During(var operand, _) -> parts(operand);
          case Plan.Repeated(var operand, var times) -> capped(parts(operand), times);
        };
  }

  private static long capped(long each, int times) {
    return Math.min(each, Integer.MAX_VALUE) * times;
  }
}
