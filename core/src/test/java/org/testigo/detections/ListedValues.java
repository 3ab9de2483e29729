package org.testigo.detections;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.testigo.indicators.IndicatorSet;
import org.testigo.indicators.Match;
import org.testigo.indicators.PackReport;
import org.testigo.model.IndicatorReference;
import org.testigo.model.MessageObject;
import org.testigo.model.Observation;
import org.testigo.model.UrlVisit;

/// A hand-written set of indicators: a value matches where the text of an observation holds it.
/// Tests of the real matcher lie with it.
final class ListedValues implements IndicatorSet {
  private final List<List<IndicatorReference>> listed = new ArrayList<>();
  private final List<Match> atTheEnd = new ArrayList<>();

  /// Lists one value, with all indicators that carry it.
  ListedValues with(IndicatorReference... indicators) {
    listed.add(List.of(indicators));
    return this;
  }

  ListedValues finishingWith(Match match) {
    atTheEnd.add(match);
    return this;
  }

  static IndicatorReference domain(String value, String pack, String name) {
    return new IndicatorReference(value, "domain-name:value", pack, name, List.of());
  }

  static IndicatorReference program(String value, String pack, String name) {
    return new IndicatorReference(value, "process:name", pack, name, List.of());
  }

  @Override
  public List<PackReport> packs() {
    return List.of();
  }

  @Override
  public long size() {
    return (long) listed.size() + atTheEnd.size();
  }

  @Override
  public Matching begin() {
    return new Matching() {
      @Override
      public void match(Observation observation, Consumer<Match> matches) {
        for (var indicators : listed) {
          String value = indicators.getFirst().value();
          String text = observation.object().toString();
          if (text.contains(value))
            matches.accept(
                new Match(observation, List.of(), value, role(observation, value), indicators));
        }
      }

      @Override
      public void finish(Consumer<Match> matches) {
        atTheEnd.forEach(matches);
      }
    };
  }

  private static Match.Role role(Observation observation, String value) {
    if (observation.object() instanceof MessageObject message && message.body().contains(value))
      return Match.Role.CONTENT;
    if (observation.object() instanceof UrlVisit visit && visit.url().contains("=" + value))
      return Match.Role.MENTION;
    return Match.Role.SUBJECT;
  }
}
