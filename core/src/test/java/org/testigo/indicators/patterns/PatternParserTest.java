package org.testigo.indicators.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.indicators.patterns.ComparisonExpression.Comparison;
import org.testigo.indicators.patterns.ObjectPath.AnyIndex;
import org.testigo.indicators.patterns.ObjectPath.Index;
import org.testigo.indicators.patterns.ObjectPath.Property;
import org.testigo.indicators.patterns.ObservationExpression.FollowedBy;
import org.testigo.indicators.patterns.ObservationExpression.Qualified;
import org.testigo.indicators.patterns.ObservationExpression.Single;
import org.testigo.model.MalformedException;

class PatternParserTest {

  @Test
  void andBindsTighterThanOrAndOrTighterThanFollowedBy() {
    assertThat(parse("[a:b=1] OR [a:b=2] AND [a:b=3] FOLLOWEDBY [a:b=4]"))
        .isEqualTo(
            new FollowedBy(
                List.of(
                    new ObservationExpression.Or(
                        List.of(
                            single(1),
                            new ObservationExpression.And(List.of(single(2), single(3))))),
                    single(4))));
  }

  @Test
  void aQualifierBelongsToTheExpressionRightBeforeIt() {
    assertThat(parse("[a:b=1] AND [a:b=2] WITHIN .5 SECONDS REPEATS 3 TIMES"))
        .isEqualTo(
            new ObservationExpression.And(
                List.of(
                    single(1),
                    new Qualified(
                        new Qualified(single(2), new Qualifier.Within(new BigDecimal("0.5"))),
                        new Qualifier.Repeats(3)))));
  }

  @Test
  void insideBracketsAndBindsTighterThanOr() {
    assertThat(parse("[a:b=1 OR a:b=2 AND a:b=3]"))
        .isEqualTo(
            new Single(
                new ComparisonExpression.Or(
                    List.of(
                        compared(1),
                        new ComparisonExpression.And(List.of(compared(2), compared(3)))))));
  }

  @Test
  void pathsHaveKeysInQuotesIndexesAndReferences() {
    var single =
        (Single)
            parse(
                "[file:extensions.'windows-pebinary-ext'.sections[*].a_ref.b[0]"
                    + ".'it\\'s' NOT MATCHES 'x']");
    var comparison = (Comparison) single.comparison();

    assertThat(comparison.path())
        .isEqualTo(
            new ObjectPath(
                "file",
                List.of(
                    new Property("extensions"),
                    new Property("windows-pebinary-ext"),
                    new Property("sections"),
                    new AnyIndex(),
                    new Property("a_ref"),
                    new Property("b"),
                    new Index(0),
                    new Property("it's"))));
    assertThat(comparison.negated()).isTrue();
    assertThat(comparison.operator()).isEqualTo(Operator.MATCHES);
    assertThat(comparison.path())
        .hasToString("file:extensions.'windows-pebinary-ext'.sections[*].a_ref.b[0].'it\\'s'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'plain'              | 'plain'",
        "''                   | ''",
        "'it\\'s \\\\ here'   | 'it\\'s \\\\ here'",
        "'a=b]AND[c'          | 'a=b]AND[c'",
        "'/* no comment */'   | '/* no comment */'",
        "+7                   | 7",
        "-0                   | 0",
        "-.50                 | -0.50",
        "00.5                 | 0.5",
        "true                 | true",
        "h''                  | h''",
        "h'0aFF'              | h'0aFF'",
        "b''                  | b''",
        "b'YQ=='              | b'YQ=='",
        "t'2016-12-31T23:59:60.25Z' | t'2016-12-31T23:59:60.25Z'"
      })
  void constantsAreReadAndWritten(String constant, String written) {
    assertThat(StixPattern.parse("[a:b = " + constant + "]"))
        .hasToString("[a:b = " + written + "]");
  }

