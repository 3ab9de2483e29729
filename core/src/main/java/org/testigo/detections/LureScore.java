package org.testigo.detections;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.testigo.detections.LureWords.Hit;
import org.testigo.detections.LureWords.Theme;
import org.testigo.model.Text;

/// What a message has of a lure: points for its link, its words and how it came, each of them
/// explained.
///
/// @param link the link that counts most, as it stands in the message
/// @param domain the registrable domain of the link
record LureScore(String link, String domain, boolean isShortened, List<Point> points) {
  /// From this sum on a message is told. No single sign reaches it.
  static final int THRESHOLD = 6;

  /// How many themes count; more of them are one story.
  private static final int THEMES = 2;

  LureScore {
    points = List.copyOf(points);
  }

  /// A sign and what it is worth.
  ///
  /// @param key of the page, after `point.`
  record Point(String key, int worth, List<String> values) {
    Point(String key, int worth, String... values) {
      this(key, worth, List.copyOf(Arrays.asList(values)));
    }

    Text text() {
      var arguments = new ArrayList<Object>();
      arguments.add(worth > 0 ? "+" + worth : Integer.toString(worth));
      arguments.addAll(values);
      return Text.of(LureMessages.class, "point." + key, arguments.toArray());
    }
  }

  int sum() {
    return points.stream().mapToInt(Point::worth).sum();
  }

  boolean isLure() {
    return sum() >= THRESHOLD;
  }

  /// What the words are worth: the two weightiest themes, and urgency beside them. Nothing where
  /// there is no theme, since haste alone is in every second message.
  static List<Point> ofWords(Map<Theme, Hit> hits) {
    if (hits.isEmpty()) return List.of();
    var themes =
        hits.values().stream()
            .filter(hit -> hit.theme() != Theme.URGENCY)
            .sorted(Comparator.comparingInt(Hit::weight).reversed().thenComparing(Hit::theme))
            .limit(THEMES)
            .map(hit -> new Point("theme." + hit.theme().word(), hit.weight(), hit.words()))
            .toList();
    if (themes.isEmpty()) return themes;
    var urgency =
        Optional.ofNullable(hits.get(Theme.URGENCY))
            .map(hit -> new Point("theme.urgency", hit.weight(), hit.words()));
    return Stream.concat(themes.stream(), urgency.stream()).toList();
  }
}
