package org.testigo.reports.page;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.testigo.cases.Case;
import org.testigo.reports.Words;
import org.testigo.reports.html.Dates;
import org.testigo.reports.html.Document;
import org.testigo.reports.html.Html;

/// Writes `report.html`.
public final class CasePage {
  private final Case theCase;
  private final Words words;
  private final Html html = new Html();

  private CasePage(Case theCase, Words words) {
    this.theCase = theCase;
    this.words = words;
  }

  public static void write(Case theCase, Words words, OutputStream out) {
    try (out) {
      out.write(new CasePage(theCase, words).page().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String page() {
    var title = words.say(CasePage.class, "title", theCase.inputs().getFirst().name());
    var document = new Document(words.locale(), title, List.of("base.css", "case.css"), List.of());
    document.begin(html);
    header();
    html.open("main");
    new PersonPart(theCase, words, html).write();
    new ExpertPart(theCase, words, html).write();
    new RecordPart(theCase, words, html).write();
    html.close();
    html.element("footer", words.say(CasePage.class, "footer", theCase.tool().version(), caseId()));
    return document.end(html);
  }

  private void header() {
    html.open("header");
    html.element("span", "Testigo", "class", "brand");
    html.open("span", "class", "whose").text(whose()).close();
    html.open("nav", "aria-label", words.say(CasePage.class, "parts")).open("ol");
    for (String part : List.of("person", "expert", "record")) {
      html.open("li")
          .element("a", words.say(CasePage.class, "part." + part), "href", "#" + part)
          .close();
    }
    html.close().close().close();
  }

  private String whose() {
    var device = theCase.device();
    return words.say(
        CasePage.class,
        "whose",
        theCase.inputs().getFirst().name(),
        device.productType().orElse("?"),
        device.osVersion().map(Object::toString).orElse("?"),
        device.takenAt().map(at -> new Dates(words).day(at)).orElse("?"));
  }

  /// The first digits of the digest of what was handed in.
  private String caseId() {
    return theCase.inputs().getFirst().sha256().substring(0, 16);
  }
}
