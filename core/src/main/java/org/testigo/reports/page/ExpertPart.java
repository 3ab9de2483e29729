package org.testigo.reports.page;

import java.util.List;
import org.testigo.cases.Answer;
import org.testigo.cases.Case;
import org.testigo.cases.LedgerEntry;
import org.testigo.model.Finding;
import org.testigo.model.LedgerState;
import org.testigo.model.Sightings;
import org.testigo.reports.Described;
import org.testigo.reports.Words;
import org.testigo.reports.html.Dates;
import org.testigo.reports.html.Html;
import org.testigo.reports.html.Tables;

/// The second depth, for the expert: when things happened, the evidence of every finding, what
/// every check answered, the ledger.
final class ExpertPart {
  private final Case theCase;
  private final Words words;
  private final Html html;
  private final Tables tables;

  ExpertPart(Case theCase, Words words, Html html) {
    this.theCase = theCase;
    this.words = words;
    this.html = html;
    this.tables = new Tables(html);
  }

  void write() {
    html.open("section", "id", "expert").element("h2", say("part.expert"));
    Lanes.of(theCase.findings()).ifPresent(lanes -> lanes.write(html, words));
    theCase.findings().forEach(this::evidence);
    answers();
    artifacts();
    files();
    html.close();
  }

  private void evidence(Finding finding) {
    html.open("details", "open", "open").element("summary", words.say(finding.title()));
    html.element(
        "p",
        say(
            "finding-facts",
            finding.id(),
            finding.detection(),
            finding.findingClass().word(),
            finding.confidence()));
    if (!finding.nextSteps().isEmpty()) {
      html.element("h3", say("next-steps"));
      html.items("ol", finding.nextSteps().stream().map(words::say).toList());
    }
    if (!finding.indicators().isEmpty()) indicators(finding);
    tables.begin(
        say("evidence-caption", finding.sightings().examples().size(), finding.sightings().count()),
        List.of(say("time"), say("value"), say("where"), say("whole")));
    finding.sightings().examples().forEach(this::example);
    tables.end();
    html.close();
  }

  private void indicators(Finding finding) {
    tables.begin(
        say("indicators"),
        List.of(say("value"), say("type"), say("name"), say("pack"), say("notes")));
    finding
        .indicators()
        .forEach(indicator ->
            tables.row(
                "",
                Tables.evidence(indicator.value()),
                Tables.words(indicator.type()),
                Tables.evidence(indicator.name()),
                Tables.evidence(indicator.pack()),
                Tables.words(
                    String.join(" ", indicator.notes().stream().map(words::say).toList()))));
    tables.end();
  }

  private void example(Sightings.Example example) {
    var source = example.observation().source();
    var time = example.observation().firstObserved().map(Dates::exact).orElse(say("no-time"));
    tables.row(
        "",
        Tables.words(time),
        Tables.evidence(example.value()),
        Tables.evidence(source.artifact() + " · " + source.file() + " · " + source.location()),
        Tables.evidence(shortened(Described.inOneLine(example.observation().object()))));
  }

  /// The page shows the first part of a long value; `findings.jsonl` has it whole.
  private String shortened(String value) {
    return value.length() <= 600
        ? value
        : say("shortened", value.substring(0, 600), value.length());
  }

  private void answers() {
    html.element("h3", say("answers"));
    tables.begin("", List.of(say("question"), say("answer"), say("check")));
    theCase
        .answers()
        .forEach(answer ->
            tables.row(
                "",
                Tables.words(words.say(answer.question())),
                Tables.words(reply(answer)),
                Tables.words(answer.detection())));
    tables.end();
  }

  private String reply(Answer answer) {
    return switch (answer.reply()) {
      case Answer.Yes(int findings) -> say("yes", findings);
      case Answer.No(long looked) -> say("no", looked);
      case Answer.NotAssessed(var why) -> say("not-assessed", words.say(why));
    };
  }

  private void artifacts() {
    html.element("h3", say("artifacts"));
    tables.begin(
        "", List.of(say("artifact"), say("state"), say("readings"), say("where"), say("remarks")));
    for (LedgerEntry entry : theCase.ledger().artifacts()) {
      tables.row(
          entry.isGap() ? "gap-row" : "",
          Tables.words(entry.title().map(words::say).orElse("") + " (" + entry.id() + ")"),
          Tables.words(state(entry)),
          Tables.number(entry.readings(), words),
          Tables.evidence(entry.file()),
          Tables.evidence(remarks(entry)));
    }
    tables.end();
  }

  private String remarks(LedgerEntry entry) {
    var layouts = String.join("; ", entry.layouts());
    boolean isAbsent = entry.state() == LedgerState.ABSENT_EXPECTED;
    if (entry.unreadableCount() > 0 && !isAbsent) {
      return say("unreadables", entry.unreadableCount(), entry.reason(), entry.location())
          + (layouts.isEmpty() ? "" : " · " + layouts);
    }
    return entry.state().isGap() || entry.state() == LedgerState.NOT_IN_THIS_KIND
        ? entry.meaning().map(words::say).orElse("")
        : layouts;
  }

  private void files() {
    var ledger = theCase.ledger();
    html.element("h3", say("files"));
    html.element(
        "p",
        say(
            "files-sum",
            ledger.files().size(),
            ledger.filesByState().getOrDefault(LedgerState.OTHER, 0)));
    tables.begin("", List.of(say("file"), say("state"), say("readings"), say("digest")));
    ledger.files().stream()
        .filter(file -> file.state() != LedgerState.OTHER)
        .forEach(file ->
            tables.row(
                file.state().isGap() ? "gap-row" : "",
                Tables.evidence(file.file()),
                Tables.words(state(file)),
                Tables.number(file.readings(), words),
                Tables.evidence(file.sha256().orElse(""))));
    tables.end();
  }

  private String state(LedgerEntry entry) {
    return words.say(LedgerState.class, entry.state().word());
  }

  private String say(String key, Object... arguments) {
    return words.say(CasePage.class, key, arguments);
  }
}
