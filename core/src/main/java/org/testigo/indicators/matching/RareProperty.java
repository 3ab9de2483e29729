package org.testigo.indicators.matching;

import java.util.Optional;
import java.util.Set;
import org.testigo.indicators.Indicator;
import org.testigo.indicators.patterns.MatchablePattern;
import org.testigo.indicators.patterns.StixPattern;
import org.testigo.indicators.patterns.UnmatchableException;
import org.testigo.model.MalformedException;

/// Values of properties that no table is kept for, such as `software:name`: each becomes a pattern
/// of its own, where evidence can show such a thing at all.
final class RareProperty {
  /// The types of objects that observations are seen as by the pattern language.
  private static final Set<String> SEEN =
      Set.of(
          "app",
          "configuration-profile",
          "directory",
          "file",
          "network-traffic",
          "process",
          "software",
          "url",
          "user-account",
          "x-message",
          "x-permission",
          "x-setting",
          "x509-certificate");

  private RareProperty() {}

  static Optional<MatchablePattern> pattern(Indicator indicator) {
    String type = indicator.type();
    int colon = type.indexOf(':');
    if (colon < 0 || !SEEN.contains(type.substring(0, colon))) return Optional.empty();
    String literal = indicator.value().replace("\\", "\\\\").replace("'", "\\'");
    try {
      return Optional.of(StixPattern.parse("[" + type + " = '" + literal + "']").compile());
    } catch (MalformedException | UnmatchableException noProperty) {
      return Optional.empty();
    }
  }
}
