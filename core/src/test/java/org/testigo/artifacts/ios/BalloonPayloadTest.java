package org.testigo.artifacts.ios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.model.MalformedException;

final class BalloonPayloadTest {
  private static final String LINKS = "com.apple.messages.URLBalloonProvider";

  @Test
  void givesTheAddressThatWasSentAndTheOneItLedTo() {
    assertThat(
            BalloonPayload.links(
                SmsFixture.richLink("https://corto.example.org/a", "https://example.net/b"), LINKS))
        .containsExactly("https://corto.example.org/a", "https://example.net/b");
  }

  @Test
  void readsTheRichLinksOfTheCorpus() {
    assertThat(
            BalloonPayload.links(
                Corpus.bytes("ios/imessage_payloads/url_message/URL.plist"), LINKS))
        .containsExactly(
            "https://chrissardegna.com",
            "https://chrissardegna.com/",
            "https://chrissardegna.com/favicon.ico");
    assertThat(
            BalloonPayload.links(
                Corpus.bytes("ios/imessage_payloads/url_message/Reminder.plist"), LINKS))
        .containsExactly("https://www.icloud.com/reminders/ZmFrZXVybF9mb3JfcmVtaW5kZXI#TestList");
  }

  /// Every other payload of the corpus is an archive too; an app's own addresses need not be of the
  /// web.
  @Test
  void readsEveryPayloadOfTheCorpus() {
    for (String kind : new String[] {"app_message", "app_store", "music_message"}) {
      for (var file : Corpus.filesBelow("ios/imessage_payloads/" + kind)) {
        assertThat(BalloonPayload.links(Corpus.read(file), "org.example.app"))
            .as(file.toString())
            .allSatisfy(link -> assertThat(link).isNotEmpty());
      }
    }
  }

  @Test
  void strokesHoldNoAddresses() {
    byte[] strokes = {8, 1, 18, 4};
    assertThat(BalloonPayload.links(strokes, "com.apple.DigitalTouchBalloonProvider")).isEmpty();
    assertThatThrownBy(() -> BalloonPayload.links(strokes, LINKS))
        .isInstanceOf(MalformedException.class);
  }
}
