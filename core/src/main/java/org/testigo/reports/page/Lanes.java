package org.testigo.reports.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.testigo.model.Finding;
import org.testigo.model.Sightings;
import org.testigo.reports.Words;
import org.testigo.reports.html.Dates;
import org.testigo.reports.html.Html;

/// When the observations behind the findings happened, one lane for each artifact: a picture whose
/// table twin is the evidence below it.
final class Lanes {
  private static final int WIDTH = 900;
  private static final int LEFT = 170;
  private static final int RIGHT = 24;
  private static final int LANE = 30;
  private static final int TOP = 34;

  private final List<Dot> dots;
  private final List<String> artifacts;
  private final Instant first;
  private final Instant last;

  private record Dot(String artifact, Instant at, String value) {}

  private Lanes(List<Dot> dots) {
    this.dots = dots;
    artifacts = List.copyOf(new TreeSet<>(dots.stream().map(Dot::artifact).toList()));
    first = dots.stream().map(Dot::at).min(Instant::compareTo).orElseThrow();
    last = dots.stream().map(Dot::at).max(Instant::compareTo).orElseThrow();
  }

  /// Empty where no observation behind a finding has a time.
  static Optional<Lanes> of(List<Finding> findings) {
    var dots = new ArrayList<Dot>();
    for (Finding finding : findings)
      for (var example : finding.sightings().examples()) dot(example).ifPresent(dots::add);
    return dots.isEmpty() ? Optional.empty() : Optional.of(new Lanes(dots));
  }

  private static Optional<Dot> dot(Sightings.Example example) {
    var observation = example.observation();
    return observation
        .firstObserved()
        .map(at -> new Dot(observation.source().artifact(), at, example.value()));
  }

  void write(Html html, Words words) {
    int height = TOP + artifacts.size() * LANE + 30;
    var described =
        words.say(
            CasePage.class,
            "lanes",
            dots.size(),
            artifacts.size(),
            Dates.exact(first),
            Dates.exact(last));
    html.element("h3", words.say(CasePage.class, "lanes-title")).element("p", described);
    html.open(
        "div",
        "class",
        "scroll",
        "tabindex",
        "0",
        "role",
        "region",
        "aria-label",
        words.say(CasePage.class, "lanes-title"));
    html.open(
        "svg",
        "class",
        "lanes",
        "viewBox",
        "0 0 %d %d".formatted(WIDTH, height),
        "role",
        "img",
        "aria-label",
        described);
    for (int i = 0; i < artifacts.size(); i++)
      lane(html, artifacts.get(i), TOP + i * LANE + LANE / 2);
    axis(html, TOP + artifacts.size() * LANE + 16);
    html.close().close();
  }

  private void lane(Html html, String artifact, int y) {
    html.element("text", artifact, "x", "8", "y", String.valueOf(y + 4));
    html.open(
            "line",
            "x1",
            String.valueOf(LEFT),
            "x2",
            String.valueOf(WIDTH - RIGHT),
            "y1",
            String.valueOf(y),
            "y2",
            String.valueOf(y))
        .close();
    for (Dot dot : dots) {
      if (!dot.artifact().equals(artifact)) continue;
      html.open("circle", "cx", String.valueOf(x(dot.at())), "cy", String.valueOf(y), "r", "6");
      html.element("title", Dates.exact(dot.at()) + "  " + dot.value()).close();
    }
  }

  private void axis(Html html, int y) {
    html.element(
        "text",
        Dates.exact(first),
        "x",
        String.valueOf(LEFT),
        "y",
        String.valueOf(y),
        "class",
        "quiet");
    if (first.equals(last)) return;
    html.element(
        "text",
        Dates.exact(last),
        "x",
        String.valueOf(WIDTH - RIGHT),
        "y",
        String.valueOf(y),
        "text-anchor",
        "end",
        "class",
        "quiet");
  }

  private long x(Instant at) {
    double span = Duration.between(first, last).toMillis();
    double share = span == 0 ? 0.5 : Duration.between(first, at).toMillis() / span;
    return LEFT + 8 + Math.round(share * (WIDTH - LEFT - RIGHT - 16));
  }
}
