package org.testigo.samples.large;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.testigo.samples.formats.SqliteWriter;
import org.testigo.samples.ios.SafariDatabase;

/// The browsing of the large phone: sites that are visited again and again, and redirects, most of
/// them from a site to itself with encryption.
final class LargeHistory {
  private static final int SITES = 8_000;
  private static final int PAGES_PER_SITE = 12;
  private static final long MILLIS_OF_REDIRECT = 250;

  private final SafariDatabase safari;
  private final Random random;
  private Instant at = LargeBackup.BEGIN;
  private long step;

  private LargeHistory(SafariDatabase safari, long seed) {
    this.safari = safari;
    this.random = new Random(seed);
  }

  /// The first profile.
  static void writeTo(Path file, int visits, int redirects) throws IOException {
    try (var safari = new SafariDatabase(SqliteWriter.at(file))) {
      var history = new LargeHistory(safari, 300);
      int single = visits - 2 * redirects;
      history.step = LargeBackup.LIFE_SECONDS / (single + redirects);
      history.visits(single / 2, new Sown<>(Plants.seenAt(Place.VISIT), single / 2));
      history.redirects(
          redirects, new Sown<>(Plants.seenAt(Place.REDIRECT_DESTINATION), redirects));
      history.visits(single - single / 2, new Sown<>(List.of(), 0));
      safari.finish();
    }
  }

  /// A further profile.
  static void writeProfileTo(Path file, int visits) throws IOException {
    try (var safari = new SafariDatabase(SqliteWriter.at(file))) {
      var history = new LargeHistory(safari, 301);
      history.step = LargeBackup.LIFE_SECONDS / visits;
      history.visits(visits, new Sown<>(Plants.seenAt(Place.VISIT_IN_PROFILE), visits));
      safari.finish();
    }
  }

  private void visits(int count, Sown<String> sown) throws IOException {
    for (int i = 0; i < count; i++) {
      at = at.plusSeconds(step);
      safari.visit(at, sown.at(i).orElseGet(this::page), "Una p\u00e1gina");
    }
  }

  private void redirects(int count, Sown<String> sown) throws IOException {
    for (int i = 0; i < count; i++) {
      at = at.plusSeconds(step);
      String page = page();
      var planted = sown.at(i);
      String from = planted.isPresent() ? page : page.replace("https:", "http:");
      safari.redirects(at, MILLIS_OF_REDIRECT, "Una p\u00e1gina", from, planted.orElse(page));
    }
  }

  private String page() {
    int site = (int) Math.abs(random.nextGaussian() * SITES / 4);
    return "https://www.sitio-%d.example/seccion/%d/articulo.html?pagina=%d"
        .formatted(site, random.nextInt(PAGES_PER_SITE), random.nextInt(4));
  }
}
