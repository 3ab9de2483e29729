package org.testigo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.app.browser.Browser;
import org.testigo.app.browser.Browser.Scheme;
import org.testigo.samples.MadeUpPack;
import org.testigo.samples.MadeUpPhone;
import org.testigo.samples.Variant;

/// The report in a real browser: wide and narrow, light and dark, printed.
class ReportPageTest {
  @TempDir private static Path temp;

  private static Browser browser;

  @BeforeAll
  static void makeReports() throws Exception {
    var program = Browser.installed();
    assumeTrue(program.isPresent(), "no Chromium is installed");
    browser = Browser.start(program.get());
    var pack = temp.resolve("ocelote.stix2");
    MadeUpPack.writeTo(pack);
    for (var variant : java.util.List.of(Variant.IMPLANT, Variant.NO_TRACES)) {
      var phone = temp.resolve(variant.story().name());
      MadeUpPhone.writeTo(phone, variant);
      for (String language : new String[] {"es", "en"}) {
        var out = temp.resolve(variant.story() + "-" + language);
        Session.of(
            "examine",
            phone.toString(),
            "--packs",
            pack.toString(),
            "--lang",
            language,
            "--out",
            out.toString());
      }
    }
  }

  @AfterAll
  static void stop() {
    if (browser != null) browser.close();
  }

  @ParameterizedTest
  @CsvSource({
    "IMPLANT-es,360,LIGHT",
    "IMPLANT-es,360,DARK",
    "IMPLANT-es,768,LIGHT",
    "IMPLANT-es,1440,DARK",
    "IMPLANT-en,360,DARK",
    "IMPLANT-en,1440,LIGHT",
    "NO_TRACES-es,360,LIGHT",
    "NO_TRACES-en,360,DARK",
    "NO_TRACES-en,1440,LIGHT"
  })
  void thePageFitsAndCanBeRead(String report, int width, Scheme scheme) throws IOException {
    browser.open(page(report), width, scheme);
    assertThat(
            browser.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        .isEqualTo("true");
    assertThat(browser.evaluate("innerWidth")).isEqualTo("" + width);
    assertThat(browser.evaluate(script("contrast.js"))).isEmpty();
    assertThat(browser.requests()).containsExactly(page(report).toUri().toString());
  }

  @Test
  void headingsAndLandmarksAreInOrder() {
    browser.open(page("IMPLANT-es"), 1440, Scheme.LIGHT);
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
    assertThat(browser.evaluate("document.documentElement.lang")).isEqualTo("es");
    assertThat(browser.evaluate("document.querySelectorAll('th:not([scope])').length"))
        .isEqualTo("0");
  }

  @Test
  void whatCanBePressedIsLargeEnough() {
    browser.open(page("IMPLANT-en"), 360, Scheme.LIGHT);
    assertThat(
            browser.evaluate(
                "[...document.querySelectorAll('a,summary')].filter(e => e.getBoundingClientRect()"
                    + ".height < 24).map(e => e.textContent).join()"))
        .isEmpty();
  }

  @Test
  void thePageHasNoScriptNoLinkOutAndNothingToLoad() throws IOException {
    var html = Files.readString(page("IMPLANT-es"), UTF_8);
    assertThat(html).contains("default-src 'none'".replace("'", "&#39;"));
    assertThat(html).doesNotContain("<script").doesNotContain("src=").doesNotContain("href=\"http");
    assertThat(html).doesNotContain("url(").doesNotContain("@import");
    assertThat(Files.size(page("IMPLANT-es"))).isLessThan(2_000_000);
  }

  @Test
  void itPrints() {
    browser.open(page("IMPLANT-es"), 1440, Scheme.DARK);
    var pdf = new String(browser.pdf(), StandardCharsets.ISO_8859_1);
    assertThat(pdf).startsWith("%PDF-");
    assertThat(pdf.split("/Type /Page\n", -1).length - 1).isBetween(3, 40);
  }

  private static Path page(String report) {
    return temp.resolve(report).resolve("report.html");
  }

  private static String script(String name) throws IOException {
    try (var in = Browser.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }
}
