package org.testigo.indicators.patterns;

import java.util.List;

/// What stands between the brackets: a condition on the objects of one observation.
public sealed interface ComparisonExpression {

  /// At least one of the operands holds.
  record Or(List<ComparisonExpression> operands) implements ComparisonExpression {
    public Or {
      operands = severalOf(operands);
    }
  }

  /// All operands hold.
  record And(List<ComparisonExpression> operands) implements ComparisonExpression {
    public And {
      operands = severalOf(operands);
    }
  }

  /// A value at the path stands in this relation to the constant, or does not.
  record Comparison(ObjectPath path, boolean negated, Operator operator, Constant constant)
      implements ComparisonExpression {}

  /// A value at the path is one of the constants, or is none of them.
  record Membership(ObjectPath path, boolean negated, List<Constant> constants)
      implements ComparisonExpression {
    public Membership {
      constants = List.copyOf(constants);
    }
  }

  /// There is a value at the path, or there is none.
  record Existence(ObjectPath path, boolean negated) implements ComparisonExpression {}

  private static List<ComparisonExpression> severalOf(List<ComparisonExpression> operands) {
    if (operands.size() < 2) throw new IllegalArgumentException("AND and OR join two or more");
    return List.copyOf(operands);
  }
}
