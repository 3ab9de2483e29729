package org.testigo.reports.page;

import java.util.List;
import org.testigo.cases.Case;
import org.testigo.cases.PackEntry;
import org.testigo.model.DataClass;
import org.testigo.reports.Words;
import org.testigo.reports.html.Html;
import org.testigo.reports.html.Tables;

/// The third depth, the record: what was handed in, with which tool and packs, by which method, and
/// how to do it again.
final class RecordPart {
  /// How many refusals of one pack the page shows; `case.json` has them all.
  private static final int SHOWN_REFUSALS = 20;

  private final Case theCase;
  private final Words words;
  private final Html html;
  private final Tables tables;

  RecordPart(Case theCase, Words words, Html html) {
    this.theCase = theCase;
    this.words = words;
    this.html = html;
    this.tables = new Tables(html);
  }

  void write() {
    html.open("section", "id", "record").element("h2", say("part.record"));
    inputs();
    packs();
    html.element("h3", say("method-title")).element("p", say("method"));
    html.element("p", say("error-rates"));
    options();
    html.element("h3", say("reproduce-title")).element("p", say("reproduce"));
    html.open("p").element("code", command()).close();
    html.close();
  }

  private void inputs() {
    html.element("h3", say("inputs"));
    tables.begin("", List.of(say("input"), say("kind"), say("bytes"), "SHA-256"));
    theCase
        .inputs()
        .forEach(input ->
            tables.row(
                "",
                Tables.evidence(input.name()),
                Tables.words(input.kind()),
                Tables.number(input.bytes(), words),
                Tables.evidence(input.sha256())));
    tables.end();
  }

  private void packs() {
    html.element("h3", say("packs"));
    if (theCase.packs().isEmpty()) {
      html.element("p", say("no-packs"));
      return;
    }
    tables.begin("", List.of(say("pack"), say("loaded"), say("refused"), "SHA-256"));
    for (PackEntry pack : theCase.packs()) {
      tables.row(
          pack.loaded() ? "" : "gap-row",
          Tables.evidence(pack.name()),
          Tables.number(pack.indicators(), words),
          Tables.evidence(refusals(pack)),
          Tables.evidence(pack.sha256()));
    }
    tables.end();
  }

  private String refusals(PackEntry pack) {
    var shown =
        pack.refused().stream()
            .limit(SHOWN_REFUSALS)
            .map(refusal -> (refusal.subject() + " " + words.say(refusal.why())).strip())
            .toList();
    int more = pack.refused().size() - shown.size();
    return String.join("\n", shown) + (more > 0 ? "\n" + say("more", more) : "");
  }

  private void options() {
    var without = theCase.options().without().stream().map(DataClass::word).toList();
    html.element(
        "p",
        without.isEmpty() ? say("nothing-withheld") : say("withheld", String.join(", ", without)));
  }

  private String command() {
    var without = theCase.options().without().stream().map(DataClass::word).toList();
    return "testigo examine EVIDENCE --packs PACKS"
        + (without.isEmpty() ? "" : " --without " + String.join(",", without))
        + (theCase.options().hashAll() ? " --hash all" : "")
        + " --lang "
        + words.locale().getLanguage();
  }

  private String say(String key, Object... arguments) {
    return words.say(CasePage.class, key, arguments);
  }
}
