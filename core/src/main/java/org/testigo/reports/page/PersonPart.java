package org.testigo.reports.page;

import java.util.ArrayList;
import java.util.List;
import org.testigo.cases.Case;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.Text;
import org.testigo.model.Verdict;
import org.testigo.reports.Summary;
import org.testigo.reports.Words;
import org.testigo.reports.html.Dates;
import org.testigo.reports.html.Html;

/// The first depth, for the person: the verdict in one sentence, what it rests on, what could not
/// be seen, what to do, who can help; then each finding in plain words.
final class PersonPart {
  private final Case theCase;
  private final Words words;
  private final Html html;
  private final Summary summary;

  PersonPart(Case theCase, Words words, Html html) {
    this.theCase = theCase;
    this.words = words;
    this.html = html;
    this.summary = new Summary(theCase, words);
  }

  void write() {
    html.open("section", "id", "person", "aria-label", say("part.person"));
    verdict();
    html.open("div", "class", "columns");
    html.open("div").element("h2", say("do-now")).items("ol", numbered("do." + tone())).close();
    html.open("div").element("h2", say("who-helps")).items("ul", numbered("help")).close();
    html.close();
    notSeen();
    html.element("h2", words.say(Summary.class, "findings-title"));
    if (theCase.findings().isEmpty()) html.element("p", say("no-findings"));
    theCase.findings().forEach(this::finding);
    html.close();
  }

  private void verdict() {
    var verdict = theCase.conclusion().verdict();
    html.open("div", "class", "verdict " + tone(), "data-verdict", verdict.word());
    icon(verdict);
    html.element("h1", summary.verdict());
    html.element("p", summary.meaning());
    html.element("p", summary.basis(), "class", "basis").close();
  }

  /// How much the page has to alarm: strong for traces, caution where there is something to look
  /// at, plain else. Never red or green alone: a shape and the words say the same.
  private String tone() {
    return switch (theCase.conclusion().verdict()) {
      case TRACES_STRONG, TRACES_SINGLE -> "strong";
      case TARGETED, CONTACT_ONLY, ANOMALY, NOT_CONCLUSIVE -> "caution";
      case NO_KNOWN_TRACES -> "plain";
    };
  }

  private void icon(Verdict verdict) {
    html.open(
        "svg",
        "viewBox",
        "0 0 48 48",
        "aria-hidden",
        "true",
        "fill",
        "none",
        "stroke",
        "currentColor",
        "stroke-width",
        "4");
    switch (verdict) {
      case TRACES_STRONG, TRACES_SINGLE ->
          html.empty("path", "d", "M24 5 L45 42 L3 42 Z M24 18 V29 M24 34 V37").close();
      case TARGETED ->
          html.empty(
                  "path",
                  "d",
                  "M24 4 V14 M24 34 V44 M4 24 H14 M34 24 H44 M24 12 A12 12 0 1 0 24.1 12")
              .close();
      case CONTACT_ONLY, ANOMALY ->
          html.empty("path", "d", "M24 4 L44 24 L24 44 L4 24 Z M24 15 V27 M24 31 V34").close();
      case NOT_CONCLUSIVE ->
          html.empty(
                  "path",
                  "d",
                  "M24 4 A20 20 0 1 0 24.1 4 M17 19 C17 10 31 10 31 19 C31 25 24 24 24 30 M24 34 V37")
              .close();
      case NO_KNOWN_TRACES ->
          html.empty("path", "d", "M20 6 A14 14 0 1 0 20.1 6 M30 31 L43 44").close();
    }
  }

  private void notSeen() {
    html.open("div", "class", "gaps");
    html.element("h2", say("not-seen"));
    var gaps = summary.gaps();
    if (!gaps.isEmpty()) html.items("ul", gaps);
    html.items("ul", notInThisKind());
    html.close();
  }

  private List<String> notInThisKind() {
    var limits = new ArrayList<String>();
    theCase
        .ledger()
        .artifacts()
        .forEach(entry -> {
          switch (entry.state()) {
            case NOT_IN_THIS_KIND ->
                limits.add(
                    say(
                        "not-in-this-kind",
                        title(entry.title()),
                        words.say(entry.meaning().orElseThrow())));
            case OUT_OF_CONSENT -> limits.add(say("out-of-consent", title(entry.title())));
            case READ,
                PARTIAL,
                UNREADABLE,
                LIMIT_HIT,
                ABSENT_EXPECTED,
                ABSENT_OPTIONAL,
                NOT_SUPPORTED,
                OTHER -> {}
          }
        });
    limits.addAll(numbered("method"));
    return limits;
  }

  private String title(java.util.Optional<Text> title) {
    return title.map(words::say).orElse("");
  }

  private void finding(Finding finding) {
    html.open("article", "id", finding.id());
    html.element(
        "span", words.say(FindingClass.class, finding.findingClass().word()), "class", "chip");
    html.element("h3", words.say(finding.title()));
    html.element("p", when(finding), "class", "when");
    html.element("p", words.say(finding.why()));
    list("innocent", finding.explanations());
    if (!finding.attributions().isEmpty()) {
      html.element("h4", say("attribution")).items("ul", finding.attributions());
    }
    html.close();
  }

  private void list(String title, List<Text> texts) {
    if (texts.isEmpty()) return;
    html.element("h4", say(title)).items("ul", texts.stream().map(words::say).toList());
  }

  private String when(Finding finding) {
    var sightings = finding.sightings();
    var dates = new Dates(words);
    if (sightings.first().isEmpty()) return say("when-unknown", sightings.count());
    var first = dates.day(sightings.first().get());
    var last = dates.day(sightings.last().orElseThrow());
    return first.equals(last)
        ? say("when-once", sightings.count(), first)
        : say("when", sightings.count(), first, last);
  }

  private List<String> numbered(String key) {
    var texts = new ArrayList<String>();
    for (int number = 1; words.knows(CasePage.class, key + "." + number); number++)
      texts.add(say(key + "." + number));
    return texts;
  }

  private String say(String key, Object... arguments) {
    return words.say(CasePage.class, key, arguments);
  }
}
