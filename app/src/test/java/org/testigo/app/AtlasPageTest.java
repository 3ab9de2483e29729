package org.testigo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.app.browser.Browser;
import org.testigo.app.browser.Browser.Scheme;
import org.testigo.app.browser.PageChecks;
import org.testigo.samples.scans.MadeUpScan;

/// The page of an atlas in a real browser: wide and narrow, light and dark, printed, with its
/// script at work.
class AtlasPageTest {
  @TempDir private static Path temp;

  private static Browser browser;

  @BeforeAll
  static void drawAtlases() throws Exception {
    var program = Browser.installed();
    assumeTrue(program.isPresent(), "no Chromium is installed");
    browser = Browser.start(program.get());
    var data = temp.resolve("scans");
    MadeUpScan.writeTo(data);
    var claims = temp.resolve("claims.csv");
    Files.writeString(
        claims,
        "subject,predicate,object,report,date,url\n"
            + "192.0.2.10,role,collector,An example report,2013-06-01,https://example.org/r\n"
            + "192.0.2.11,forwards-to,192.0.2.10,An example report,2013-06-01,\n",
        UTF_8);
    for (String language : List.of("es", "en")) {
      Session.of(
          "trace",
          data.toString(),
          "--claims",
          claims.toString(),
          "--lang",
          language,
          "--out",
          temp.resolve(language).toString());
    }
  }

  @AfterAll
  static void stop() {
    if (browser != null) browser.close();
  }

  @ParameterizedTest
  @CsvSource({
    "es,360,LIGHT",
    "es,360,DARK",
    "es,768,DARK",
    "es,1440,LIGHT",
    "en,360,LIGHT",
    "en,768,LIGHT",
    "en,1440,DARK"
  })
  void thePageFitsAndCanBeRead(String language, int width, Scheme scheme) throws IOException {
    new PageChecks(browser).fitsAndCanBeRead(page(language), width, scheme);
  }

  @Test
  void headingsAndLandmarksAreInOrder() {
    new PageChecks(browser).hasHeadingsAndLandmarksInOrder(page("es"), "es");
  }

  @Test
  void whatCanBePressedIsLargeEnough() {
    new PageChecks(browser).hasLargeTargets(page("en"));
  }

  @Test
  void everyRecognisedAddressStandsInThePage() throws IOException {
    var html = Files.readString(page("en"), UTF_8);
    assertThat(MadeUpScan.RECOGNISED).allSatisfy(ip -> assertThat(html).contains(ip));
    assertThat(html).contains(MadeUpScan.TIED);
    assertThat(html).contains("published by An example report on 2013-06-01");
  }

  @Test
  void nothingIsLoadedAndOnlyItsOwnScriptRuns() throws IOException {
    var html = Files.readString(page("en"), UTF_8);
    assertThat(html).contains("default-src 'none'".replace("'", "&#39;"));
    assertThat(html.split("<script", -1)).hasSize(2);
    assertThat(html).doesNotContain("src=").doesNotContain("href=\"http").doesNotContain("@import");
    assertThat(Files.size(page("en"))).isLessThan(2_000_000);
  }

  @Test
  void theScriptSortsATableByNumber() {
    browser.open(page("en"), 1440, Scheme.LIGHT);
    browser.evaluate("document.querySelector('#world th:nth-child(2) button').click()");
    var numbers =
        browser.evaluate(
            "[...document.querySelectorAll('#world tbody tr')]"
                + ".map(r => +r.cells[1].dataset.value)"
                + ".every((n, i, all) => i === 0 || all[i - 1] <= n)");
    assertThat(numbers).isEqualTo("true");
  }

  @Test
  void theSliderTellsWhatWasActive() {
    browser.open(page("en"), 1440, Scheme.LIGHT);
    assertThat(browser.evaluate("document.querySelector('.slider').hidden")).isEqualTo("false");
    browser.evaluate(
        "(s => { s.value = 0; s.dispatchEvent(new Event('input')); })"
            + "(document.getElementById('months'))");
    assertThat(browser.evaluate("document.getElementById('months-shown').textContent"))
        .matches("20\\d\\d-\\d\\d: \\d+ addresses");
  }

  @Test
  void itPrints() {
    assertThat(new PageChecks(browser).printedPages(page("es"))).isBetween(4, 60);
  }

  private static Path page(String language) {
    return temp.resolve(language).resolve("atlas.html");
  }
}
