package org.testigo.indicators.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.Observable;
import org.testigo.model.Observation;
import org.testigo.model.ProcessObject;
import org.testigo.model.Setting;
import org.testigo.model.Source;
import org.testigo.model.UrlVisit;

class PatternMatchingTest {
  private static final Instant NOON = NodeViews.NOON;

  private final List<PatternMatch> matches = new ArrayList<>();

  @Test
  void whatOneObservationFulfilsAnswersAtOnce() {
    var matching =
        set(
                "[url:value LIKE '%evil%']",
                "[process:name = 'bh' OR url:value MATCHES 'evil']",
                "[process:name = 'bh'] OR [domain-name:value = 'evil.example.org']")
            .begin();
    var visit = visit("https://evil.example.org/a", 0);

    matching.match(visit, matches::add);

    assertThat(matches)
        .containsExactly(
            match(0, visit, "url:value", "https://evil.example.org/a"),
            match(1, visit, "url:value", "https://evil.example.org/a"),
            match(2, visit, "domain-name:value", "evil.example.org"));
    matching.match(visit("https://example.org/", 0), matches::add);
    matching.finish(matches::add);
    assertThat(matches).hasSize(3);
    assertThat(matching.troubles()).isEmpty();
  }

  @Test
  void anObservationMatchesAPatternOnce() {
    var matching = set("[url:value LIKE 'h%'] OR [domain-name:value LIKE 'e%']").begin();

    matching.match(visit("https://example.org/", 0), matches::add);

    assertThat(matches).hasSize(1);
  }

  @Test
  void severalObservationsAnswerAtTheEnd() {
    var matching =
        set("[url:value LIKE '%lure%'] FOLLOWEDBY [process:name = 'bh'] WITHIN 60 SECONDS").begin();
    var late = run("bh", 30);
    var lure = visit("https://example.org/lure", 10);

    matching.match(late, matches::add);
    matching.match(run("other", 11), matches::add);
    matching.match(lure, matches::add);
    assertThat(matches).isEmpty();
    matching.finish(matches::add);

    assertThat(matches)
        .containsExactly(
            new PatternMatch(
                0,
                List.of(
                    new PatternMatch.Part(late, new Witness("process:name", "bh")),
                    new PatternMatch.Part(
                        lure, new Witness("url:value", "https://example.org/lure")))));
  }

  @Test
  void startAndStopHoldForSingleObservations() {
    var matching =
        set("[process:name = 'bh'] START t'2021-07-18T12:00:10Z'"
                + " STOP t'2021-07-18T12:00:20Z' OR [process:name = 'always']")
            .begin();

    matching.match(run("bh", 9), matches::add);
    matching.match(run("bh", 20), matches::add);
    matching.match(new Observation(process("bh"), List.of(), source()), matches::add);
    assertThat(matches).isEmpty();
    matching.match(run("bh", 10), matches::add);
    matching.match(run("always", 0), matches::add);

    assertThat(matches).hasSize(2);
  }

  @Test
  void moreObservationsThanAreKeptIsSaid() {
    var matching = new PatternMatching(set("[process:name = 'a'] REPEATS 4 TIMES"), 3);

    for (int i = 0; i < 5; i++) matching.match(run("a", i), matches::add);
    matching.finish(matches::add);

    assertThat(matches).isEmpty();
    assertThat(matching.troubles())
        .containsExactly(
            new PatternTrouble(
                0, PatternTrouble.Reason.OBSERVATIONS, "limit of 3 observations reached", 2));
  }

  @Test
  void aPatternThatExplodesIsSaidAndTheOthersStillMatch() {
    var matching = set("[url:value MATCHES '(.*a){20}$']", "[url:value LIKE '%!']").begin();

    for (int i = 0; i < 3; i++) matching.match(visit("a".repeat(60) + "!", i), matches::add);

    assertThat(matches).hasSize(3).allSatisfy(match -> assertThat(match.pattern()).isEqualTo(1));
    assertThat(matching.troubles())
        .containsExactly(
            new PatternTrouble(
                0, PatternTrouble.Reason.STEPS, "limit of 1000000 steps reached", 3));
  }

  @Test
  void aPatternThatExplodesAllTheTimeIsGivenUp() {
    var matching = set("[url:value MATCHES '(.*a){20}$']").begin();
    var hostile = visit("a".repeat(60) + "!", 0);

    for (int i = 0; i < 200; i++) matching.match(hostile, matches::add);

    assertThat(matching.troubles())
        .containsExactly(
            new PatternTrouble(
                0, PatternTrouble.Reason.STEPS, "limit of 1000000 steps reached", 51),
            new PatternTrouble(
                0, PatternTrouble.Reason.GIVEN_UP, "limit of 50102000 steps reached", 1));
  }

  @Test
  void aValueThatCannotBeComparedIsSaid() {
    var matching = set("[x-setting:value > t'2020-01-01T00:00:00Z']").begin();

    matching.match(observation(new Setting("Info", "Date", "yesterday"), 0), matches::add);
    matching.match(
        observation(new Setting("Info", "Date", "2021-01-01T00:00:00Z"), 0), matches::add);

    assertThat(matches).hasSize(1);
    assertThat(matching.troubles())
        .containsExactly(
            new PatternTrouble(
                0,
                PatternTrouble.Reason.UNMATCHABLE,
                "'yesterday', expected a time such as 2020-12-31T23:59:59Z",
                1));
  }

  private static PatternSet set(String... patterns) {
    return PatternSet.of(
        Arrays.stream(patterns).map(text -> StixPattern.parse(text).compile()).toList());
  }

  private static PatternMatch match(int pattern, Observation seen, String path, String value) {
    return new PatternMatch(
        pattern, List.of(new PatternMatch.Part(seen, new Witness(path, value))));
  }

  private static Observation visit(String url, long second) {
    return observation(
        new UrlVisit("Safari", Optional.empty(), url, Optional.empty(), Optional.empty()), second);
  }

  private static Observation run(String name, long second) {
    return observation(process(name), second);
  }

  private static ProcessObject process(String name) {
    return new ProcessObject(
        Optional.of(name), Optional.empty(), OptionalLong.empty(), Optional.empty());
  }

  private static Observation observation(Observable object, long second) {
    var at = NOON.plusSeconds(second);
    return new Observation(
        object, List.of(new Moment(Moment.Meaning.RECORDED, at, at.toString())), source());
  }

  private static Source source() {
    return new Source("ios.made-up", "made-up.db", Location.WHOLE);
  }
}
