package org.testigo.indicators.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EqualitiesTest {

  @Test
  void oneEqualityIsTakenWithItsPathAndPlainValue() {
    assertThat(StixPattern.parse("[domain-name:value='it\\'s=\\\\]'] ").equalities())
        .containsExactly(new Equality("domain-name:value", "it's=\\]"));
  }

  @Test
  void keysKeepOnlyTheQuotesThatTheyNeed() {
    assertThat(
            StixPattern.parse("[file:hashes.'MD5' = 'a' OR file:hashes.'SHA-256' = 'b']")
                .equalities())
        .containsExactly(
            new Equality("file:hashes.MD5", "a"), new Equality("file:hashes.'SHA-256'", "b"));
  }

  @Test
  void alternativesInsideAndOutsideOfBracketsAndSetsAreEqualities() {
    assertThat(
            StixPattern.parse("([a:x = '1'] OR [(a:y = '2' OR a:y IN ('3', '4'))]) OR [a:z == '5']")
                .equalities())
        .containsExactly(
            new Equality("a:x", "1"),
            new Equality("a:y", "2"),
            new Equality("a:y", "3"),
            new Equality("a:y", "4"),
            new Equality("a:z", "5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a:b = 'c' AND a:d = 'e']",
        "[a:b = 'c'] AND [a:d = 'e']",
        "[a:b = 'c' OR a:d LIKE 'e']",
        "[a:b = 'c' OR a:d = 5]",
        "[a:b NOT = 'c']",
        "[a:b != 'c']",
        "[a:b NOT IN ('c')]",
        "[a:b IN ()]",
        "[a:b = t'2020-01-01T00:00:00Z']",
        "[a:payload_bin = 'YQ==']",
        "[EXISTS a:b]",
        "[a:b = 'c'] START t'2020-01-01T00:00:00Z' STOP t'2021-01-01T00:00:00Z'",
        "[a:b = 'c'] REPEATS 2 TIMES"
      })
  void everythingElseIsNot(String pattern) {
    assertThat(StixPattern.parse(pattern).equalities()).isEmpty();
  }
}
