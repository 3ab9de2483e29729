package org.testigo.examination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.Place;
import org.testigo.cases.Ledger;
import org.testigo.cases.LedgerEntry;
import org.testigo.cases.LedgerEntry.Kind;
import org.testigo.evidence.Digests;
import org.testigo.evidence.Evidence;
import org.testigo.evidence.EvidenceFile;
import org.testigo.model.LedgerState;
import org.testigo.model.Location;
import org.testigo.model.Source;
import org.testigo.model.Text;
import org.testigo.model.Unreadable;

/// Writes the coverage ledger: one state for every file and every artifact.
final class LedgerWriter {
  private final Plan plan;
  private final Evidence evidence;
  private final boolean hashAll;
  private final Map<Artifact, List<FileResult>> byArtifact = new HashMap<>();
  private final Map<String, List<FileResult>> byFile = new HashMap<>();
  private final Map<String, String> digests = new HashMap<>();
  private final Set<String> withheld = new HashSet<>();

  private LedgerWriter(Plan plan, List<FileResult> results, Evidence evidence, boolean hashAll) {
    this.plan = plan;
    this.evidence = evidence;
    this.hashAll = hashAll;
    for (FileResult result : results) {
      byArtifact.computeIfAbsent(result.step().artifact(), key -> new ArrayList<>()).add(result);
      result
          .step()
          .files()
          .forEach(file ->
              byFile.computeIfAbsent(file.handedInAs(), key -> new ArrayList<>()).add(result));
      digests.putAll(result.digests());
    }
    plan.withheld().forEach(step -> step.files().forEach(file -> withheld.add(file.handedInAs())));
  }

  /// @param hashAll whether files that no artifact claims are hashed too; what is out of consent
  ///   never is
  static Ledger write(Plan plan, List<FileResult> results, Evidence evidence, boolean hashAll) {
    var writer = new LedgerWriter(plan, results, evidence, hashAll);
    writer.addListingFaults(results);
    return new Ledger(
        plan.known().stream()
            .map(writer::artifact)
            .sorted(Comparator.comparing(LedgerEntry::id))
            .toList(),
        evidence.files().stream().filter(EvidenceFile::isPresent).map(writer::file).toList());
  }

  /// What the content list lacks is a fault of the file that holds the list.
  private void addListingFaults(List<FileResult> results) {
    for (Unreadable fault : evidence.listingFaults()) {
      results.stream()
          .filter(result -> result.step().file().shownName().equals(fault.source().file()))
          .findFirst()
          .ifPresent(result -> result.unreadable(fault));
    }
  }

  private LedgerEntry artifact(Artifact artifact) {
    var spec = artifact.spec();
    var results = byArtifact.getOrDefault(artifact, List.of());
    var state = state(artifact, results);
    if (state == LedgerState.ABSENT_EXPECTED) return absent(artifact, state);
    return new LedgerEntry(
        Kind.ARTIFACT,
        spec.id(),
        results.isEmpty() ? "" : results.getFirst().step().file().shownName(),
        "",
        Optional.empty(),
        state,
        results.stream().mapToLong(FileResult::observations).sum(),
        results.stream().mapToLong(FileResult::unreadableCount).sum(),
        results.stream().flatMap(result -> result.unreadables().stream()).toList(),
        List.copyOf(layouts(results.stream())),
        Optional.of(Text.of(artifact.getClass(), "title")),
        Optional.of(Text.of(artifact.getClass(), "absence")),
        spec.detectionRelevant());
  }

  /// Names where it was looked for.
  private LedgerEntry absent(Artifact artifact, LedgerState state) {
    var spec = artifact.spec();
    var places =
        spec.places().stream()
            .filter(place -> place.kind() == evidence.kind())
            .map(Place::shownName)
            .toList();
    var source = new Source(spec.id(), places.getFirst(), Location.WHOLE);
    var detail = "not there, expected " + String.join(" or ", places);
    return new LedgerEntry(
        Kind.ARTIFACT,
        spec.id(),
        places.getFirst(),
        "",
        Optional.empty(),
        state,
        0,
        1,
        List.of(new Unreadable(source, Unreadable.Reason.MISSING, detail)),
        List.of(),
        Optional.of(Text.of(artifact.getClass(), "title")),
        Optional.of(Text.of(artifact.getClass(), "absence")),
        spec.detectionRelevant());
  }

  private static Set<String> layouts(Stream<FileResult> results) {
    var layouts = new LinkedHashSet<String>();
    results.forEach(result -> layouts.addAll(result.layouts()));
    return layouts;
  }

  private LedgerState state(Artifact artifact, List<FileResult> results) {
    boolean isWithheld =
        plan.withheld().stream().anyMatch(step -> step.artifact().equals(artifact));
    if (isWithheld) return LedgerState.OUT_OF_CONSENT;
    if (results.isEmpty()) return artifact.spec().presence().whenAbsent(evidence.device());
    return together(results.stream().map(FileResult::state).distinct().toList());
  }

  /// One state for several files: a limit shows, some read and some not is partial.
  private static LedgerState together(List<LedgerState> states) {
    if (states.size() == 1) return states.getFirst();
    if (states.contains(LedgerState.LIMIT_HIT)) return LedgerState.LIMIT_HIT;
    boolean anyRead = states.contains(LedgerState.READ) || states.contains(LedgerState.PARTIAL);
    return anyRead ? LedgerState.PARTIAL : LedgerState.UNREADABLE;
  }

  private LedgerEntry file(EvidenceFile file) {
    var results = byFile.getOrDefault(file.handedInAs(), List.of());
    boolean isOutOfConsent = results.isEmpty() && withheld.contains(file.handedInAs());
    var ids =
        results.stream().map(result -> result.step().artifact().spec().id()).distinct().toList();
    return new LedgerEntry(
        Kind.FILE,
        String.join(" ", ids),
        file.shownName(),
        file.handedInAs(),
        isOutOfConsent ? Optional.empty() : digest(file),
        isOutOfConsent ? LedgerState.OUT_OF_CONSENT : fileState(results),
        results.stream().mapToLong(FileResult::observations).sum(),
        results.stream().mapToLong(FileResult::unreadableCount).sum(),
        results.stream().flatMap(result -> result.unreadables().stream()).toList(),
        List.copyOf(layouts(results.stream())),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private Optional<String> digest(EvidenceFile file) {
    var known = Optional.ofNullable(digests.get(file.handedInAs()));
    if (known.isPresent() || !hashAll) return known;
    try (var raw = evidence.openRaw(file)) {
      return Optional.of(Digests.sha256(raw));
    }
  }

  private static LedgerState fileState(List<FileResult> results) {
    if (results.isEmpty()) return LedgerState.OTHER;
    var state = together(results.stream().map(FileResult::state).distinct().toList());
    return state == LedgerState.NOT_SUPPORTED ? LedgerState.UNREADABLE : state;
  }
}
