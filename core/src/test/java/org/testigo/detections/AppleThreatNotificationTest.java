package org.testigo.detections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.testigo.model.Direction;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.MessageObject;
import org.testigo.model.Observation;
import org.testigo.model.Text;

class AppleThreatNotificationTest {
  private static final String FIRST =
      "ALERT: State-sponsored attackers may be targeting your iPhone. Apple believes you are being"
          + " targeted because of who you are.";
  private static final String SECOND =
      "ALERT: Apple detected a targeted mercenary spyware attack against your iPhone\nSign in at"
          + " https://account.apple.com";
  private final Detection detection = new AppleThreatNotification();

  @Test
  void thePublishedTextsAreAWarningReceived() {
    var found =
        Seen.findings(
            Seen.outcome(
                detection,
                message(1, FIRST.replace("State-", "State\u2011")),
                message(2, "\u00a0 " + SECOND)));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().findingClass()).isEqualTo(FindingClass.RECEIVED);
    assertThat(found.getFirst().title())
        .isEqualTo(Text.of(AppleThreatNotification.class, "published.finding", 2L, ""));
    assertThat(found.getFirst().sightings().examples().getFirst().value())
        .isEqualTo(FIRST.replace("State-", "State\u2011"));
    assertThat(found.getFirst().nextSteps().getFirst().key()).isEqualTo("people");
  }

  @Test
  void otherLanguagesAreAnAnomalyThatShowsTheText() {
    String spanish =
        "ALERTA: Apple detectó un ataque dirigido de software espía mercenario contra tu iPhone";
    var found = Seen.findings(Seen.outcome(detection, message(1, spanish)));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().findingClass()).isEqualTo(FindingClass.ANOMALY);
    assertThat(found.getFirst().title())
        .isEqualTo(Text.of(AppleThreatNotification.class, "other.finding", 1L, spanish));
  }

  @Test
  void anythingFromApplesAddressIsShown() {
    var fromApple = Seen.incoming("Threat-Notifications@apple.com", "警告:Appleが検出しました");
    var found = Seen.findings(Seen.outcome(detection, Seen.observed("ios.sms", 1, fromApple)));

    assertThat(found).extracting(Finding::findingClass).containsExactly(FindingClass.ANOMALY);
  }

  @Test
  void aLinkToElsewhereMakesItAPossibleImitation() {
    var found =
        Seen.findings(
            Seen.outcome(detection, message(1, FIRST + " https://account-apple.example/login")));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().findingClass()).isEqualTo(FindingClass.ANOMALY);
    assertThat(found.getFirst().title().key()).isEqualTo("link.finding");
  }

  @Test
  void ordinaryAlertsQuotesAndOwnMessagesAreNot() {
    var own = Seen.message(Direction.OUTGOING, "+525500000001", FIRST);
    assertThat(
            Seen.outcome(
                detection,
                Seen.observed("ios.sms", 1, own),
                message(2, "ALERTA: sismo, conserva la calma y repliégate"),
                message(3, "ALERTA BBVA: compra por $500 con tu Apple Pay"),
                message(4, "ALERT: your iPhone case has shipped"),
                message(5, "Me llegó esto: " + FIRST),
                message(6, "")))
        .isEqualTo(new Outcome.NotFound(5));
  }

  private static Observation message(long row, String body) {
    MessageObject message = Seen.incoming("+525500000001", body);
    return Seen.observed("ios.sms", row, message);
  }
}
