package org.testigo.samples.large;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.testigo.samples.formats.SqliteWriter;
import org.testigo.samples.ios.Attachment;
import org.testigo.samples.ios.Message;
import org.testigo.samples.ios.SmsDatabase;

/// The messages of the large phone: one in five with a link, a third with their words in the
/// attributed body alone.
final class LargeMessages {
  private static final List<Place> PLACES =
      List.of(
          Place.MESSAGE_TEXT,
          Place.MESSAGE_BODY_ONLY,
          Place.MESSAGE_LINK,
          Place.MESSAGE_WITHOUT_HANDLE,
          Place.MESSAGE_BEFORE_EDIT,
          Place.ATTACHMENT);
  private static final String[] WORDS =
      "hola nos vemos ma\u00f1ana the meeting is at ten gracias por avisar see you there va de camino con la familia"
          .split(" ");
  private static final List<Message.Body> BODIES =
      List.of(
          Message.Body.TEXT_ONLY,
          Message.Body.TEXT_AND_ATTRIBUTED_BODY,
          Message.Body.ATTRIBUTED_BODY_ONLY);
  private static final int CORRESPONDENTS = 300;
  private static final int SITES = 5_000;

  private final Random random = new Random(200);
  private final Sown<Planted> sown;
  private final int count;

  private record Planted(Place place, String seen) {}

  private LargeMessages(int count) {
    this.count = count;
    this.sown =
        new Sown<>(
            PLACES.stream()
                .flatMap(
                    place -> Plants.seenAt(place).stream().map(seen -> new Planted(place, seen)))
                .toList(),
            count);
  }

  static void writeTo(Path file, int count) throws IOException {
    try (var sms = new SmsDatabase(SqliteWriter.at(file), "P:+525555500101")) {
      new LargeMessages(count).write(sms);
      sms.finish();
    }
  }

  private void write(SmsDatabase sms) throws IOException {
    Instant at = LargeBackup.BEGIN;
    long step = LargeBackup.LIFE_SECONDS / count;
    for (int i = 0; i < count; i++) sms.add(message(i, at.plusSeconds(i * step)));
  }

  private Message message(int row, Instant at) {
    return sown.at(row).map(planted -> planted(planted, at)).orElseGet(() -> everyday(row, at));
  }

  private Message everyday(int row, Instant at) {
    String from = "+5255555%05d".formatted(random.nextInt(CORRESPONDENTS));
    String text = words() + (row % 5 == 0 ? link() : "");
    Message message =
        row % 3 == 0
            ? Message.sent(from, "iMessage", at, text)
            : Message.received(from, "SMS", at, text);
    return message.in(BODIES.get(random.nextInt(BODIES.size())));
  }

  private static Message planted(Planted planted, Instant at) {
    String seen = planted.seen();
    Message plain = Message.received("+12025550199", "SMS", at, seen);
    return switch (planted.place()) {
      case MESSAGE_BODY_ONLY -> plain.in(Message.Body.ATTRIBUTED_BODY_ONLY);
      case MESSAGE_LINK ->
          Message.received("+12025550199", "iMessage", at, "https://corta.example/" + seen.length())
              .withLink(new Message.Link("https://corta.example/" + seen.length(), seen, "Nota"));
      case MESSAGE_WITHOUT_HANDLE -> Message.withoutHandle("SMS", at, seen);
      case MESSAGE_BEFORE_EDIT ->
          Message.received("+12025550199", "iMessage", at, "nada").edited(at.plusSeconds(9), seen);
      case ATTACHMENT ->
          Message.received("+12025550199", "iMessage", at, "mira")
              .with(new Attachment(seen, "foto.gif", "image/gif", 400));
      case MESSAGE_TEXT,
          VISIT,
          REDIRECT_DESTINATION,
          VISIT_IN_PROFILE,
          DATA_USAGE,
          DAILY_USAGE,
          FILE,
          PERMISSION,
          IDENTITY_LOOKUP ->
          plain.in(Message.Body.TEXT_ONLY);
    };
  }

  private String words() {
    var text = new StringBuilder();
    for (int i = 3 + random.nextInt(14); i > 0; i--)
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    return text.toString();
  }

  private String link() {
    return "https://sitio-%d.example/n/%d".formatted(random.nextInt(SITES), random.nextInt(90_000));
  }
}
