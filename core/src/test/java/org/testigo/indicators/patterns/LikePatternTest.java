package org.testigo.indicators.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikePatternTest {
  private static final int COMPARISONS = 200_000;

  @ParameterizedTest
  @CsvSource({
    "he%, hello, true",
    "he__o, hello, true",
    "he__, hello, false",
    "%, '', true",
    "'', '', true",
    "'', a, false",
    "_, '', false",
    "%lo, hello, true",
    "%l, hello, false",
    "HE%, hello, false",
    "a.c, abc, false",
    "%.example.org/%, https://a.example.org/x, true",
    "_, \ud83d\ude00, true",
    "__, \ud83d\ude00, false"
  })
  void fits(String pattern, String text, boolean expected) {
    assertThat(new LikePattern(pattern).fits(text, new StepCounter(1000))).isEqualTo(expected);
  }

  @Test
  void sameAsARegularExpression() {
    var random = new SplittableRandom(7);
    int fitting = 0;
    for (int i = 0; i < COMPARISONS; i++) {
      String pattern = text(random, "ab%_", 6);
      String value = text(random, "ab", 8);
      boolean expected = Pattern.matches(pattern.replace("%", ".*").replace('_', '.'), value);
      if (new LikePattern(pattern).fits(value, new StepCounter(1000)) != expected)
        assertThat(value + " LIKE " + pattern).isEqualTo(String.valueOf(expected));
      if (expected) fitting++;
    }
    assertThat(fitting).isGreaterThan(COMPARISONS / 20);
  }

  @Test
  void theWorkGrowsNoFasterThanTextTimesPattern() {
    var steps = new StepCounter(10_000L * 50);
    assertThat(new LikePattern("%a".repeat(24) + "b").fits("a".repeat(10_000), steps)).isFalse();
  }

  private static String text(RandomGenerator random, String letters, int longest) {
    var text = new StringBuilder();
    for (int length = random.nextInt(longest + 1); length > 0; length--)
      text.append(letters.charAt(random.nextInt(letters.length())));
    return text.toString();
  }
}
