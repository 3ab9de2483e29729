package org.testigo.indicators.packs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.testigo.indicators.Indicator;
import org.testigo.indicators.PackReport;
import org.testigo.indicators.PackReport.Refusal;
import org.testigo.indicators.PackReport.TypeCount;
import org.testigo.indicators.patterns.MatchablePattern;
import org.testigo.model.Text;

/// Takes what a format reads of one pack, and counts it.
public final class PackSink {
  private final List<Indicator> indicators = new ArrayList<>();
  private final List<PatternIndicator> patterns = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();
  private final Map<String, Set<String>> valuesOfType = new HashMap<>();
  private long refusals;

  /// Takes a value; one that is empty is refused.
  public void add(Indicator indicator) {
    if (indicator.value().isBlank()) {
      refuse(indicator.type(), Text.of(PackFormat.class, "empty-value"));
      return;
    }
    indicators.add(indicator);
    count(indicator);
  }

  /// Takes a pattern that is more than values to look for.
  ///
  /// @param indicator its value is the text of the pattern
  void add(Indicator indicator, MatchablePattern pattern) {
    patterns.add(new PatternIndicator(indicator, pattern));
    count(indicator);
  }

  private void count(Indicator indicator) {
    valuesOfType.computeIfAbsent(indicator.type(), _ -> new HashSet<>()).add(indicator.value());
  }

  /// @param subject the indicator's id or value
  public void refuse(String subject, Text why) {
    if (refusals++ < PackReport.MAX_REFUSALS) refused.add(new Refusal(subject, why));
  }

  public List<Indicator> indicators() {
    return indicators;
  }

  List<PatternIndicator> patterns() {
    return patterns;
  }

  /// Everything that was refused, with a last entry for what is beyond the limit.
  List<Refusal> refused() {
    var all = new ArrayList<>(refused);
    if (refusals > refused.size())
      all.add(
          new Refusal("", Text.of(PackFormat.class, "more-refused", refusals - refused.size())));
    return all;
  }

  List<TypeCount> types() {
    var counts = new TreeMap<String, Long>();
    valuesOfType.forEach((type, values) -> counts.put(type, (long) values.size()));
    return counts.entrySet().stream()
        .map(entry -> new TypeCount(entry.getKey(), entry.getValue()))
        .toList();
  }
}
