package org.testigo.indicators.patterns;

import java.util.function.Predicate;

/// What a comparison asks of one value, compiled.
@FunctionalInterface
interface ValueTest {
  /// @throws UnmatchableException where the value and the constant cannot be compared at all
  boolean accepts(StixNode value, StepCounter steps);

  static ValueTest of(Operator operator, Constant constant) {
    return switch (operator) {
      case EQUAL -> ordered(constant, order -> order == Ordering.EQUAL);
      // Values of unlike kinds differ.
      case NOT_EQUAL -> ordered(constant, order -> order != Ordering.EQUAL);
      case LESS -> ordered(constant, order -> order == Ordering.LESS);
      case GREATER -> ordered(constant, order -> order == Ordering.GREATER);
      case LESS_OR_EQUAL ->
          ordered(constant, order -> order == Ordering.LESS || order == Ordering.EQUAL);
      case GREATER_OR_EQUAL ->
          ordered(constant, order -> order == Ordering.GREATER || order == Ordering.EQUAL);
      case LIKE -> TextTests.like(text(constant));
      case MATCHES -> TextTests.matches(text(constant));
      case ISSUBSET -> TextTests.isSubset(text(constant));
      case ISSUPERSET -> TextTests.isSuperset(text(constant));
    };
  }

  private static ValueTest ordered(Constant constant, Predicate<Ordering> wanted) {
    var comparator = ConstantOrder.of(constant);
    return (value, steps) -> wanted.test(comparator.orderOf(value));
  }

  private static String text(Constant constant) {
    if (constant instanceof Constant.Text(var value)) return value;
    throw new IllegalStateException("the grammar asks for a string, not " + constant);
  }
}
