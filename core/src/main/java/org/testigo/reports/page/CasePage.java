package org.testigo.reports.page;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.testigo.cases.Case;
import org.testigo.reports.Words;

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
    html.open("html", "lang", words.locale().getLanguage());
    head();
    html.open("body");
    header();
    html.open("main");
    new PersonPart(theCase, words, html).write();
    new ExpertPart(theCase, words, html).write();
    new RecordPart(theCase, words, html).write();
    html.close();
    html.element("footer", words.say(CasePage.class, "footer", theCase.tool().version(), caseId()));
    return html.close().close().toString();
  }

  private void head() {
    var css = css();
    html.open("head").empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
            .formatted(digest(css)));
    html.empty("meta", "name", "referrer", "content", "no-referrer");
    html.element("title", words.say(CasePage.class, "title", theCase.inputs().getFirst().name()));
    html.style(css).close();
  }

  private void header() {
    html.open("header");
    html.element("span", "Testigo", "class", "brand");
    html.open("span", "class", "whose").text(whose()).close();
    html.open("nav", "aria-label", words.say(CasePage.class, "parts")).open("ol");
    for (String part : java.util.List.of("person", "expert", "record")) {
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

  private static String css() {
    try (var in = CasePage.class.getResourceAsStream("/org/testigo/reports/report.css")) {
      if (in == null) throw new IllegalStateException("report.css is not in the jar");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String css) {
    try {
      var sha256 =
          MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(sha256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
