package org.testigo.indicators.patterns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.testigo.indicators.patterns.ComparisonExpression.Comparison;
import org.testigo.indicators.patterns.ComparisonExpression.Existence;
import org.testigo.indicators.patterns.ComparisonExpression.Membership;
import org.testigo.indicators.patterns.ObjectPath.AnyIndex;
import org.testigo.indicators.patterns.ObjectPath.Index;
import org.testigo.indicators.patterns.ObjectPath.Property;
import org.testigo.indicators.patterns.ObjectPath.Step;
import org.testigo.indicators.patterns.ObservationExpression.FollowedBy;
import org.testigo.indicators.patterns.ObservationExpression.Qualified;
import org.testigo.indicators.patterns.ObservationExpression.Single;

/// Makes patterns by chance: every kind of node, inside every kind of node.
final class RandomPatterns {
  private static final String[] NAMES = {
    "value", "name", "SHA-256", "AND", "it's", "", "a.b", "x_ref", "x_refs", "ñ✓", "_1", "1a"
  };
  private static final String[] TEXTS = {
    "",
    "a",
    "it's",
    "\\",
    "\\'",
    "a = 'b'",
    "/*",
    "//",
    "]",
    "\n\t",
    "ñ✓\ud83d\ude00",
    "\u0000",
    "%_"
  };

  private static final List<Operator> OPERATORS = List.of(Operator.values());

  private final RandomGenerator random;

  RandomPatterns(RandomGenerator random) {
    this.random = random;
  }

  ObservationExpression observations(int depth) {
    return switch (random.nextInt(depth == 0 ? 1 : 6)) {
      case 0, 1 -> new Single(comparison(depth));
      case 2 -> new ObservationExpression.And(several(() -> observations(depth - 1)));
      case 3 -> new ObservationExpression.Or(several(() -> observations(depth - 1)));
      case 4 -> new FollowedBy(several(() -> observations(depth - 1)));
      default -> new Qualified(observations(depth - 1), qualifier());
    };
  }

  private ComparisonExpression comparison(int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0, 1 -> compared();
      case 2 -> new Membership(path(), random.nextBoolean(), constants());
      case 3 -> new Existence(path(), random.nextBoolean());
      case 4 -> new ComparisonExpression.And(several(() -> comparison(depth - 1)));
      default -> new ComparisonExpression.Or(several(() -> comparison(depth - 1)));
    };
  }

  private Comparison compared() {
    var operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
    var constant = operator.needsText() ? text() : constant();
    while (operator.needsOrder() && constant instanceof Constant.Truth) constant = constant();
    return new Comparison(path(), random.nextBoolean(), operator, constant);
  }

  private Qualifier qualifier() {
    return switch (random.nextInt(3)) {
      case 0 ->
          new Qualifier.Within(BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4)));
      case 1 -> new Qualifier.Repeats(random.nextInt(1000));
      default -> new Qualifier.StartStop(random.nextBoolean() ? time() : text(), time());
    };
  }

  private ObjectPath path() {
    List<Step> steps = new ArrayList<>();
    steps.add(key());
    while (random.nextBoolean()) steps.add(step());
    return new ObjectPath(random.nextBoolean() ? "file" : "x-my-type", steps);
  }

  private Step step() {
    return switch (random.nextInt(4)) {
      case 0 -> new AnyIndex();
      case 1 -> new Index(random.nextInt(-5, 100));
      default -> key();
    };
  }

  private Property key() {
    return new Property(NAMES[random.nextInt(NAMES.length)]);
  }

  private List<Constant> constants() {
    List<Constant> constants = new ArrayList<>();
    while (random.nextBoolean()) constants.add(constant());
    return constants;
  }

  private Constant constant() {
    return switch (random.nextInt(6)) {
      case 0 -> new Constant.Decimal(BigDecimal.valueOf(random.nextInt(), random.nextInt(8)));
      case 1 -> new Constant.Truth(random.nextBoolean());
      case 2 -> new Constant.Base64Bytes("AQIDBA==");
      case 3 -> new Constant.HexBytes("00fF");
      case 4 -> time();
      default -> text();
    };
  }

  private Constant text() {
    return new Constant.Text(TEXTS[random.nextInt(TEXTS.length)]);
  }

  private Constant time() {
    return new Constant.Timestamp("20%02d-02-30T23:59:60.5Z".formatted(random.nextInt(100)));
  }

  private <E> List<E> several(Supplier<E> element) {
    List<E> elements = new ArrayList<>();
    do elements.add(element.get());
    while (elements.size() < 2 || random.nextInt(3) == 0);
    return elements;
  }
}
