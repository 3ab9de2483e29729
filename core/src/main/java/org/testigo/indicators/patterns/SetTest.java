package org.testigo.indicators.patterns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Membership in a set of constants of one kind. Strings are looked up at once, whatever their
/// number.
final class SetTest implements ValueTest {
  private final Set<String> texts = new HashSet<>();
  private final List<ConstantOrder> others = new ArrayList<>();

  private SetTest() {}

  /// @throws UnmatchableException where the constants are of several kinds
  static SetTest of(List<Constant> constants) {
    var test = new SetTest();
    for (var constant : constants) {
      if (kind(constant) != kind(constants.getFirst()))
        throw new UnmatchableException(
            "a set of %s and %s, expected constants of one kind"
                .formatted(kind(constants.getFirst()), kind(constant)));
      test.add(constant);
    }
    return test;
  }

  private void add(Constant constant) {
    if (constant instanceof Constant.Text(var text)) texts.add(text);
    else others.add(ConstantOrder.of(constant));
  }

  @Override
  public boolean accepts(StixNode value, StepCounter steps) {
    steps.spend(1 + others.size());
    if (value instanceof StixNode.Text(var text) && texts.contains(text)) return true;
    if (value instanceof StixNode.Bytes(var latin1) && texts.contains(latin1)) return true;
    for (var other : others) if (other.orderOf(value) == Ordering.EQUAL) return true;
    return false;
  }

  private enum Kind {
    STRINGS,
    NUMBERS,
    TRUTHS,
    BYTES,
    TIMES
  }

  private static Kind kind(Constant constant) {
    return switch (constant) {
      case Constant.Text _ -> Kind.STRINGS;
      case Constant.Decimal _ -> Kind.NUMBERS;
      case Constant.Truth _ -> Kind.TRUTHS;
      case Constant.Base64Bytes _, Constant.HexBytes _ -> Kind.BYTES;
      case Constant.Timestamp _ -> Kind.TIMES;
    };
  }
}
