package org.testigo.examination;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.Artifacts;
import org.testigo.cases.Case;
import org.testigo.cases.Conclusion;
import org.testigo.cases.Ledger;
import org.testigo.cases.PackEntry;
import org.testigo.detections.Detection;
import org.testigo.detections.Detections;
import org.testigo.evidence.Evidence;
import org.testigo.indicators.PackReport;
import org.testigo.model.Finding;
import org.testigo.model.Observation;
import org.testigo.model.Text;
import org.testigo.model.Unreadable;

/// Examines one body of evidence.
///
/// Two threads work: one reads file after file and passes readings on in batches, the other judges
/// them in the order of reading. So two equal runs see the same readings in the same order, and
/// what is in memory does not grow with the evidence.
public final class Examination {
  private static final Comparator<Finding> STRONGEST_FIRST =
      Comparator.comparing(Finding::findingClass).reversed().thenComparing(Finding::id);

  private Examination() {}

  /// Examines with every artifact and every detection that announces itself.
  ///
  /// @throws InterruptedException when the caller was interrupted; nothing is left running
  public static Case run(Request request) throws InterruptedException {
    return run(request, Artifacts.all(), Detections.all());
  }

  /// Examines with the given artifacts and detections.
  ///
  /// @throws InterruptedException when the caller was interrupted; nothing is left running
  public static Case run(Request request, List<Artifact> artifacts, List<Detection> detections)
      throws InterruptedException {
    var plan = Plan.of(request.evidence(), artifacts, request.options().without());
    var judge = new Judge(detections, request.indicators());
    var reader = new Reader(request, plan);
    Consumer<Observation> timeline =
        request.options().timeline() ? request.timeline() : observation -> {};
    try (var readings = Pipeline.of(reader::readAll)) {
      readings.forEach(timeline.andThen(judge::see));
    }
    var ledger =
        LedgerWriter.write(plan, reader.results(), request.evidence(), request.options().hashAll());
    judge.conclude(ledger, request.evidence().device());
    listingFaults(request.evidence(), plan).ifPresent(judge::trouble);
    return conclude(request, artifacts, judge, ledger, reader);
  }

  /// What the content list lacks is told by the artifact that reads the list; where that artifact
  /// is out of consent, it still keeps nothing found from being conclusive.
  private static Optional<Text> listingFaults(Evidence evidence, Plan plan) {
    var faults =
        evidence.listingFaults().stream()
            .filter(fault -> plan.steps().stream().noneMatch(step -> reads(step, fault)))
            .toList();
    if (faults.isEmpty()) return Optional.empty();
    var first = faults.getFirst();
    return Optional.of(
        Text.of(
            Examination.class,
            "listing-fault",
            first.source().file(),
            faults.size(),
            first.detail()));
  }

  private static boolean reads(Plan.Step step, Unreadable fault) {
    return step.file().shownName().equals(fault.source().file());
  }

  private static Case conclude(
      Request request, List<Artifact> artifacts, Judge judge, Ledger ledger, Reader reader) {
    var findings = judge.findings().stream().sorted(STRONGEST_FIRST).toList();
    var packs =
        request.indicators().packs().stream()
            .filter(report -> !report.beside())
            .map(Examination::entry)
            .toList();
    return new Case(
        request.tool(),
        List.of(InputDigest.of(request.evidence(), ledger)),
        request.evidence().device(),
        request.options(),
        packs,
        request.indicators().size(),
        ledger,
        judge.answers(),
        findings,
        Conclusion.of(
            findings, ledger, packs, programs(artifacts), judge.failed(), reader.usedTheClock()));
  }

  private static Map<String, String> programs(List<Artifact> artifacts) {
    var programs = new TreeMap<String, String>();
    artifacts.forEach(artifact -> programs.put(artifact.spec().id(), artifact.spec().writtenBy()));
    return programs;
  }

  private static PackEntry entry(PackReport report) {
    var refused =
        report.refused().stream()
            .map(refusal -> new PackEntry.Refusal(refusal.subject(), refusal.why()))
            .toList();
    return new PackEntry(
        report.name(), report.sha256(), report.indicators(), report.loaded(), refused);
  }
}
