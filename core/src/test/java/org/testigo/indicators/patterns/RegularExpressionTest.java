package org.testigo.indicators.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.Corpus;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;

class RegularExpressionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "l+            ~ hello    ~ true",
        "^l            ~ hello    ~ false",
        "[[:alpha:]]   ~ 1:2      ~ false",
        "[[:alpha:]]   ~ 1a2      ~ true",
        "^[[:^digit:]]+$ ~ abc    ~ true",
        "^[[:digit:].-]+$ ~ 1.2-3 ~ true",
        "^[[]$         ~ [        ~ true",
        "^[]a]+$       ~ ]a       ~ true",
        "^[^]a]$       ~ b        ~ true",
        "^[a&&b]+$     ~ a&b      ~ true",
        "^[\\d\\-x]+$  ~ 1-x      ~ true",
        "^a{,2}$       ~ a{,2}    ~ true",
        "^a{2,}$       ~ aaa      ~ true",
        "a{b           ~ xa{b     ~ true",
        "^(?P<x>a|b)(?P=x)$ ~ bb  ~ true",
        "^(?'x'a|b)\\g{x}$ ~ ab   ~ false",
        "^(a|b)\\g1$   ~ aa       ~ true",
        "^\\x41\\x{42}$ ~ AB      ~ true",
        "^\\xe9$       ~ é        ~ true",
        "^\\Q[a.b]\\E$ ~ [a.b]    ~ true",
        "^\\Qa\\Eb{2}$ ~ abb      ~ true",
        "(?i)ÑANDÚ     ~ ñandú    ~ true",
        "a(?#note)b    ~ ab       ~ true",
        "^\\/\\@\\é$   ~ /@é      ~ true",
        "(?<=x)y(?!z)  ~ xyz      ~ false",
        "^(?>a+)ab     ~ aaab     ~ false"
      })
  void meansWhatItMeansInPcre(String pcre, String text, boolean found) {
    var expression = RegularExpression.compile(pcre);
    assertThat(expression.isFoundIn(text, new StepCounter(10_000))).isEqualTo(found);
  }

  @Test
  void theDotTakesLineBreaksAndTheEndIsBeforeTheLastLineFeedOnly() {
    assertThat(RegularExpression.compile("a.b").isFoundIn("a\nb", new StepCounter(100))).isTrue();
    assertThat(RegularExpression.compile("a$").isFoundIn("a\n", new StepCounter(100))).isTrue();
    assertThat(RegularExpression.compile("a$").isFoundIn("a\r", new StepCounter(100))).isFalse();
    assertThat(RegularExpression.compile("a$").isFoundIn("a\u2028", new StepCounter(100)))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?R)",
        "(?1)",
        "(?-1)",
        "(?&x)",
        "(?P>x)",
        "(?(1)a)",
        "(?C1)",
        "(?|a)",
        "a\\Kb",
        "\\G",
        "(*COMMIT)",
        "(?U)a",
        "(?x)a",
        "(?n:a)",
        "\\N",
        "(",
        "[",
        "a\\",
        "*",
        "\\g{-1}",
        "\\g"
      })
  void whatTheEngineDoesNotHaveIsRefused(String pcre) {
    assertThatThrownBy(() -> RegularExpression.compile(pcre))
        .isInstanceOf(UnmatchableException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(.*a){20}$", "(x+x+)+y\\1", "^((a+)+)+\\2b", "(a*)*(a*)*(a*)*(a*)*\\1b"})
  void anExpressionThatExplodesIsStopped(String pcre) {
    var expression = RegularExpression.compile(pcre);
    String text = "a".repeat(40) + "x".repeat(40) + "!";

    assertThatThrownBy(() -> expression.isFoundIn(text, new StepCounter(1_000_000)))
        .isInstanceOf(LimitHitException.class)
        .hasMessage("limit of 1000000 steps reached");
  }

  /// The engine would try these for hours without one look at a character.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?:|){40}b",
        "(?:^|^){40}b",
        "(?:(?:(?:){1000}){1000}){1000}",
        "(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)b",
        "(?:(?:|){8}a?){8}b",
        "(?:(?=|){9}){9}",
        "(?:()|(\\1|\\1)){30}b",
        "(?:\\b|\\B){40}c"
      })
  void anExpressionThatTriesInSilenceIsRefused(String pcre) {
    assertThatThrownBy(() -> RegularExpression.compile(pcre))
        .isInstanceOf(UnmatchableException.class)
        .hasMessageContaining("ways to match nothing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(?:https?://)?(?:[a-z0-9-]{1,63}\\.)*(?:evil|bad)\\.(?:com|net|org)(?::[0-9]+)?(?:/.*)?$",
        "^[0-9a-f]{64}$|^[0-9a-f]{40}$|^[0-9a-f]{32}$",
        "(?:[0-9]{1,3}\\.){3}[0-9]{1,3}",
        "(?:^|[/\\\\])(?:a|b|c|d|e|f|g|h)\\.(?:exe|dll|sys|scr)(?:$|\\s)",
        "^.+>-add GlobalSign.cer -c -s -r localMachine Root$",
        "(?i)\\s*\\w*\\s*=\\s*'?[^']*'?\\s*;?"
      })
  void whatIndicatorsAreMadeOfIsNot(String pcre) {
    assertThat(RegularExpression.compile(pcre).isFoundIn("", new StepCounter(1_000)))
        .isEqualTo(Pattern.compile(pcre).matcher("").find());
  }

  @Test
  void anExpressionThatExhaustsTheStackIsStopped() {
    var expression = RegularExpression.compile("^(?:a|b)*c");
    String text = "ab".repeat(400_000);

    assertThatThrownBy(() -> expression.isFoundIn(text, new StepCounter(100_000_000)))
        .isInstanceOf(UnmatchableException.class)
        .hasMessageContaining("exhausts the stack on a value of 800000 characters");
  }

  @Test
  void aValueThatIsTooLongIsNotSearched() {
    var expression = RegularExpression.compile("a");
    assertThatThrownBy(() -> expression.isFoundIn("a".repeat(1 << 21), new StepCounter(10)))
        .isInstanceOf(LimitHitException.class);
  }

  @Test
  void theHostilePackEndsOrIsRefused() {
    var objects =
        Vectors.elements(
            Vectors.at(
                JsonTree.read(Corpus.path("hostile/generated/json/stix_redos.json")), "objects"));
    var ends = StixPattern.parse(Vectors.text(objects.get(0), "pattern")).compile();
    var url =
        List.of(NodeViews.at(0, 0, 1, NodeViews.object("url", "value", "a".repeat(60) + "!")));

    // The engine of the JDK remembers where it failed, so this one ends by itself.
    assertThat(ends.match(url)).isEmpty();
    assertThatThrownBy(() -> StixPattern.parse(Vectors.text(objects.get(1), "pattern")))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("parentheses inside each other");
    assertThat(objects).hasSize(2);
  }
}
