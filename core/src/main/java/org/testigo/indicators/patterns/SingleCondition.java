package org.testigo.indicators.patterns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testigo.indicators.patterns.ComparisonExpression.Comparison;
import org.testigo.indicators.patterns.ComparisonExpression.Existence;
import org.testigo.indicators.patterns.ComparisonExpression.Membership;

/// The condition of one observation expression, compiled. It holds where there is one object for
/// each type that it speaks of, such that all its comparisons together hold: comparisons of one
/// type speak of the same object.
final class SingleCondition {
  /// As many as a long has bits.
  private static final int MAX_TYPES = 64;

  private final List<String> types = new ArrayList<>();
  private final Condition root;

  /// @throws UnmatchableException where a comparison can never be made
  SingleCondition(ComparisonExpression expression) {
    this.root = compile(expression);
  }

  /// The types of objects that it speaks of.
  List<String> types() {
    return types;
  }

  private Condition compile(ComparisonExpression expression) {
    return switch (expression) {
      case ComparisonExpression.And(var operands) -> {
        var all = operands.stream().map(this::compile).toList();
        yield new Condition.All(all, union(all));
      }
      case ComparisonExpression.Or(var operands) -> {
        var any = operands.stream().map(this::compile).toList();
        yield new Condition.Any(any, union(any));
      }
      case Comparison(var path, var negated, var operator, var constant) ->
          test(path, negated, ValueTest.of(operator, constant));
      case Membership(var path, var negated, var constants) ->
          test(path, negated, SetTest.of(constants));
      case Existence(var path, var negated) ->
          new Condition.Test(type(path), new PathTest(path, (_, _) -> true), negated);
    };
  }

  private Condition test(ObjectPath path, boolean negated, ValueTest test) {
    ValueTest wanted = negated ? (value, steps) -> !test.accepts(value, steps) : test;
    return new Condition.Test(type(path), new PathTest(path, wanted), false);
  }

  private int type(ObjectPath path) {
    int known = types.indexOf(path.type());
    if (known >= 0) return known;
    if (types.size() == MAX_TYPES)
      throw new UnmatchableException(
          "one more type of objects, expected at most " + MAX_TYPES + " in one pair of brackets");
    types.add(path.type());
    return types.size() - 1;
  }

  private static long union(List<Condition> operands) {
    long union = 0;
    for (var operand : operands) union |= operand.types();
    return union;
  }

  /// A value for which it holds; empty where it does not hold.
  Optional<Witness> match(ObservationView view, StepCounter steps) {
    var choice = new Choice(view, steps, new StixNode.Dictionary[types.size()]);
    return choice.isPossible(root, 0)
        ? Optional.of(choice.witness == null ? new Witness(types.getFirst(), "") : choice.witness)
        : Optional.empty();
  }

  /// The choice of one object for each type.
  private final class Choice {
    private final ObservationView view;
    private final StepCounter steps;
    private final StixNode.@Nullable Dictionary[] chosen;
    private @Nullable Witness witness;

    Choice(ObservationView view, StepCounter steps, StixNode.@Nullable Dictionary[] chosen) {
      this.view = view;
      this.steps = steps;
      this.chosen = chosen;
    }

    /// Whether objects can be chosen for the types that are still open such that it holds.
    boolean isPossible(Condition condition, long decided) {
      long open = condition.types() & ~decided;
      if (open == 0) return holds(condition);
      if (condition instanceof Condition.Any(var operands, _)) {
        for (var operand : operands) if (isPossible(operand, decided)) return true;
        return false;
      }
      if (condition instanceof Condition.All(var operands, _) && !decidedHold(operands, decided))
        return false;
      return isPossibleWithAny(Long.numberOfTrailingZeros(open), condition, decided);
    }

    private boolean decidedHold(List<Condition> operands, long decided) {
      for (var operand : operands)
        if ((operand.types() & ~decided) == 0 && !holds(operand)) return false;
      return true;
    }

    private boolean isPossibleWithAny(int type, Condition condition, long decided) {
      for (var object : view.objects(types.get(type))) {
        steps.spend();
        chosen[type] = object;
        if (isPossible(condition, decided | 1L << type)) return true;
      }
      return false;
    }

    private boolean holds(Condition condition) {
      return switch (condition) {
        case Condition.All(var operands, _) -> operands.stream().allMatch(this::holds);
        case Condition.Any(var operands, _) -> operands.stream().anyMatch(this::holds);
        case Condition.Test(var type, var path, var absent) -> passes(type, path, absent);
      };
    }

    private boolean passes(int type, PathTest path, boolean absent) {
      var object = chosen[type];
      if (object == null) throw new IllegalStateException("no object chosen of " + types.get(type));
      var found = path.find(object, view, steps);
      if (found.isPresent() && !absent) witness = found.get();
      return found.isPresent() != absent;
    }
  }
}