  @Test
  void blanksAndCommentsMayStandAnywhereBetweenWords() {
    assertThat(
            StixPattern.parse("/*x*/ [ a\u00a0: b//y\n ==\t'c' ]\u3000REPEATS/**/2 TIMES // end"))
        .hasToString("[a:b = 'c'] REPEATS 2 TIMES");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                        | 0  | the end of the pattern, expected '[' or '('",
        "[]                        | 1  | «]», expected a type of objects",
        "[a:b = 'c'                | 10 | the end of the pattern, expected ']'",
        "[a:b = 'c]                | 7  | a string without end, expected a closing quote",
        "[a:b = 'c\\d']            | 9  | a lone backslash, expected \\\\ or \\' inside a string",
        "[a:b = 007]               | 7  | «007]», expected a number without leading zeros",
        "[a:b = h'abc']            | 7  | 'abc', expected pairs of hexadecimal digits",
        "[a:b > true]              | 7  | a truth value, expected a constant that has an order",
        "[a:b LIKE 5]              | 10 | «5]», expected a string after LIKE",
        "[a:b-c = 1]               | 3  | «b-c = 1]», expected a property, which needs quotes where it has a hyphen",
        "[a:AND = 1]               | 3  | «AND = 1]», expected a name, which needs quotes where it is a keyword",
        "[a:b[1.5] = 1]            | 5  | 1.5, expected a whole number of at most 9 characters",
        "[a:b = 1] and [a:b = 2]   | 10 | «and [a:b = 2]», expected a qualifier, AND, OR, FOLLOWEDBY or the end",
        "[a:b = 1] REPEATS -1 TIMES | 21 | «TIMES», expected TIMES after a number that is not negative",
        "[a:b = 1] WITHIN 5 HOURS  | 19 | «HOURS», expected SECONDS",
        "[a:b = 1] /* open         | 10 | a comment without end, expected */",
        "[a:b ! = 1]               | 7  | «= 1]», expected '=' after '!'"
      })
  void aRefusalSaysWhereAndWhatWasExpected(String pattern, long offset, String detail) {
    var refusal = catchThrowableOfType(MalformedException.class, () -> StixPattern.parse(pattern));

    assertThat(refusal.detail()).isEqualTo(detail);
    assertThat(refusal.offsetBytes()).isEqualTo(offset);
  }

  @Test
  void nestingAndLengthOfWhatNestsAreLimited() {
    String open = "(".repeat(100_000);
    assertThatThrownBy(() -> StixPattern.parse(open))
        .isInstanceOf(MalformedException.class)
        .hasMessage("101 parentheses inside each other, expected at most 100");
    assertThatThrownBy(() -> StixPattern.parse("[" + open))
        .hasMessage("101 parentheses inside each other, expected at most 100");
    assertThatThrownBy(() -> StixPattern.parse("[a:b=1]" + " REPEATS 2 TIMES".repeat(17)))
        .hasMessage("one more qualifier, expected at most 16 of one expression");
    assertThatThrownBy(() -> StixPattern.parse("[a:b" + ".c".repeat(100) + "=1]"))
        .hasMessageEndingWith("expected at most 100 steps");
    assertThatThrownBy(() -> StixPattern.parse("[a:b=1" + "0".repeat(100) + "]"))
        .hasMessage("a number of 101 characters, expected at most 100");
  }

  @Test
  void longChainsDoNotNest() {
    var chain = "[a:b='c'" + " OR a:b='d'".repeat(100_000) + "]";
    assertThat(StixPattern.parse(chain).equalities()).hasSize(100_001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MD5", "'SHA-1'", "sha256", "'SHA3-512'"})
  void aDigestOfAnotherLengthIsADeviation(String algorithm) {
    var pattern = StixPattern.parse("[file:hashes." + algorithm + " = 'f00']");

    assertThat(pattern.deviations())
        .extracting(Deviation::kind)
        .containsExactly(Deviation.Kind.DIGEST);
  }

  @Test
  void onlyThe21StandardForbidsRepeatedQualifiersAndPlainTimes() {
    String repeated = "[a:b = 1] WITHIN 5 SECONDS WITHIN 6 SECONDS";
    String plain = "[a:b = 1] START '2020-01-01T00:00:00Z' STOP '2020-01-02T00:00:00Z'";

    assertThat(StixPattern.parseStrictly(repeated, StixVersion.V2_0).deviations())
        .containsExactly(
            new Deviation(
                Deviation.Kind.REPEATED_QUALIFIER,
                27,
                "a second qualifier of the same kind, expected each kind once"));
    assertThat(StixPattern.parseStrictly(plain, StixVersion.V2_0).deviations()).hasSize(2);
    assertThatThrownBy(() -> StixPattern.parseStrictly(repeated, StixVersion.V2_1))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> StixPattern.parseStrictly(plain, StixVersion.V2_1))
        .hasMessage("a plain string, expected a timestamp t'…'");
  }

  private static ObservationExpression parse(String text) {
    return StixPattern.parse(text).expression();
  }

  private static ObservationExpression single(int value) {
    return new Single(compared(value));
  }

  private static ComparisonExpression compared(int value) {
    return new Comparison(
        new ObjectPath("a", List.of(new Property("b"))),
        false,
        Operator.EQUAL,
        new Constant.Decimal(BigDecimal.valueOf(value)));
  }
}
