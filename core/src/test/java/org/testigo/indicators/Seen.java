package org.testigo.indicators;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.testigo.model.Direction;
import org.testigo.model.FileObject;
import org.testigo.model.Hashes;
import org.testigo.model.Location;
import org.testigo.model.MessageObject;
import org.testigo.model.Observable;
import org.testigo.model.Observation;
import org.testigo.model.ProcessObject;
import org.testigo.model.Source;
import org.testigo.model.UrlVisit;

/// Made-up observations and packs for the tests of matching.
public final class Seen {
  private Seen() {}

  public static Observation of(Observable object) {
    return new Observation(object, List.of(), new Source("test.artifact", "file", Location.WHOLE));
  }

  public static Observation message(String body) {
    return of(
        new MessageObject(
            "iMessage",
            Direction.INCOMING,
            Optional.empty(),
            Optional.empty(),
            body,
            List.of(),
            List.of()));
  }

  public static Observation visit(String url) {
    return of(new UrlVisit("Safari", Optional.empty(), url, Optional.empty(), Optional.empty()));
  }

  public static Observation process(String name) {
    return of(
        new ProcessObject(
            Optional.of(name), Optional.empty(), OptionalLong.empty(), Optional.empty()));
  }

  public static Observation file(String domain, String path) {
    return of(
        new FileObject(
            path,
            Optional.of(domain).filter(text -> !text.isEmpty()),
            OptionalLong.empty(),
            OptionalInt.empty(),
            OptionalLong.empty(),
            Hashes.NONE));
  }

  /// A pack of STIX patterns, each an indicator of its own.
  public static IndicatorSet pack(String... patterns) {
    return Packs.of("made-up.stix2", bundle(patterns).getBytes(StandardCharsets.UTF_8));
  }

  /// A STIX bundle of patterns, without names.
  public static String bundle(String... patterns) {
    var objects = new ArrayList<String>();
    for (int i = 0; i < patterns.length; i++)
      objects.add(
          "{\"type\":\"indicator\",\"id\":\"indicator--%d\",\"pattern_type\":\"stix\",\"pattern\":\"%s\"}"
              .formatted(i, patterns[i].replace("\\", "\\\\").replace("\"", "\\\"")));
    return "{\"type\":\"bundle\",\"objects\":[" + String.join(",", objects) + "]}";
  }

  public static List<Match> matches(IndicatorSet set, Observation observation) {
    var matches = new ArrayList<Match>();
    var matching = set.begin();
    matching.match(observation, matches::add);
    matching.finish(matches::add);
    return matches;
  }

  /// What matched: `ROLE value <- indicator`, one line for each match, its indicators joined by
  /// `+`.
  public static List<String> hits(IndicatorSet set, Observation observation) {
    return matches(set, observation).stream()
        .map(match ->
            match.role()
                + " "
                + match.value()
                + " <- "
                + String.join(
                    "+", match.indicators().stream().map(found -> found.value()).toList()))
        .toList();
  }
}
