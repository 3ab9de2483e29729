package org.testigo.detections;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.testigo.indicators.Match;
import org.testigo.model.FindingClass;
import org.testigo.model.IndicatorReference;
import org.testigo.model.Observation;
import org.testigo.model.Sightings;
import org.testigo.model.Source;
import org.testigo.model.Text;

/// What was seen of one campaign in one class: its observations, and the indicators behind them.
///
/// Memory: the indicators that matched, which the packs bound, and what [Gathered] keeps.
final class CampaignSightings {
  /// How many values of one observation stand in its example; further ones are counted there.
  private static final int VALUES_PER_EXAMPLE = 5;

  /// How many observations of patterns over several observations are told apart; beyond, one that
  /// several matches name is counted several times.
  private static final int OBSERVATIONS_OF_PATTERNS = 10_000;

  private static final Comparator<IndicatorReference> ORDER =
      Comparator.comparing(IndicatorReference::value)
          .thenComparing(IndicatorReference::type)
          .thenComparing(IndicatorReference::pack)
          .thenComparing(IndicatorReference::name);

  private final FindingClass findingClass;
  private final Gathered gathered = new Gathered();
  private final Map<IndicatorReference, SequencedSet<Text>> indicators = new TreeMap<>(ORDER);
  private final Set<Source> ofPatterns = new HashSet<>();
  private String shownName = "";
  private int confidence;

  CampaignSightings(FindingClass findingClass) {
    this.findingClass = findingClass;
  }

  /// What matches are grouped by: the first name that an indicator carries, without case, else the
  /// name of the first pack.
  static String campaignOf(List<IndicatorReference> indicators) {
    return nameOf(indicators).toLowerCase(Locale.ROOT);
  }

  /// Takes the matches of one observation, which counts once.
  void add(Observation observation, List<Match> matches) {
    for (Match match : matches) {
      if (shownName.isEmpty()) shownName = nameOf(match.indicators());
      match.indicators().forEach(this::addIndicator);
    }
    if (matches.stream().allMatch(match -> match.others().isEmpty())) {
      gathered.add(observation, shownValues(matches));
    } else {
      for (Match match : matches) {
        match.others().forEach(other -> addOnce(other, match.value()));
        addOnce(observation, match.value());
      }
    }
  }

  /// The campaign, malware or pack, as the packs write it.
  String shownName() {
    return shownName;
  }

  long count() {
    return gathered.count();
  }

  int confidence() {
    return confidence;
  }

  Sightings sightings() {
    return gathered.sightings();
  }

  /// Sorted by value, each once, with all its notes.
  List<IndicatorReference> indicators() {
    var merged = new ArrayList<IndicatorReference>();
    indicators.forEach((indicator, notes) ->
        merged.add(
            new IndicatorReference(
                indicator.value(),
                indicator.type(),
                indicator.pack(),
                indicator.name(),
                List.copyOf(notes))));
    return merged;
  }

  /// Every qualification of an indicator, each once: they explain first of all.
  List<Text> notes() {
    return indicators.values().stream().flatMap(SequencedSet::stream).distinct().toList();
  }

  /// The names under which packs list the same values, other than the campaign's.
  Optional<String> otherNames(String campaign) {
    var others =
        indicators.keySet().stream()
            .map(IndicatorReference::name)
            .filter(
                name -> !name.isBlank() && !name.strip().toLowerCase(Locale.ROOT).equals(campaign))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return Optional.of(others).filter(names -> !names.isEmpty());
  }

  /// What the packs say, cited: pack and name. Nothing is concluded from the match.
  List<String> attributions() {
    return indicators.keySet().stream()
        .filter(indicator -> !indicator.name().isBlank())
        .map(indicator -> indicator.pack() + ": " + indicator.name())
        .distinct()
        .sorted()
        .toList();
  }

  private void addIndicator(IndicatorReference indicator) {
    indicators.computeIfAbsent(indicator, _ -> new LinkedHashSet<>()).addAll(indicator.notes());
    confidence = Math.max(confidence, MatchConfidence.of(findingClass, indicator));
  }

  private static String nameOf(List<IndicatorReference> indicators) {
    return indicators.stream()
        .map(indicator -> indicator.name().strip())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(indicators.getFirst().pack());
  }

  /// A pattern over several observations may name the same one again and again.
  private void addOnce(Observation observation, String value) {
    if (ofPatterns.size() >= OBSERVATIONS_OF_PATTERNS || ofPatterns.add(observation.source()))
      gathered.add(observation, value);
  }

  /// The matched values as they stand in the observation.
  private static String shownValues(List<Match> matches) {
    var values = matches.stream().map(Match::value).distinct().toList();
    int beyond = values.size() - VALUES_PER_EXAMPLE;
    if (beyond <= 0) return String.join(" ", values);
    return String.join(" ", values.subList(0, VALUES_PER_EXAMPLE)) + " (+" + beyond + ")";
  }
}
