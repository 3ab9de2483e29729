package org.testigo.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.LedgerState;
import org.testigo.model.Sightings;
import org.testigo.model.Text;
import org.testigo.model.Verdict;

class ConclusionTest {
  private static final Map<String, String> PROGRAMS =
      Map.of("ios.a", "one", "ios.b", "two", "ios.c", "two");
  private static final List<PackEntry> LOADED =
      List.of(new PackEntry("made-up.stix2", "00", 3, true, List.of()));

  @Test
  void nothingInACompleteLedgerIsNoKnownTraces() {
    assertThat(verdict(LedgerState.READ, LOADED)).isEqualTo(Verdict.NO_KNOWN_TRACES);
  }

  @Test
  void nothingWithoutPacksIsNotConclusive() {
    assertThat(verdict(LedgerState.READ, List.of())).isEqualTo(Verdict.NOT_CONCLUSIVE);
  }

  @Test
  void nothingWithARefusedPackIsNotConclusive() {
    var refused = new PackEntry("broken.stix2", "00", 0, false, List.of());
    assertThat(verdict(LedgerState.READ, List.of(LOADED.getFirst(), refused)))
        .isEqualTo(Verdict.NOT_CONCLUSIVE);
  }

  @Test
  void nothingWithAGapIsNotConclusive() {
    for (var gap :
        List.of(
            LedgerState.PARTIAL,
            LedgerState.UNREADABLE,
            LedgerState.LIMIT_HIT,
            LedgerState.ABSENT_EXPECTED,
            LedgerState.NOT_SUPPORTED)) {
      assertThat(verdict(gap, LOADED)).as(gap.word()).isEqualTo(Verdict.NOT_CONCLUSIVE);
    }
  }

  @Test
  void whatIsNoGapDoesNotSpoilTheAnswer() {
    for (var state :
        List.of(
            LedgerState.ABSENT_OPTIONAL,
            LedgerState.NOT_IN_THIS_KIND,
            LedgerState.OUT_OF_CONSENT)) {
      assertThat(verdict(state, LOADED)).as(state.word()).isEqualTo(Verdict.NO_KNOWN_TRACES);
    }
  }

  @Test
  void aFailedCheckIsNotConclusive() {
    var conclusion =
        Conclusion.of(
            List.of(),
            ledger(LedgerState.READ),
            LOADED,
            PROGRAMS,
            List.of(new Text("bundle", "check-failed", List.of())),
            false);
    assertThat(conclusion.verdict()).isEqualTo(Verdict.NOT_CONCLUSIVE);
  }

  @Test
  void eachClassHasItsVerdictWhateverTheGaps() {
    var expected =
        Map.of(
            FindingClass.EXECUTED, Verdict.TRACES_SINGLE,
            FindingClass.INSTALLED, Verdict.TRACES_SINGLE,
            FindingClass.RECEIVED, Verdict.TARGETED,
            FindingClass.VISITED, Verdict.CONTACT_ONLY,
            FindingClass.MENTIONED, Verdict.CONTACT_ONLY,
            FindingClass.ANOMALY, Verdict.ANOMALY);
    expected.forEach((findingClass, verdict) -> {
      var conclusion = conclude(LedgerState.UNREADABLE, finding(findingClass, false, "ios.a"));
      assertThat(conclusion.verdict()).as(findingClass.word()).isEqualTo(verdict);
      assertThat(conclusion.gaps()).hasSize(1);
    });
  }

  @Test
  void informationNeverChangesTheVerdict() {
    assertThat(
            conclude(LedgerState.READ, finding(FindingClass.INFORMATION, false, "ios.a")).verdict())
        .isEqualTo(Verdict.NO_KNOWN_TRACES);
  }

  @Test
  void twoProgramsThatAgreeAreStrong() {
    assertThat(
            conclude(
                    LedgerState.READ,
                    finding(FindingClass.EXECUTED, false, "ios.a"),
                    finding(FindingClass.INSTALLED, false, "ios.b"))
                .verdict())
        .isEqualTo(Verdict.TRACES_STRONG);
  }

  @Test
  void twoArtifactsOfOneProgramAreSingle() {
    assertThat(
            conclude(LedgerState.READ, finding(FindingClass.EXECUTED, false, "ios.b", "ios.c"))
                .verdict())
        .isEqualTo(Verdict.TRACES_SINGLE);
  }

  @Test
  void aTraceAndAContactOfTwoProgramsAreSingle() {
    assertThat(
            conclude(
                    LedgerState.READ,
                    finding(FindingClass.EXECUTED, false, "ios.a"),
                    finding(FindingClass.VISITED, false, "ios.b"))
                .verdict())
        .isEqualTo(Verdict.TRACES_SINGLE);
  }

  @Test
  void aTraceDeclaredUniqueIsStrong() {
    assertThat(conclude(LedgerState.READ, finding(FindingClass.EXECUTED, true, "ios.a")).verdict())
        .isEqualTo(Verdict.TRACES_STRONG);
  }

  private static Verdict verdict(LedgerState state, List<PackEntry> packs) {
    return Conclusion.of(List.of(), ledger(state), packs, PROGRAMS, List.of(), false).verdict();
  }

  private static Conclusion conclude(LedgerState state, Finding... findings) {
    return Conclusion.of(List.of(findings), ledger(state), LOADED, PROGRAMS, List.of(), false);
  }

  private static Ledger ledger(LedgerState state) {
    var entry =
        new LedgerEntry(
            LedgerEntry.Kind.ARTIFACT,
            "ios.a",
            "",
            "",
            Optional.empty(),
            state,
            0,
            0,
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            true);
    return new Ledger(List.of(entry), List.of());
  }

  private static Finding finding(FindingClass findingClass, boolean unique, String... artifacts) {
    var text = new Text("bundle", "key", List.of());
    var sightings =
        new Sightings(
            artifacts.length,
            Optional.empty(),
            Optional.empty(),
            new TreeSet<>(List.of(artifacts)),
            List.of());
    return new Finding(
        "id",
        "detection",
        findingClass,
        text,
        text,
        50,
        unique,
        List.of(),
        sightings,
        List.of(),
        List.of(),
        List.of());
  }
}
