package org.testigo.indicators.patterns;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// The operators that only strings can answer. For LIKE and MATCHES pattern and value are brought
/// into the normalisation form C of Unicode; bytes stay as they are.
final class TextTests {
  private TextTests() {}

  static ValueTest like(String constant) {
    var pattern = new LikePattern(composed(constant));
    return onText(pattern::fits);
  }

  static ValueTest matches(String constant) {
    var expression = RegularExpression.compile(composed(constant));
    return onText(expression::isFoundIn);
  }

  static ValueTest isSubset(String constant) {
    var network = network(constant);
    return onRange(network::holds);
  }

  static ValueTest isSuperset(String constant) {
    var network = network(constant);
    return onRange(range -> range.holds(network));
  }

  private static ValueTest onText(BiPredicate<String, StepCounter> test) {
    return (value, steps) ->
        switch (value) {
          case StixNode.Text(var text) -> test.test(composed(text), steps);
          case StixNode.Bytes(var latin1) -> test.test(latin1, steps);
          case StixNode.Decimal _,
              StixNode.Truth _,
              StixNode.Null _,
              StixNode.Listing _,
              StixNode.Dictionary _ ->
              false;
        };
  }

  private static ValueTest onRange(Predicate<IpRange> test) {
    return (value, _) ->
        value instanceof StixNode.Text(var text)
            && Optional.of(text).flatMap(IpRange::parse).filter(test).isPresent();
  }

  private static IpRange network(String constant) {
    return IpRange.parse(constant)
        .orElseThrow(() ->
            new UnmatchableException(
                "'" + constant + "', expected an address or network such as 192.0.2.0/24"));
  }

  private static String composed(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
