package org.testigo.indicators.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.testigo.indicators.patterns.NodeViews.at;
import static org.testigo.indicators.patterns.NodeViews.object;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.model.LimitHitException;

class SingleConditionTest {
  private static final ObservationView ONE =
      NodeViews.of(
          "name",
          "Ana",
          "size",
          5,
          "null",
          new StixNode.Null(),
          "list",
          List.of("x", "y"),
          "inner",
          object("inner", "b", "c"),
          "friend_ref",
          "id-1",
          "file_hex",
          "00ff41",
          "odd_hex",
          "abc");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a:name = 'Ana']",
        "[a:name <> 'ana']",
        "[a:size >= 5.0 AND a:size < 5.5]",
        "[a:list[0] = 'x' AND a:list[1] = 'y' AND a:list[*] = 'y']",
        "[a:list[*] != 'x']",
        "[a:inner.b = 'c' AND a:inner[*] = 'c']",
        "[EXISTS a:null AND NOT EXISTS a:nothing]",
        "[a:null != 'x']",
        "[a:file_hex = h'00FF41' AND a:file_hex = b'AP9B' AND a:file_hex LIKE '%A']",
        "[a:odd_hex = 'abc']",
        "[a:name IN ('Bob', 'Ana')]",
        "[a:size IN (4, 5.00)]",
        "[a:type = 'a']",
        "[a:friend_ref = 'id-1']",
        "[b:x = 1 OR a:name = 'Ana']"
      })
  void holds(String pattern) {
    assertThat(matches(pattern, ONE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a:name = 'ana']",
        "[a:size = '5']",
        "[a:list = 'x']",
        "[a:list[2] = 'x']",
        "[a:list[-1] = 'y']",
        "[a:list.b = 'x']",
        "[a:name[0] = 'A']",
        "[a:nothing != 'x']",
        "[a:nothing NOT = 'x']",
        "[EXISTS a:inner.nothing]",
        "[NOT EXISTS a:name]",
        "[NOT EXISTS b:name]",
        "[a:friend_ref.name = 'Ana']",
        "[a:file_hex = '00ff41']",
        "[a:name = 'Ana' AND b:x = 1]",
        "[a:name ISSUBSET '0.0.0.0/0']"
      })
  void doesNotHold(String pattern) {
    assertThat(matches(pattern, ONE)).isFalse();
  }

  @Test
  void comparisonsOfOneTypeSpeakOfTheSameObject() {
    var two = at(0, 0, 1, object("a", "x", 1, "y", 1), object("a", "x", 2, "y", 2));

    assertThat(matches("[a:x = 1 AND a:y = 1]", two)).isTrue();
    assertThat(matches("[a:x = 1 AND a:y = 2]", two)).isFalse();
    assertThat(matches("[(a:x = 1 OR a:x = 2) AND a:y = 2]", two)).isTrue();
  }

  @Test
  void comparisonsOfSeveralTypesSpeakOfOneObjectEach() {
    var several =
        at(
            0,
            0,
            1,
            object("a", "x", 1),
            object("a", "x", 2),
            object("b", "x", 3),
            object("b", "y", 4));

    assertThat(matches("[a:x = 2 AND b:x = 3]", several)).isTrue();
    assertThat(matches("[a:x = 2 AND b:y = 4]", several)).isTrue();
    assertThat(matches("[b:x = 3 AND b:y = 4]", several)).isFalse();
    assertThat(matches("[(a:x = 2 AND b:x = 3) OR c:x = 9]", several)).isTrue();
    assertThat(matches("[(a:x = 1 OR b:x = 9) AND (a:x = 2 OR b:y = 4)]", several)).isTrue();
    assertThat(matches("[(a:x = 1 OR b:x = 9) AND (a:x = 2 OR b:y = 9)]", several)).isFalse();
  }

  @Test
  void theWitnessIsAValueThatWasAccepted() {
    var condition = condition("[a:size > 9 OR a:name LIKE 'A%']");

    assertThat(condition.match(ONE, new StepCounter(100))).contains(new Witness("a:name", "Ana"));
  }

  @Test
  void stringsCompareByCodePoints() {
    var emoji = NodeViews.of("name", "\ud83d\ude00");

    assertThat(matches("[a:name > '\uffee']", emoji)).isTrue();
    assertThat(matches("[a:name < '\uffee']", emoji)).isFalse();
    assertThat(matches("[a:name > '']", emoji)).isTrue();
  }

  @Test
  void referencesThatFanOutAreStoppedByTheNumberOfSteps() {
    var everybody = IntStream.range(0, 100).mapToObj(i -> "id-" + i).toList();
    var people =
        Collections.nCopies(100, object("a", "knows_refs", everybody, "name", "x"))
            .toArray(StixNode[]::new);
    var knows =
        IntStream.range(0, 20).mapToObj(_ -> "knows_refs[*]").collect(Collectors.joining("."));
    var condition = condition("[a:" + knows + ".name = 'nobody']");

    assertThatThrownBy(() -> condition.match(at(0, 0, 1, people), new StepCounter(1_000_000)))
        .isInstanceOf(LimitHitException.class)
        .hasMessage("limit of 1000000 steps reached");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a:b IN ('c', 1)]",
        "[a:b = t'2021-02-30T00:00:00Z']",
        "[a:b MATCHES '(']",
        "[a:b MATCHES '(?R)']",
        "[a:b ISSUBSET 'example.org']",
        "[a:b ISSUBSET '192.0.2.0/33']",
        "[a:b = 1] WITHIN 0 SECONDS",
        "[a:b = 1] REPEATS 0 TIMES",
        "[a:b = 1] REPEATS 10001 TIMES",
        "([a:b = 1] AND [a:b = 2]) REPEATS 500 TIMES",
        "[a:b = 1] START '2021-01-01' STOP '2021-01-02'"
      })
  void whatCannotBeMeantIsRefused(String pattern) {
    var parsed = StixPattern.parse(pattern);

    assertThatThrownBy(parsed::compile).isInstanceOf(UnmatchableException.class);
  }

  @Test
  void aTextThatIsNoTimeCannotBeComparedWithATime() {
    assertThatThrownBy(() -> matches("[a:name > t'2021-01-01T00:00:00Z']", ONE))
        .isInstanceOf(UnmatchableException.class)
        .hasMessage("'Ana', expected a time such as 2020-12-31T23:59:59Z");
  }

  private static SingleCondition condition(String pattern) {
    return StixPattern.parse(pattern).compile().conditions().getFirst();
  }

  private static boolean matches(String pattern, ObservationView view) {
    return StixPattern.parse(pattern).compile().match(List.of(view)).isPresent();
  }
}
