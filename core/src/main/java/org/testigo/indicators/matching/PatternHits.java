package org.testigo.indicators.matching;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.testigo.indicators.IndicatorSet;
import org.testigo.indicators.Match;
import org.testigo.indicators.patterns.PatternMatch;
import org.testigo.indicators.patterns.PatternMatching;
import org.testigo.indicators.patterns.PatternSet;
import org.testigo.indicators.patterns.PatternTrouble;
import org.testigo.model.MessageObject;
import org.testigo.model.Observation;
import org.testigo.model.Text;

/// Holds observations against the patterns that are more than values, and turns what matched into
/// matches.
final class PatternHits {
  private final List<Entry> entries;
  private final PatternMatching matching;
  private final References references;

  /// @param entries the indicators, at the places that the patterns have in the set
  PatternHits(List<Entry> entries, PatternSet patterns, References references) {
    this.entries = entries;
    this.matching = patterns.begin();
    this.references = references;
  }

  void match(Observation observation, Consumer<Match> matches) {
    if (!entries.isEmpty()) matching.match(observation, found -> give(found, matches));
  }

  void finish(Consumer<Match> matches) {
    matching.finish(found -> give(found, matches));
  }

  private void give(PatternMatch found, Consumer<Match> matches) {
    var last = found.parts().getLast();
    var observation = last.observation();
    var others =
        found.parts().stream()
            .limit(found.parts().size() - 1L)
            .map(PatternMatch.Part::observation)
            .toList();
    var entry = entries.get(found.pattern());
    matches.accept(
        new Match(
            observation,
            others,
            last.witness().value(),
            role(observation),
            references.of(List.of(entry), observation, false)));
  }

  /// What a message holds stands in its text; anything else is the thing itself.
  private static Match.Role role(Observation observation) {
    return observation.object() instanceof MessageObject ? Match.Role.CONTENT : Match.Role.SUBJECT;
  }

  List<Text> troubles() {
    return matching.troubles().stream().map(this::worded).toList();
  }

  private Text worded(PatternTrouble trouble) {
    String key = "trouble-" + trouble.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String pattern = entries.get(trouble.pattern()).indicator.value();
    return Text.of(IndicatorSet.class, key, pattern, trouble.detail(), trouble.count());
  }
}
