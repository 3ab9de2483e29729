package org.testigo.app.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.testigo.app.browser.Browser.Scheme;

/// What every page of ours has to keep, looked at in a real browser.
public record PageChecks(Browser browser) {

  /// Nothing sticks out at the side, every text can be told from its ground, and the page asks for
  /// nothing but itself.
  public void fitsAndCanBeRead(Path page, int width, Scheme scheme) throws IOException {
    browser.open(page, width, scheme);
    assertThat(
            browser.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        .isEqualTo("true");
    assertThat(browser.evaluate("innerWidth")).isEqualTo("" + width);
    assertThat(browser.evaluate(script("contrast.js"))).isEmpty();
    assertThat(browser.requests()).containsExactly(page.toUri().toString());
  }

  /// One first heading, none left out on the way down, the landmarks, the language, heads of
  /// columns.
  public void hasHeadingsAndLandmarksInOrder(Path page, String language) {
    browser.open(page, 1440, Scheme.LIGHT);
    assertThat(browser.evaluate("document.querySelectorAll('h1').length")).isEqualTo("1");
    assertThat(
            browser.evaluate(
                "['header','nav','main','footer'].every(e => document.querySelector(e))"))
        .isEqualTo("true");
    assertThat(
            browser.evaluate(
                "[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])"
                    + ".every((n, i, all) => i === 0 || n <= all[i - 1] + 1)"))
        .isEqualTo("true");
    assertThat(browser.evaluate("document.documentElement.lang")).isEqualTo(language);
    assertThat(browser.evaluate("document.querySelectorAll('th:not([scope])').length"))
        .isEqualTo("0");
    assertThat(
            browser.evaluate(
                "[...document.querySelectorAll('svg[role=img]')]"
                    + ".filter(e => !e.getAttribute('aria-label')).length"))
        .isEqualTo("0");
  }

  /// Links, buttons and what can be unfolded are high enough for a finger.
  public void hasLargeTargets(Path page) {
    browser.open(page, 360, Scheme.LIGHT);
    assertThat(
            browser.evaluate(
                "[...document.querySelectorAll('a,summary,button,input')]"
                    + ".filter(e => e.getBoundingClientRect().height > 0"
                    + " && e.getBoundingClientRect().height < 24).map(e => e.textContent).join()"))
        .isEmpty();
  }

  /// How many pages it has on paper.
  public int printedPages(Path page) {
    browser.open(page, 1440, Scheme.DARK);
    var pdf = new String(browser.pdf(), ISO_8859_1);
    assertThat(pdf).startsWith("%PDF-");
    return pdf.split("/Type /Page\n", -1).length - 1;
  }

  private static String script(String name) throws IOException {
    try (var in = Browser.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }
}
