package org.testigo.indicators.patterns;

import java.util.List;
import org.testigo.model.MalformedException;

/// A pattern of the STIX patterning language.
///
/// The parser accepts what STIX 2.0 or 2.1 accept. Where the text does not keep to the letter of
/// one of them and still has a meaning, it is read and the [Deviation] is told.
///
/// Safe for several threads.
public final class StixPattern {
  private final ObservationExpression expression;
  private final List<Deviation> deviations;

  private StixPattern(ObservationExpression expression, List<Deviation> deviations) {
    this.expression = expression;
    this.deviations = List.copyOf(deviations);
  }

  /// Reads a pattern.
  ///
  /// @throws MalformedException with the offset in characters, where the grammar refuses it
  public static StixPattern parse(String text) {
    var parser = new PatternParser(text);
    var expression = parser.parse();
    return new StixPattern(expression, parser.deviations());
  }

  /// Reads a pattern and refuses also what only this version of the standard forbids.
  ///
  /// @throws MalformedException with the offset in characters
  public static StixPattern parseStrictly(String text, StixVersion version) {
    var pattern = parse(text);
    for (var deviation : pattern.deviations)
      if (deviation.isForbiddenBy(version))
        throw new MalformedException(deviation.offset(), deviation.detail());
    return pattern;
  }

  public ObservationExpression expression() {
    return expression;
  }

  /// Where the text does not keep to the letter of the standard, in the order of the text.
  public List<Deviation> deviations() {
    return deviations;
  }

  /// The equalities of which any one suffices, where the pattern is no more than that: `[a:b =
  /// 'v']`, also joined by OR or written with IN. Empty for every other pattern.
  public List<Equality> equalities() {
    return Equalities.of(expression);
  }

  /// Compiles the pattern for matching.
  ///
  /// @throws UnmatchableException where it keeps to the grammar and can still never be matched
  public MatchablePattern compile() {
    return MatchablePattern.of(expression);
  }

  /// The canonical text: one blank between words, quotes and parentheses only where needed.
  @Override
  public String toString() {
    return PatternText.of(expression);
  }
}
