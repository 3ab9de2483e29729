package org.testigo.indicators.patterns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.model.LimitHitException;

/// A pattern, compiled for matching. Immutable, safe for several threads.
public final class MatchablePattern {
  /// For one observation; a second or so at the very most.
  static final long STEPS_PER_OBSERVATION = 1_000_000;

  /// For one search over all observations.
  static final long STEPS_PER_SEARCH = 100_000_000;

  private final Plan plan;
  private final List<SingleCondition> conditions;
  private final Optional<List<Alternative>> alternatives;

  /// A condition of which one observation in the span suffices.
  record Alternative(int condition, Span span) {}

  private MatchablePattern(Plan plan, List<SingleCondition> conditions) {
    this.plan = plan;
    this.conditions = List.copyOf(conditions);
    var found = new ArrayList<Alternative>();
    this.alternatives =
        isAlternatives(plan, Span.ANY, found) ? Optional.of(List.copyOf(found)) : Optional.empty();
  }

  static MatchablePattern of(ObservationExpression expression) {
    var compiler = new PlanCompiler();
    var plan = compiler.compile(expression);
    return new MatchablePattern(plan, compiler.conditions());
  }

  private static boolean isAlternatives(Plan plan, Span span, List<Alternative> found) {
    return switch (plan) {
      case Plan.Some(var condition, var times) -> {
        found.add(new Alternative(condition, span));
        yield times == 1;
      }
      case Plan.Any(var operands) ->
          operands.stream().allMatch(operand -> isAlternatives(operand, span, found));
      case Plan.During(var operand, var during) -> isAlternatives(operand, span.and(during), found);
      // One observation is always within its own time.
      case Plan.Within(var operand, _) -> isAlternatives(operand, span, found);
      case Plan.All _, Plan.Sequence _, Plan.Repeated _ -> false;
    };
  }

  /// Whether one observation suffices for every match.
  public boolean isSingle() {
    return alternatives.isPresent();
  }

  /// Where one observation suffices, what it may fulfil; else empty.
  List<Alternative> alternatives() {
    return alternatives.orElse(List.of());
  }

  List<SingleCondition> conditions() {
    return conditions;
  }

  Plan plan() {
    return plan;
  }

  /// The types of objects that the pattern speaks of; each once, in the order of the text.
  public List<String> types() {
    return conditions.stream().flatMap(c -> c.types().stream()).distinct().toList();
  }

  /// Looks for one match in observations that are all at hand.
  ///
  /// @return the places of the observations that the match takes, ascending; empty for no match
  /// @throws UnmatchableException where a value cannot be compared with a constant at all
  /// @throws LimitHitException where it takes more work than allowed
  public Optional<int[]> match(List<? extends ObservationView> observations) {
    var steps = new StepCounter(STEPS_PER_OBSERVATION);
    List<CandidateList> candidates = new ArrayList<>();
    for (var condition : conditions) {
      List<Candidate> fulfilling = new ArrayList<>();
      for (int i = 0; i < observations.size(); i++) {
        steps.restart();
        if (condition.match(observations.get(i), steps).isPresent())
          fulfilling.add(Candidate.of(i, observations.get(i)));
      }
      candidates.add(new CandidateList(fulfilling));
    }
    return ObservationSearch.find(plan, candidates, new StepCounter(STEPS_PER_SEARCH));
  }
}
