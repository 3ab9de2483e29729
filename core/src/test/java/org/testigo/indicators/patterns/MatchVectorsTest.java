package org.testigo.indicators.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.model.MalformedException;

/// The matching vectors of the OASIS matcher.
///
/// The suite from which they were recorded changes the times of two sets of observations (8 and 20)
/// between its tests, while the record holds only how these sets were at the end: by it, the same
/// pattern over the same set would have to match and not to match. So the times that the suite sets
/// (`test_temporal_qualifiers.py`) are set here again before each of these vectors.
class MatchVectorsTest {
  private static final List<Integer> CHANGED_SETS = List.of(8, 20);

  /// Seconds of the first and last time of the first and of the second observation, in the order of
  /// the suite.
  private static final int[][] WITHIN_MATCH = {
    {0, 0, 0, 0}, {0, 0, 0, 1}, {0, 0, 0, 1}, {0, 1, 1, 2},
    {0, 1, 2, 3}, {0, 3, 1, 2}, {0, 2, 1, 3}, {0, 1, 3, 4}
  };

  private static final int[][] WITHIN_NO_MATCH = {{0, 1, 3, 4}, {0, 0, 3, 4}, {0, 1, 4, 4}};

  private final Map<String, Integer> runsOfTest = new TreeMap<>();

  @Test
  void everyVectorMatchesOrFailsAsPublished() {
    var file = Corpus.path(Vectors.MATCHING);
    var vectors = Vectors.matching(file);
    var sets = Vectors.observations(file);
    Map<String, Integer> outcomes = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (var vector : vectors) {
      String outcome = outcome(vector, observations(vector, sets));
      outcomes.merge(outcome, 1, Integer::sum);
      if (!outcome.equals(vector.expected())) wrong.add(outcome + " instead of " + vector);
    }

    System.out.println("STIX pattern matching vectors: " + vectors.size() + " ran, " + outcomes);
    assertThat(vectors).hasSize(493);
    assertThat(wrong).isEmpty();
  }

  private List<ObservedData> observations(Vectors.Matching vector, List<List<ObservedData>> sets) {
    var recorded = sets.get(vector.observations());
    if (!CHANGED_SETS.contains(vector.observations())) return recorded;
    int run = runsOfTest.merge(vector.test(), 1, Integer::sum) - 1;
    if (vector.test().endsWith("test_within_match")) return moved(recorded, WITHIN_MATCH[run]);
    if (vector.test().endsWith("test_within_nomatch")) return moved(recorded, WITHIN_NO_MATCH[run]);
    return List.of(
        recorded.get(0).at(at("1994-11-29T13:37:52Z"), at("1994-11-29T13:37:52Z")),
        recorded.get(1).at(at("1994-11-29T13:37:57Z"), at("1994-11-29T13:37:57Z")),
        recorded.get(2));
  }

  private static List<ObservedData> moved(List<ObservedData> recorded, int[] seconds) {
    var start = at("2000-01-01T00:00:00Z");
    return List.of(
        recorded.get(0).at(start.plusSeconds(seconds[0]), start.plusSeconds(seconds[1])),
        recorded.get(1).at(start.plusSeconds(seconds[2]), start.plusSeconds(seconds[3])),
        recorded.get(2));
  }

  private static Instant at(String time) {
    return Instant.parse(time);
  }

  private static String outcome(Vectors.Matching vector, List<ObservedData> observations) {
    try {
      var pattern = StixPattern.parse(vector.pattern()).compile();
      return pattern.match(observations).isPresent() ? "match" : "nomatch";
    } catch (MalformedException refusal) {
      return "error:ParseException";
    } catch (UnmatchableException refusal) {
      return "error:MatcherException";
    }
  }
}
