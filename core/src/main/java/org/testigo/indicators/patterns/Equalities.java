package org.testigo.indicators.patterns;

import java.util.ArrayList;
import java.util.List;
import org.testigo.indicators.patterns.ComparisonExpression.Comparison;
import org.testigo.indicators.patterns.ComparisonExpression.Existence;
import org.testigo.indicators.patterns.ComparisonExpression.Membership;
import org.testigo.indicators.patterns.ObservationExpression.FollowedBy;
import org.testigo.indicators.patterns.ObservationExpression.Qualified;
import org.testigo.indicators.patterns.ObservationExpression.Single;

/// Takes a pattern apart into equalities of which any one suffices, where it is no more than that.
final class Equalities {
  private final List<Equality> found = new ArrayList<>();

  private Equalities() {}

  /// Empty where the pattern is anything else.
  static List<Equality> of(ObservationExpression expression) {
    var equalities = new Equalities();
    return equalities.take(expression) ? List.copyOf(equalities.found) : List.of();
  }

  private boolean take(ObservationExpression expression) {
    return switch (expression) {
      case Single(var comparison) -> take(comparison);
      case ObservationExpression.Or(var operands) -> operands.stream().allMatch(this::take);
      case ObservationExpression.And _, FollowedBy _, Qualified _ -> false;
    };
  }

  private boolean take(ComparisonExpression expression) {
    return switch (expression) {
      case ComparisonExpression.Or(var operands) -> operands.stream().allMatch(this::take);
      case Comparison(var path, var negated, var operator, var constant) ->
          !negated && operator == Operator.EQUAL && take(path, List.of(constant));
      case Membership(var path, var negated, var constants) -> !negated && take(path, constants);
      case ComparisonExpression.And _, Existence _ -> false;
    };
  }

  private boolean take(ObjectPath path, List<Constant> constants) {
    if (constants.isEmpty() || BinaryText.isBinary(path)) return false;
    String written = path.toString();
    for (var constant : constants) {
      if (!(constant instanceof Constant.Text(var value))) return false;
      found.add(new Equality(written, value));
    }
    return true;
  }
}
