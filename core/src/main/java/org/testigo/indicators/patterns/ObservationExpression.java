package org.testigo.indicators.patterns;

import java.util.List;

/// A condition on observations: the whole of a pattern, or a part of it.
public sealed interface ObservationExpression {

  /// `[…]`: a condition on one observation.
  record Single(ComparisonExpression comparison) implements ObservationExpression {}

  /// All operands match, each with other observations.
  record And(List<ObservationExpression> operands) implements ObservationExpression {
    public And {
      operands = severalOf(operands);
    }
  }

  /// At least one operand matches.
  record Or(List<ObservationExpression> operands) implements ObservationExpression {
    public Or {
      operands = severalOf(operands);
    }
  }

  /// All operands match, each with observations that are not earlier than those of the operand
  /// before.
  record FollowedBy(List<ObservationExpression> operands) implements ObservationExpression {
    public FollowedBy {
      operands = severalOf(operands);
    }
  }

  /// An expression and one restriction of it.
  record Qualified(ObservationExpression operand, Qualifier qualifier)
      implements ObservationExpression {}

  private static List<ObservationExpression> severalOf(List<ObservationExpression> operands) {
    if (operands.size() < 2) throw new IllegalArgumentException("an operator joins two or more");
    return List.copyOf(operands);
  }
}
