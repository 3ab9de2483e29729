package org.testigo.indicators.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.model.MalformedException;

/// Whatever is done to a pattern, it is read or refused with a place inside it.
class PatternMutationTest {
  /// Signs that mean something in the grammar, and some that mean nothing anywhere.
  private static final String INTRUDERS = "'\\[(:/ 0\ud83d";

  private long refused;
  private long read;

  @Test
  void cutAndChangedAtEveryPlace() {
    var patterns =
        Stream.concat(
                Vectors.syntax(Corpus.path(Vectors.SYNTAX)).stream().map(Vectors.Syntax::pattern),
                Vectors.matchingPatterns(Corpus.path(Vectors.MATCHING)).stream())
            .distinct()
            .toList();
    patterns.forEach(this::mutate);

    System.out.println("STIX pattern mutations: " + refused + " refused, " + read + " read");
    assertThat(patterns).hasSizeGreaterThan(400);
    assertThat(refused).isGreaterThan(150_000);
    assertThat(read).isGreaterThan(30_000);
  }

  private void mutate(String pattern) {
    for (int i = 0; i <= pattern.length(); i++) {
      parse(pattern.substring(0, i));
      parse(pattern.substring(i));
      for (int j = 0; j < INTRUDERS.length(); j++) {
        char intruder = INTRUDERS.charAt(j);
        int from = j % 2 == 0 || i == pattern.length() ? i : i + 1;
        parse(pattern.substring(0, i) + intruder + pattern.substring(from));
      }
    }
  }

  private void parse(String text) {
    try {
      var pattern = StixPattern.parse(text);
      if (!StixPattern.parse(pattern.toString()).expression().equals(pattern.expression()))
        fail("%s is written as %s", text, pattern);
      read++;
    } catch (MalformedException refusal) {
      if (refusal.offsetBytes() < 0 || refusal.offsetBytes() > text.length())
        fail("%s is refused at %d", text, refusal.offsetBytes());
      refused++;
    }
  }
}
