package org.testigo.indicators.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.testigo.indicators.patterns.NodeViews.at;
import static org.testigo.indicators.patterns.NodeViews.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.model.LimitHitException;

class ObservationSearchTest {
  private static final int RANDOM_PATTERNS = 6_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // The observations: x = 1 at 0 s, x = 2 from 4 to 6 s, x = 1 at 10 s.
        "[a:x = 1] AND [a:x = 1]                                        | 0 2",
        "[a:x = 2] AND [a:x = 2]                                        |",
        "[a:x = 1] FOLLOWEDBY [a:x = 2] FOLLOWEDBY [a:x = 1]            | 0 1 2",
        "[a:x = 2] FOLLOWEDBY [a:x = 1] FOLLOWEDBY [a:x = 1]            |",
        "([a:x = 1] AND [a:x = 2]) WITHIN 4 SECONDS                     | 0 1",
        "([a:x = 1] AND [a:x = 2]) WITHIN 3.999 SECONDS                 |",
        "([a:x = 1] REPEATS 2 TIMES) WITHIN 10 SECONDS                  | 0 2",
        "([a:x = 1] REPEATS 2 TIMES) WITHIN 9 SECONDS                   |",
        "[a:x = 2] START t'2021-07-18T12:00:06Z' STOP t'2021-07-18T12:00:07Z' | 1",
        "[a:x = 2] START t'2021-07-18T12:00:07Z' STOP t'2021-07-18T12:00:09Z' |",
        "[a:x = 2] START t'2021-07-18T12:00:00Z' STOP t'2021-07-18T12:00:04Z' |",
        "[a:x = 1] START t'2021-07-18T12:00:00Z' STOP t'2021-07-18T12:00:10Z' REPEATS 2 TIMES |",
        "([a:x > 0] FOLLOWEDBY [a:x = 1]) REPEATS 2 TIMES               |",
        "[a:x = 3] OR ([a:x = 1] AND [a:x = 2])                         | 0 1"
      })
  void takesDifferentObservationsInTime(String pattern, String places) {
    var observations = List.of(seen(1, 0, 0, 1), seen(2, 4, 6, 1), seen(1, 10, 10, 1));

    var found = StixPattern.parse(pattern).compile().match(observations);

    var expected = places == null ? new int[0] : ints(places);
    assertThat(found.orElse(new int[0])).containsExactly(expected);
  }

  @Test
  void whatWasSeenOftenMayMatchOften() {
    var often = List.of(seen(1, 0, 0, 1_000_000_000_000L));

    assertThat(match("[a:x = 1] REPEATS 10000 TIMES WITHIN 1 SECONDS", often)).containsExactly(0);
    assertThat(match("[a:x = 1] AND [a:x > 0]", often)).containsExactly(0);
  }

  @Test
  void withoutATimeNoOrderIsSeen() {
    var timeless =
        List.of(NodeViews.timeless(seen(1, 0, 0, 1)), NodeViews.timeless(seen(2, 0, 0, 1)));

    assertThat(match("[a:x = 1] AND [a:x = 2]", timeless)).containsExactly(0, 1);
    assertThat(match("[a:x = 1] WITHIN 5 SECONDS", timeless)).containsExactly(0);
    assertThat(match("[a:x = 1] FOLLOWEDBY [a:x = 2]", timeless)).isEmpty();
    assertThat(match("([a:x = 1] AND [a:x = 2]) WITHIN 5 SECONDS", timeless)).isEmpty();
    assertThat(
            match("[a:x = 1] START t'2020-01-01T00:00:00Z' STOP t'2030-01-01T00:00:00Z'", timeless))
        .isEmpty();
  }

  /// A part takes what fits it and moves others aside: only one way of 2,000 leaves nobody out.
  @Test
  void manyPartsFindTheOnlyWayToShare() {
    var observations = IntStream.range(0, 200).mapToObj(i -> seen(i, i, i, 1)).toList();
    var parts = IntStream.range(0, 200).mapToObj(i -> "[a:x <= " + (199 - i) + "]").toList();

    assertThat(match(String.join(" AND ", parts), observations)).hasSize(200);
    assertThat(match(String.join(" AND ", parts) + " AND [a:x = 0]", observations)).isEmpty();
  }

  @Test
  void manyObservationsAreSearchedInTime() {
    var observations = new ArrayList<ObservationView>();
    for (int i = 0; i < 20_000; i++) observations.add(seen(i % 7, i * 10L, i * 10L, 1));

    assertThat(match("[a:x = 1] FOLLOWEDBY [a:x = 2] FOLLOWEDBY [a:x = 3]", observations))
        .containsExactly(1, 2, 3);
    assertThat(match("([a:x = 1] AND [a:x = 3]) WITHIN 9 SECONDS", observations)).isEmpty();
    assertThat(match("[a:x = 1] REPEATS 10 TIMES WITHIN 600 SECONDS", observations)).isEmpty();
    assertThat(match("[a:x = 1] REPEATS 10 TIMES WITHIN 630 SECONDS", observations)).hasSize(10);
    assertThat(match("[a:x < 7] REPEATS 5000 TIMES", observations)).hasSize(5000);
  }

  @Test
  void aSearchThatDoesNotEndIsStopped() {
    var observations = new ArrayList<ObservationView>();
    for (int i = 0; i < 60; i++) observations.add(seen(1, i, i, 1));
    var steps = new StepCounter(5_000_000);
    var compiled =
        StixPattern.parse(
                "(([a:x = 1] FOLLOWEDBY [a:x = 1]) WITHIN 1 SECONDS"
                    + " AND [a:x = 1]) REPEATS 20 TIMES WITHIN 58 SECONDS")
            .compile();
    var candidates = new ArrayList<Candidate>();
    for (int i = 0; i < 60; i++) candidates.add(Candidate.of(i, observations.get(i)));
    var all = new CandidateList(candidates);

    assertThatThrownBy(() -> ObservationSearch.find(compiled.plan(), List.of(all, all, all), steps))
        .isInstanceOf(LimitHitException.class);
  }

  /// Against a search that tries every way.
  @Test
  void findsAMatchExactlyWhereThereIsOne() {
    var random = new SplittableRandom(1_549);
    int found = 0;
    for (int i = 0; i < RANDOM_PATTERNS; i++) {
      var observations = randomObservations(random);
      String pattern = randomPattern(random, 3);
      boolean expected = new EveryWay(observations).isMatched(StixPattern.parse(pattern));
      var actual = StixPattern.parse(pattern).compile().match(observations);
      assertThat(actual.isPresent()).as(pattern + " over " + observations).isEqualTo(expected);
      if (expected) found++;
    }
    assertThat(found).isBetween(RANDOM_PATTERNS / 4, RANDOM_PATTERNS * 3 / 4);
  }

  private static List<ObservedData> randomObservations(RandomGenerator random) {
    return IntStream.range(0, random.nextInt(2, 6))
        .mapToObj(_ -> {
          int first = random.nextInt(10);
          return seen(
              random.nextInt(3), first, first + random.nextInt(3), random.nextInt(5) == 0 ? 2 : 1);
        })
        .toList();
  }

  private static String randomPattern(RandomGenerator random, int depth) {
    if (depth == 0) return "[a:x = " + random.nextInt(3) + "]";
    return switch (random.nextInt(7)) {
      case 0 -> "[a:x >= " + random.nextInt(3) + "]";
      case 1 -> randomPattern(random, depth - 1) + " REPEATS 2 TIMES";
      case 2 ->
          "(%s) WITHIN %d SECONDS"
              .formatted(randomPattern(random, depth - 1), random.nextInt(1, 6));
      case 3 ->
          "(%s) START t'2021-07-18T12:00:0%dZ' STOP t'2021-07-18T12:00:0%dZ'"
              .formatted(
                  randomPattern(random, depth - 1), random.nextInt(3), random.nextInt(5, 10));
      case 4 ->
          "(%s OR %s)"
              .formatted(randomPattern(random, depth - 1), randomPattern(random, depth - 1));
      case 5 ->
          "(%s AND %s)"
              .formatted(randomPattern(random, depth - 1), randomPattern(random, depth - 1));
      default ->
          "(%s FOLLOWEDBY %s)"
              .formatted(randomPattern(random, depth - 1), randomPattern(random, depth - 1));
    };
  }

  private static ObservedData seen(int x, long first, long last, long times) {
    return at(first, last, times, object("a", "x", x));
  }

  private static int[] match(String pattern, List<? extends ObservationView> observations) {
    return StixPattern.parse(pattern).compile().match(observations).orElse(new int[0]);
  }

  private static int[] ints(String places) {
    return Arrays.stream(places.split(" ")).mapToInt(Integer::parseInt).toArray();
  }
}
