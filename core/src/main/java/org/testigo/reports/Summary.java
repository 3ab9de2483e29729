package org.testigo.reports;

import java.util.ArrayList;
import java.util.List;
import org.testigo.cases.Case;
import org.testigo.cases.LedgerEntry;
import org.testigo.cases.PackEntry;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.LedgerState;
import org.testigo.model.Text;

/// The verdict of a case in words: one sentence, what it means, what it rests on, and what could
/// not be checked.
public final class Summary {
  private final Case theCase;
  private final Words words;

  public Summary(Case theCase, Words words) {
    this.theCase = theCase;
    this.words = words;
  }

  public String verdict() {
    return words.say(Summary.class, "verdict." + theCase.conclusion().verdict().word());
  }

  public String meaning() {
    return words.say(Summary.class, "meaning." + theCase.conclusion().verdict().word());
  }

  /// Numbers before adjectives: how many indicators matched in how many artifacts.
  public String basis() {
    long matched =
        theCase.findings().stream()
            .flatMap(finding -> finding.indicators().stream())
            .map(i -> i.type() + i.value())
            .distinct()
            .count();
    return words.say(
        Summary.class,
        "basis",
        matched,
        theCase.indicators(),
        theCase.findings().size(),
        theCase.ledger().artifactsByState().getOrDefault(LedgerState.READ, 0),
        theCase.ledger().artifacts().size());
  }

  /// Everything because of which "nothing found" would not be true; empty where there is nothing.
  public List<String> gaps() {
    var gaps = new ArrayList<String>();
    var conclusion = theCase.conclusion();
    if (conclusion.packsMissing()) gaps.add(words.say(Summary.class, "no-packs"));
    theCase.packs().stream().filter(pack -> !pack.loaded()).map(this::refused).forEach(gaps::add);
    conclusion.gaps().stream().map(this::gap).forEach(gaps::add);
    conclusion.checksFailed().forEach(check -> gaps.add(Inert.visible(words.say(check))));
    if (conclusion.usedTheClock()) gaps.add(words.say(Summary.class, "clock"));
    return gaps;
  }

  /// One line for a finding: its class and its sentence.
  public String line(Finding finding) {
    return "[%s] %s"
        .formatted(
            words.say(FindingClass.class, finding.findingClass().word()),
            Inert.visible(words.say(finding.title())));
  }

  private String refused(PackEntry pack) {
    var why = pack.refused().isEmpty() ? "" : words.say(pack.refused().getFirst().why());
    return words.say(Summary.class, "pack-refused", Inert.visible(pack.name()), Inert.visible(why));
  }

  private String gap(LedgerEntry entry) {
    var title = entry.title().map(words::say).orElse(entry.id());
    var state = words.say(LedgerState.class, entry.state().word());
    boolean isAbsent = entry.state() == LedgerState.ABSENT_EXPECTED;
    var what = isAbsent ? entry.meaning().map(words::say).orElse("") : entry.reason();
    var why = what + " (" + where(entry) + ")";
    return words.say(Text.of(Summary.class, "gap", title, state, Inert.visible(why)));
  }

  private static String where(LedgerEntry entry) {
    return entry.location().isEmpty() ? entry.file() : entry.file() + ", " + entry.location();
  }
}
