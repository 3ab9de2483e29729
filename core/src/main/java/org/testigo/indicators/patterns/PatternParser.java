package org.testigo.indicators.patterns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.testigo.indicators.patterns.ObservationExpression.FollowedBy;
import org.testigo.indicators.patterns.ObservationExpression.Qualified;
import org.testigo.indicators.patterns.ObservationExpression.Single;

/// Reads a pattern by recursive descent: observation expressions and their qualifiers. What stands
/// inside brackets is read by [ComparisonParser].
///
/// From loose to tight bind FOLLOWEDBY, OR, AND, qualifiers.
final class PatternParser {
  /// Of one expression; more would only serve to nest.
  private static final int MAX_QUALIFIERS = 16;

  private final PatternScanner scanner;
  private final Nesting nesting;
  private final ComparisonParser comparisons;
  private final List<Deviation> deviations = new ArrayList<>();

  PatternParser(String text) {
    this.scanner = new PatternScanner(text);
    this.nesting = new Nesting(scanner);
    this.comparisons = new ComparisonParser(scanner, nesting, deviations);
  }

  /// In the order of the text, once [#parse] has ended.
  List<Deviation> deviations() {
    return deviations;
  }

  ObservationExpression parse() {
    var expression = observations();
    if (!scanner.atEnd()) throw scanner.expected("a qualifier, AND, OR, FOLLOWEDBY or the end");
    return expression;
  }

  private ObservationExpression observations() {
    return joined(scanner, "FOLLOWEDBY", this::alternatives, FollowedBy::new);
  }

  private ObservationExpression alternatives() {
    return joined(scanner, "OR", this::together, ObservationExpression.Or::new);
  }

  private ObservationExpression together() {
    return joined(scanner, "AND", this::qualified, ObservationExpression.And::new);
  }

  /// One operand, or as many as this word joins.
  static <E> E joined(
      PatternScanner scanner,
      String word,
      Supplier<E> operand,
      Function<List<E>, ? extends E> join) {
    E first = operand.get();
    if (!scanner.acceptWord(word)) return first;
    var operands = new ArrayList<E>();
    operands.add(first);
    do operands.add(operand.get());
    while (scanner.acceptWord(word));
    return join.apply(operands);
  }

  private ObservationExpression qualified() {
    boolean bracketed = scanner.next() == '[';
    var expression = bracketed ? single() : nesting.inParentheses(this::observations);
    var kinds = new ArrayList<Class<?>>(0);
    while (true) {
      int offset = scanner.offset();
      var qualifier = qualifier();
      if (qualifier.isEmpty()) return expression;
      if (bracketed && kinds.contains(qualifier.get().getClass())) noteRepeated(offset);
      kinds.add(qualifier.get().getClass());
      if (kinds.size() > MAX_QUALIFIERS)
        throw PatternScanner.malformed(
            offset, "one more qualifier", "at most " + MAX_QUALIFIERS + " of one expression");
      expression = new Qualified(expression, qualifier.get());
    }
  }

  private ObservationExpression single() {
    scanner.expect('[');
    var comparison = comparisons.parse();
    scanner.expect(']');
    return new Single(comparison);
  }

  private Optional<Qualifier> qualifier() {
    if (scanner.acceptWord("WITHIN")) return Optional.of(within());
    if (scanner.acceptWord("REPEATS")) return Optional.of(repeats());
    if (scanner.acceptWord("START")) return Optional.of(startStop());
    return Optional.empty();
  }

  private Qualifier within() {
    if (scanner.next() == '-') throw scanner.expected("a number of seconds that is not negative");
    var seconds = comparisons.constants().number();
    scanner.expectWord("SECONDS");
    return new Qualifier.Within(seconds.value());
  }

  private Qualifier repeats() {
    int times = comparisons.constants().wholeNumber();
    if (times < 0) throw scanner.expected("TIMES after a number that is not negative");
    scanner.expectWord("TIMES");
    return new Qualifier.Repeats(times);
  }

  private Qualifier startStop() {
    var start = time();
    scanner.expectWord("STOP");
    return new Qualifier.StartStop(start, time());
  }

  private Constant time() {
    int offset = scanner.offset();
    if (scanner.nextIsPrefixed('t')) return comparisons.constants().timestamp();
    var plain = new Constant.Text(scanner.quoted());
    deviations.add(
        new Deviation(
            Deviation.Kind.PLAIN_TIMESTAMP, offset, "a plain string, expected a timestamp t'…'"));
    return plain;
  }

  private void noteRepeated(int offset) {
    deviations.add(
        new Deviation(
            Deviation.Kind.REPEATED_QUALIFIER,
            offset,
            "a second qualifier of the same kind, expected each kind once"));
  }
}
