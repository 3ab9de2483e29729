package org.testigo.artifacts.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.testigo.artifacts.Artifacts;
import org.testigo.cases.Case;
import org.testigo.cases.Ledger;
import org.testigo.cases.LedgerEntry;
import org.testigo.cases.Options;
import org.testigo.evidence.EvidenceException;
import org.testigo.evidence.Evidences;
import org.testigo.evidence.Secrets;
import org.testigo.examination.Examination;
import org.testigo.examination.Progress;
import org.testigo.examination.Request;
import org.testigo.indicators.Packs;
import org.testigo.model.Budget;
import org.testigo.model.Observable;
import org.testigo.model.Observation;

/// What an examination reads of recordings, without any detection.
record Recorded(Ledger ledger, List<Observation> observations) {

  static Recorded in(Path input) {
    var observations = new ArrayList<Observation>();
    try (var evidence = Evidences.open(input, Secrets.NONE)) {
      var request =
          new Request(
              evidence,
              Packs.load(List.of()),
              new Options(new TreeSet<>(), false, true),
              new Case.Tool("testigo", "test"),
              Budget.Allowance.DEFAULT,
              () -> 0,
              Progress.SILENT,
              observations::add);
      var theCase = Examination.run(request, Artifacts.all(), List.of());
      return new Recorded(theCase.ledger(), observations);
    } catch (EvidenceException | InterruptedException e) {
      throw new AssertionError(input + " cannot be examined", e);
    }
  }

  /// How many files ended in each state.
  Map<String, Integer> states() {
    var states = new TreeMap<String, Integer>();
    for (LedgerEntry file : ledger.files()) states.merge(file.state().word(), 1, Integer::sum);
    return states;
  }

  /// How many things of each kind were observed.
  Map<String, Integer> kinds() {
    var kinds = new TreeMap<String, Integer>();
    for (Observation each : observations)
      kinds.merge(each.object().getClass().getSimpleName(), 1, Integer::sum);
    return kinds;
  }

  List<Observation> in(String fileEnd) {
    return observations.stream()
        .filter(observation -> observation.source().file().endsWith(fileEnd))
        .toList();
  }

  <T extends Observable> List<T> all(Class<T> kind) {
    return observations.stream()
        .map(Observation::object)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  LedgerEntry file(String end) {
    return ledger.files().stream()
        .filter(file -> file.handedInAs().endsWith(end))
        .findFirst()
        .orElseThrow();
  }
}
