package org.testigo.detections;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.ResourceBundle;
import org.testigo.indicators.IndicatorSet;
import org.testigo.model.AttachmentObject;
import org.testigo.model.Device;
import org.testigo.model.Direction;
import org.testigo.model.FileObject;
import org.testigo.model.Finding;
import org.testigo.model.Hashes;
import org.testigo.model.LedgerState;
import org.testigo.model.Location;
import org.testigo.model.MessageObject;
import org.testigo.model.Moment;
import org.testigo.model.Observable;
import org.testigo.model.Observation;
import org.testigo.model.ProcessObject;
import org.testigo.model.Source;
import org.testigo.model.Text;
import org.testigo.model.UrlVisit;

/// Made-up observations, and checks run over them.
final class Seen {
  /// The time of the first observation; each further row of a source is one minute later.
  static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private Seen() {}

  static Observation observed(String artifact, long row, Observable object) {
    return observed(artifact, row, object, START.plusSeconds(60 * row));
  }

  static Observation observed(String artifact, long row, Observable object, Instant at) {
    return new Observation(
        object,
        List.of(new Moment(Moment.Meaning.RECORDED, at, at.toString())),
        new Source(artifact, artifact + ".db", new Location.Row("things", row)));
  }

  static MessageObject incoming(String from, String body) {
    return message(Direction.INCOMING, from, body);
  }

  static MessageObject message(Direction direction, String correspondent, String body) {
    return new MessageObject(
        "SMS", direction, Optional.of(correspondent), Optional.empty(), body, List.of(), List.of());
  }

  static UrlVisit visit(String url) {
    return new UrlVisit("Safari", Optional.empty(), url, Optional.empty(), Optional.empty());
  }

  static ProcessObject program(String name) {
    return new ProcessObject(
        Optional.of(name), Optional.empty(), OptionalLong.empty(), Optional.empty());
  }

  static FileObject file(String path) {
    return new FileObject(
        path,
        Optional.of("HomeDomain"),
        OptionalLong.empty(),
        OptionalInt.empty(),
        OptionalLong.empty(),
        Hashes.NONE);
  }

  static AttachmentObject attachment(Direction direction, String path) {
    return new AttachmentObject(
        direction,
        Optional.of("+525500000001"),
        Optional.of(path),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty());
  }

  /// The answer of a detection without indicators, with everything read.
  static Outcome outcome(Detection detection, Observation... observations) {
    return outcome(detection, IndicatorSet.NONE, everything(LedgerState.READ), observations);
  }

  static Outcome outcome(
      Detection detection,
      IndicatorSet indicators,
      Coverage coverage,
      Observation... observations) {
    var check = detection.begin(indicators);
    for (var observation : observations)
      if (check.looksAt(observation.object().getClass())) check.see(observation);
    return check.conclude(coverage);
  }

  /// The findings of a detection that has to have found something; each of their texts has to be
  /// one that can be shown.
  static List<Finding> findings(Outcome outcome) {
    if (!(outcome instanceof Outcome.Found(List<Finding> because)))
      throw new AssertionError(outcome);
    because.forEach(Seen::assertTexts);
    return because;
  }

  private static void assertTexts(Finding finding) {
    var texts = new ArrayList<>(List.of(finding.title(), finding.why()));
    texts.addAll(finding.explanations());
    texts.addAll(finding.nextSteps());
    for (Text text : texts) {
      var pattern = ResourceBundle.getBundle(text.bundle(), Locale.ENGLISH).getString(text.key());
      var shown = new MessageFormat(pattern, Locale.ENGLISH).format(text.arguments().toArray());
      assertThat(shown).doesNotContainPattern("\\{\\d");
    }
  }

  static Coverage everything(LedgerState state) {
    return coverage(state, Map.of());
  }

  static Coverage coverage(LedgerState others, Map<String, LedgerState> states) {
    var known = new HashMap<>(states);
    return new Coverage() {
      @Override
      public LedgerState stateOf(String artifactId) {
        return known.getOrDefault(artifactId, others);
      }

      @Override
      public Device device() {
        return new Device(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            Optional.empty());
      }
    };
  }
}
