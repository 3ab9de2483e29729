package org.testigo.samples;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.testigo.samples.backup.BackupWriter;
import org.testigo.samples.formats.SqliteWriter;
import org.testigo.samples.ios.SafariDatabase;

/// What was opened in Safari, in the first profile and in one for work.
final class Browsing {
  private static final String DOMAIN = "AppDomain-com.apple.mobilesafari";
  private static final String WORK_PROFILE = "5D1C0A7E-0000-4000-8000-00000000A0B1";
  private static final int MINUTES_BETWEEN = 260;
  private static final int PRIVATE_VISITS = 330;
  private static final int WORK_VISITS = 120;

  private Browsing() {}

  /// A page with the title that the browser showed.
  private record Page(String url, String title) {}

  private static final List<Page> PRIVATE =
      List.of(
          new Page("https://www.example.org/", "Example Domain"),
          new Page("https://clima.example/cdmx", "Clima en la Ciudad de México"),
          new Page("https://fonda-lupita.example/menu", "Fonda Lupita · Menú"),
          new Page("https://futbol.example/liga/resultados", "Resultados de la jornada"),
          new Page("https://tienda.example/buscar?q=cafetera+italiana", "cafetera italiana"),
          new Page("https://musica.example/c/4411", "La llorona"),
          new Page("https://viajes.example/destinos/oaxaca", "Oaxaca en tres días"),
          new Page("https://buscador.example/?q=clases+de+yoga", "clases de yoga"));

  private static final List<Page> WORK =
      List.of(
          new Page("https://redaccion.example.org/portada", "Redacción"),
          new Page("https://transparencia.example/solicitudes/1188", "Solicitud 1188"),
          new Page("https://archivo.example.org/2025/presupuesto.pdf", "presupuesto.pdf"),
          new Page("https://diario.example/opinion/2026/03/10", "Opinión"),
          new Page("https://correo.example/bandeja", "Bandeja de entrada"));

  static void writeTo(BackupWriter backup, Variant variant) throws IOException {
    backup.file(DOMAIN, "Library/Safari/History.db", MadeUpPhone.often(), first(variant));
    backup.file(
        DOMAIN,
        "Library/Safari/Profiles/" + WORK_PROFILE + "/History.db",
        MadeUpPhone.often(),
        work());
  }

  private static byte[] first(Variant variant) throws IOException {
    try (var safari = new SafariDatabase(SqliteWriter.inMemory())) {
      Instant at = everyday(safari, 11, PRIVATE, MadeUpPhone.SET_UP_AT, PRIVATE_VISITS / 2);
      // Innocent: the same site, first without and then with encryption.
      safari.redirects(
          at.plusSeconds(60), 300, "Clima", "http://clima.example/", "https://clima.example/");
      if (variant.hasImplant())
        safari.redirects(
            Ocelote.VISITED_AT, Ocelote.REDIRECT_MILLIS, "", Ocelote.LURE_URL, Ocelote.LANDING_URL);
      everyday(safari, 12, PRIVATE, Instant.parse("2026-02-11T13:00:00Z"), PRIVATE_VISITS / 2);
      return safari.finish();
    }
  }

  private static byte[] work() throws IOException {
    try (var safari = new SafariDatabase(SqliteWriter.inMemory())) {
      Instant at = everyday(safari, 13, WORK, Instant.parse("2026-01-12T15:00:00Z"), WORK_VISITS);
      // Innocent: a sign-in that takes its time.
      safari.redirects(
          at.plusSeconds(60),
          4_000,
          "Bandeja",
          "https://correo.example/entrar",
          "https://correo.example/bandeja");
      return safari.finish();
    }
  }

  private static Instant everyday(
      SafariDatabase safari, long seed, List<Page> pages, Instant from, int visits)
      throws IOException {
    var random = new Random(seed);
    Instant at = from;
    for (int i = 0; i < visits; i++) {
      at = at.plusSeconds(60L + random.nextInt(MINUTES_BETWEEN * 120));
      Page page = pages.get(random.nextInt(pages.size()));
      safari.visit(at, page.url(), page.title());
    }
    return at;
  }
}
