package org.testigo.cases;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.Text;
import org.testigo.model.Verdict;

/// The verdict and what keeps it from being better. Traces stand whatever the gaps; gaps are listed
/// whatever the traces.
///
/// @param gaps the artifacts that should have been read and were not
/// @param packsMissing whether no indicator was loaded at all
/// @param packsRefused the names of packs that did not load
/// @param checksFailed what kept detections from looking at everything, each in one sentence
/// @param usedTheClock whether the last guard, the clock, ended a reading, so that two equal runs
///   may end differently
public record Conclusion(
    Verdict verdict,
    List<LedgerEntry> gaps,
    boolean packsMissing,
    List<String> packsRefused,
    List<Text> checksFailed,
    boolean usedTheClock) {
  private static final Set<FindingClass> TRACES =
      EnumSet.of(FindingClass.EXECUTED, FindingClass.INSTALLED);

  public Conclusion {
    gaps = List.copyOf(gaps);
    packsRefused = List.copyOf(packsRefused);
    checksFailed = List.copyOf(checksFailed);
  }

  /// Draws the verdict by the ladder of classes.
  ///
  /// @param programs for each artifact the program of the device that wrote it: artifacts of one
  ///   program do not confirm each other
  public static Conclusion of(
      Collection<Finding> findings,
      Ledger ledger,
      List<PackEntry> packs,
      Map<String, String> programs,
      List<Text> checksFailed,
      boolean usedTheClock) {
    boolean missing = packs.stream().mapToLong(PackEntry::indicators).sum() == 0;
    var refused = packs.stream().filter(pack -> !pack.loaded()).map(PackEntry::name).toList();
    var gaps = ledger.gaps();
    boolean complete = gaps.isEmpty() && !missing && refused.isEmpty() && checksFailed.isEmpty();
    return new Conclusion(
        verdict(findings, complete, programs), gaps, missing, refused, checksFailed, usedTheClock);
  }

  /// Whether everything that should have been read, loaded and asked was.
  public boolean isComplete() {
    return gaps.isEmpty() && !packsMissing && packsRefused.isEmpty() && checksFailed.isEmpty();
  }

  private static Verdict verdict(
      Collection<Finding> findings, boolean complete, Map<String, String> programs) {
    var classes = findings.stream().map(Finding::findingClass).collect(Collectors.toSet());
    if (findings.stream().anyMatch(Finding::uniqueTrace) || confirmedTraces(findings, programs)) {
      return Verdict.TRACES_STRONG;
    }
    if (classes.stream().anyMatch(TRACES::contains)) return Verdict.TRACES_SINGLE;
    if (classes.contains(FindingClass.RECEIVED)) return Verdict.TARGETED;
    if (classes.contains(FindingClass.VISITED) || classes.contains(FindingClass.MENTIONED))
      return Verdict.CONTACT_ONLY;
    if (classes.contains(FindingClass.ANOMALY)) return Verdict.ANOMALY;
    return complete ? Verdict.NO_KNOWN_TRACES : Verdict.NOT_CONCLUSIVE;
  }

  private static boolean confirmedTraces(
      Collection<Finding> findings, Map<String, String> programs) {
    return findings.stream()
            .filter(finding -> TRACES.contains(finding.findingClass()))
            .flatMap(finding -> finding.sightings().artifacts().stream())
            .map(artifact -> programs.getOrDefault(artifact, artifact))
            .distinct()
            .count()
        > 1;
  }
}
