package org.testigo.examination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.Place;
import org.testigo.evidence.Evidence;
import org.testigo.evidence.EvidenceFile;
import org.testigo.model.DataClass;
import org.testigo.model.EvidenceKind;

/// Which artifact reads which file, before any file is opened.
///
/// @param steps what will be read, artifact by artifact in the order of their ids
/// @param withheld what lies in classes of data that the person did not consent to
/// @param known every artifact that this kind of evidence can hold
record Plan(List<Step> steps, List<Step> withheld, List<Artifact> known) {

  /// One artifact over one file, with the files beside it that belong to it.
  record Step(
      Artifact artifact,
      EvidenceFile file,
      Optional<EvidenceFile> writeAheadLog,
      Optional<EvidenceFile> rollbackJournal) {

    List<EvidenceFile> files() {
      var files = new ArrayList<EvidenceFile>();
      files.add(file);
      writeAheadLog.ifPresent(files::add);
      rollbackJournal.ifPresent(files::add);
      return files;
    }
  }

  static Plan of(Evidence evidence, List<Artifact> artifacts, Set<DataClass> without) {
    var known = artifacts.stream().filter(artifact -> livesIn(artifact, evidence.kind())).toList();
    var claims = new Claims(evidence.kind(), known);
    var companions = new Companions(evidence.files());
    Map<Artifact, List<Step>> steps = new HashMap<>();
    for (EvidenceFile file : evidence.files()) {
      for (Artifact artifact : claims.of(file)) {
        steps
            .computeIfAbsent(artifact, key -> new ArrayList<>())
            .add(companions.step(artifact, file));
      }
    }
    return split(known, steps, without);
  }

  private static Plan split(
      List<Artifact> known, Map<Artifact, List<Step>> steps, Set<DataClass> without) {
    var read = new ArrayList<Step>();
    var withheld = new ArrayList<Step>();
    for (Artifact artifact : known) {
      boolean consented = !without.contains(artifact.spec().dataClass());
      (consented ? read : withheld).addAll(steps.getOrDefault(artifact, List.of()));
    }
    return new Plan(read, withheld, known);
  }

  private static boolean livesIn(Artifact artifact, EvidenceKind kind) {
    return artifact.spec().places().stream().anyMatch(place -> place.kind() == kind);
  }

  /// Finds the artifacts that claim a file; most places are exact, so most files cost one look-up.
  private static final class Claims {
    private final Map<String, Set<Artifact>> exact = new HashMap<>();
    private final List<Wildcard> wildcards = new ArrayList<>();
    private final EvidenceKind kind;

    private record Wildcard(Place place, Artifact artifact) {}

    Claims(EvidenceKind kind, List<Artifact> artifacts) {
      this.kind = kind;
      for (Artifact artifact : artifacts)
        artifact.spec().places().forEach(place -> add(place, artifact));
    }

    private void add(Place place, Artifact artifact) {
      if (place.kind() != kind) return;
      if (place.isExact()) {
        exact
            .computeIfAbsent(key(place.domain(), place.path()), key -> new HashSet<>())
            .add(artifact);
      } else {
        wildcards.add(new Wildcard(place, artifact));
      }
    }

    Set<Artifact> of(EvidenceFile file) {
      var found = exact.getOrDefault(key(file.domain(), file.path()), Set.of());
      for (Wildcard wildcard : wildcards) {
        if (wildcard.place().holds(kind, file)) {
          found = new HashSet<>(found);
          found.add(wildcard.artifact());
        }
      }
      return found;
    }

    private static String key(String domain, String path) {
      return domain + '\0' + path;
    }
  }

  /// Finds the log and the journal beside a database.
  private static final class Companions {
    private final Map<String, EvidenceFile> logs = new HashMap<>();

    Companions(List<EvidenceFile> files) {
      for (EvidenceFile file : files) {
        boolean belongs = file.path().endsWith("-wal") || file.path().endsWith("-journal");
        if (belongs) logs.put(file.shownName(), file);
      }
    }

    Step step(Artifact artifact, EvidenceFile file) {
      return new Step(
          artifact,
          file,
          Optional.ofNullable(logs.get(file.shownName() + "-wal")),
          Optional.ofNullable(logs.get(file.shownName() + "-journal")));
    }
  }
}
