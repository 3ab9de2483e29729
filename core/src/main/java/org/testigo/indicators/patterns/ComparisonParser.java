package org.testigo.indicators.patterns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.indicators.patterns.ComparisonExpression.Comparison;
import org.testigo.indicators.patterns.ComparisonExpression.Existence;
import org.testigo.indicators.patterns.ComparisonExpression.Membership;
import org.testigo.indicators.patterns.ObjectPath.AnyIndex;
import org.testigo.indicators.patterns.ObjectPath.Index;
import org.testigo.indicators.patterns.ObjectPath.Property;
import org.testigo.indicators.patterns.ObjectPath.Step;

/// Reads what stands inside the brackets of a pattern. OR binds looser than AND.
final class ComparisonParser {
  /// More than any observed object is deep.
  private static final int MAX_STEPS = 100;

  private final PatternScanner scanner;
  private final Nesting nesting;
  private final ConstantParser constants;
  private final List<Deviation> deviations;

  ComparisonParser(PatternScanner scanner, Nesting nesting, List<Deviation> deviations) {
    this.scanner = scanner;
    this.nesting = nesting;
    this.constants = new ConstantParser(scanner);
    this.deviations = deviations;
  }

  ConstantParser constants() {
    return constants;
  }

  ComparisonExpression parse() {
    return PatternParser.joined(scanner, "OR", this::together, ComparisonExpression.Or::new);
  }

  private ComparisonExpression together() {
    return PatternParser.joined(scanner, "AND", this::test, ComparisonExpression.And::new);
  }

  private ComparisonExpression test() {
    if (scanner.next() == '(') return nesting.inParentheses(this::parse);
    boolean absent = scanner.acceptWord("NOT");
    if (absent) scanner.expectWord("EXISTS");
    if (absent || scanner.acceptWord("EXISTS")) return new Existence(path(), absent);
    var path = path();
    boolean negated = scanner.acceptWord("NOT");
    if (scanner.acceptWord("IN")) return new Membership(path, negated, set());
    return comparison(path, negated);
  }

  private ComparisonExpression comparison(ObjectPath path, boolean negated) {
    var operator = operator();
    int offset = scanner.offset();
    if (operator.needsText() && scanner.next() != '\'')
      throw scanner.expected("a string after " + operator.symbol());
    var constant = constants.parse();
    if (operator.needsOrder() && constant instanceof Constant.Truth)
      throw PatternScanner.malformed(offset, "a truth value", "a constant that has an order");
    if (operator == Operator.EQUAL) noteDigest(path, constant, offset);
    return new Comparison(path, negated, operator, constant);
  }

  private Operator operator() {
    if (scanner.accept('=')) {
      scanner.acceptNow('=');
      return Operator.EQUAL;
    }
    if (scanner.accept('!')) return notEqual();
    if (scanner.accept('<')) return less();
    if (scanner.accept('>'))
      return scanner.acceptNow('=') ? Operator.GREATER_OR_EQUAL : Operator.GREATER;
    if (scanner.acceptWord("LIKE")) return Operator.LIKE;
    if (scanner.acceptWord("MATCHES")) return Operator.MATCHES;
    if (scanner.acceptWord("ISSUBSET")) return Operator.ISSUBSET;
    if (scanner.acceptWord("ISSUPERSET")) return Operator.ISSUPERSET;
    throw scanner.expected("a comparison operator");
  }

  private Operator notEqual() {
    if (!scanner.acceptNow('=')) throw scanner.expected("'=' after '!'");
    return Operator.NOT_EQUAL;
  }

  private Operator less() {
    if (scanner.acceptNow('=')) return Operator.LESS_OR_EQUAL;
    return scanner.acceptNow('>') ? Operator.NOT_EQUAL : Operator.LESS;
  }

  private List<Constant> set() {
    var members = new ArrayList<Constant>();
    scanner.expect('(');
    if (scanner.accept(')')) return members;
    do members.add(constants.parse());
    while (scanner.accept(','));
    scanner.expect(')');
    return members;
  }

  private ObjectPath path() {
    String type = scanner.typeName();
    scanner.expect(':');
    var first = new Property(scanner.propertyName());
    if (!startsStep(scanner.next())) return new ObjectPath(type, List.of(first));
    var steps = new ArrayList<Step>();
    steps.add(first);
    for (var step = step(); step.isPresent(); step = step()) {
      if (steps.size() == MAX_STEPS) throw scanner.expected("at most " + MAX_STEPS + " steps");
      steps.add(step.get());
    }
    return new ObjectPath(type, steps);
  }

  private static boolean startsStep(int c) {
    return c == '.' || c == '[';
  }

  private Optional<Step> step() {
    if (scanner.accept('.')) return Optional.of(new Property(scanner.propertyName()));
    if (!scanner.accept('[')) return Optional.empty();
    Step step = scanner.accept('*') ? new AnyIndex() : new Index(constants.wholeNumber());
    scanner.expect(']');
    return Optional.of(step);
  }

  private void noteDigest(ObjectPath path, Constant constant, int offset) {
    if (constant instanceof Constant.Text(var digest))
      DigestShape.flaw(path, digest)
          .ifPresent(flaw -> deviations.add(new Deviation(Deviation.Kind.DIGEST, offset, flaw)));
  }
}
