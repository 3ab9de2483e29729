package org.testigo.detections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.Observation;
import org.testigo.model.Source;
import org.testigo.model.Text;
import org.testigo.model.UrlVisit;

class QuickRedirectTest {
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
  private final Detection detection = new QuickRedirect();

  @Test
  void plainVisitsLedAwayWithinASecondAreOneFindingPerTarget() {
    var found =
        Seen.findings(
            Seen.outcome(
                detection,
                redirect(
                    1, "http://www.diario.example/", "https://a1.trampa.example.com.mx/x", 400),
                redirect(2, "http://otro.example/", "https://b2.trampa.example.com.mx/y", 999),
                redirect(3, "http://otro.example/", "http://lejos.example/z", 0)));

    assertThat(found)
        .extracting(Finding::title)
        .containsExactly(
            Text.of(QuickRedirect.class, "plain.finding", 2L, "example.com.mx"),
            Text.of(QuickRedirect.class, "plain.finding", 1L, "lejos.example"));
    assertThat(found.getFirst().findingClass()).isEqualTo(FindingClass.ANOMALY);
    assertThat(found.getFirst().sightings().examples().getFirst().value())
        .isEqualTo("http://www.diario.example/ → https://a1.trampa.example.com.mx/x");
  }

  @Test
  void slowOnesAndThoseWithinADomainAreNotFound() {
    assertThat(
            Seen.outcome(
                detection,
                redirect(1, "http://diario.example/", "https://trampa.example.org/x", 1_000),
                redirect(2, "http://diario.example/", "https://www.diario.example/", 10),
                redirect(3, "http://a.example.com.mx/", "https://b.example.com.mx/", 10),
                Seen.observed("ios.safari-history", 4, Seen.visit("http://diario.example/"))))
        .isEqualTo(new Outcome.NotFound(4));
  }

  @Test
  void encryptedOnesShortenersDailySitesAndSisterNamesAreInformation() {
    var found =
        Seen.findings(
            Seen.outcome(
                detection,
                redirect(1, "https://diario.example/", "https://anuncios.example.org/x", 10),
                redirect(2, "http://bit.ly/0ejemplo", "https://diario.example/", 10),
                redirect(3, "http://t.co/0ejemplo", "https://diario.example/", 10),
                redirect(4, "http://tienda.example/", "https://accounts.google.com/login", 10),
                redirect(5, "http://diario.example/", "https://diario.com.mx/", 10)));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().findingClass()).isEqualTo(FindingClass.INFORMATION);
    assertThat(found.getFirst().title())
        .isEqualTo(Text.of(QuickRedirect.class, "explained.finding", 5L));
  }

  private static Observation redirect(long row, String from, String to, long millis) {
    var visit =
        new UrlVisit(
            "Safari",
            Optional.empty(),
            to,
            Optional.empty(),
            Optional.of(new UrlVisit.Redirect(from, AT)));
    return new Observation(
        visit,
        List.of(new Moment(Moment.Meaning.VISITED, AT.plusMillis(millis), "" + millis)),
        new Source("ios.safari-history", "History.db", new Location.Row("history_visits", row)));
  }
}
