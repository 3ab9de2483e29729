package org.testigo.examination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.testigo.cases.Answer;
import org.testigo.cases.Ledger;
import org.testigo.cases.LedgerEntry;
import org.testigo.detections.Check;
import org.testigo.detections.Coverage;
import org.testigo.detections.Detection;
import org.testigo.detections.Outcome;
import org.testigo.indicators.IndicatorSet;
import org.testigo.model.Device;
import org.testigo.model.Finding;
import org.testigo.model.LedgerState;
import org.testigo.model.Observable;
import org.testigo.model.Observation;
import org.testigo.model.Text;

/// Shows every observation to every check that looks at its kind and asks for the answers. A check
/// that fails by a mistake of ours does not end the others: it is "not assessed", and nothing found
/// is then not conclusive.
final class Judge {
  private final List<Bench> benches = new ArrayList<>();
  private final Map<Class<? extends Observable>, List<Bench>> byKind = new HashMap<>();
  private final List<Answer> answers = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Text> failed = new ArrayList<>();

  /// A check with its detection, and what went wrong in it.
  private static final class Bench {
    private final Detection detection;
    private final Check check;
    private String mistake = "";

    Bench(Detection detection, IndicatorSet indicators) {
      this.detection = detection;
      this.check = detection.begin(indicators);
    }
  }

  Judge(List<Detection> detections, IndicatorSet indicators) {
    detections.forEach(detection -> benches.add(new Bench(detection, indicators)));
  }

  void see(Observation observation) {
    var looking = byKind.computeIfAbsent(observation.object().getClass(), this::lookingAt);
    for (int i = 0; i < looking.size(); i++) see(looking.get(i), observation);
  }

  private List<Bench> lookingAt(Class<? extends Observable> kind) {
    return benches.stream().filter(bench -> bench.check.looksAt(kind)).toList();
  }

  private static void see(Bench bench, Observation observation) {
    if (!bench.mistake.isEmpty()) return;
    try {
      bench.check.see(observation);
    } catch (RuntimeException e) {
      bench.mistake = e + " at " + observation.source();
    }
  }

  void conclude(Ledger ledger, Device device) {
    var coverage = new LedgerCoverage(ledger, device);
    for (Bench bench : benches) conclude(bench, coverage);
  }

  private void conclude(Bench bench, Coverage coverage) {
    var outcome = outcome(bench, coverage);
    if (!bench.mistake.isEmpty()) {
      failed.add(
          Text.of(Examination.class, "check-failed", bench.detection.spec().id(), bench.mistake));
    }
    failed.addAll(bench.check.troubles());
    var question = Text.of(bench.detection.getClass(), "question");
    answers.add(new Answer(bench.detection.spec().id(), question, reply(outcome)));
  }

  private static Outcome outcome(Bench bench, Coverage coverage) {
    if (bench.mistake.isEmpty()) {
      try {
        return bench.check.conclude(coverage);
      } catch (RuntimeException e) {
        bench.mistake = e.toString();
      }
    }
    return new Outcome.NotAssessed(
        Text.of(Examination.class, "check-failed", bench.detection.spec().id(), bench.mistake));
  }

  private Answer.Reply reply(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Found(var because) -> {
        findings.addAll(because);
        yield new Answer.Yes(because.size());
      }
      case Outcome.NotFound(long looked) -> new Answer.No(looked);
      case Outcome.NotAssessed(Text why) -> new Answer.NotAssessed(why);
    };
  }

  /// Something outside the checks that kept them from seeing everything.
  void trouble(Text why) {
    failed.add(why);
  }

  List<Answer> answers() {
    return answers;
  }

  List<Finding> findings() {
    return findings;
  }

  /// What kept detections from looking at everything, each in one sentence.
  List<Text> failed() {
    return failed;
  }

  private record LedgerCoverage(Ledger ledger, Device device) implements Coverage {
    @Override
    public LedgerState stateOf(String artifactId) {
      return ledger.artifacts().stream()
          .filter(entry -> entry.id().equals(artifactId))
          .map(LedgerEntry::state)
          .findFirst()
          .orElse(LedgerState.NOT_SUPPORTED);
    }
  }
}
