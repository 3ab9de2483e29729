package org.testigo.indicators.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PatternTextTest {
  private static final int PATTERNS = 20_000;

  @Test
  void whatIsWrittenReadsAsTheSamePattern() {
    var random = new RandomPatterns(new SplittableRandom(20_210_718));
    var texts = new HashSet<String>();
    for (int i = 0; i < PATTERNS; i++) {
      var expression = random.observations(i % 5);
      String text = PatternText.of(expression);
      var read = StixPattern.parse(text);
      assertThat(read.expression()).as(text).isEqualTo(expression);
      assertThat(read).hasToString(text);
      texts.add(text);
    }
    assertThat(texts).hasSizeGreaterThan(PATTERNS * 3 / 4);
  }
}
