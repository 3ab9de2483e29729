package org.testigo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.app.browser.Browser;
import org.testigo.app.browser.Browser.Scheme;
import org.testigo.app.browser.PageChecks;
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
    new PageChecks(browser).fitsAndCanBeRead(page(report), width, scheme);
  }

  @Test
  void headingsAndLandmarksAreInOrder() {
    new PageChecks(browser).hasHeadingsAndLandmarksInOrder(page("IMPLANT-es"), "es");
  }

  @Test
  void whatCanBePressedIsLargeEnough() {
    new PageChecks(browser).hasLargeTargets(page("IMPLANT-en"));
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
    assertThat(new PageChecks(browser).printedPages(page("IMPLANT-es"))).isBetween(3, 40);
  }

  private static Path page(String report) {
    return temp.resolve(report).resolve("report.html");
  }
}
