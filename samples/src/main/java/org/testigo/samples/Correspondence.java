package org.testigo.samples;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.testigo.samples.backup.BackupWriter;
import org.testigo.samples.backup.FileFacts;
import org.testigo.samples.ios.Attachment;
import org.testigo.samples.ios.Message;

/// Whom the made-up person writes to, and what. Nothing in it should worry anybody: links without
/// pressure, pressure without links.
final class Correspondence {
  private Correspondence() {}

  /// Somebody she writes to.
  record Person(String address, String service, boolean speaksSpanish) {}

  static final String MOTHER = "+525555500110";
  static final String BROTHER = "+525555500123";
  static final String NEWSROOM = "+525555500147";
  static final String FRIEND = "lucia.rios@example.org";
  static final String COLLEAGUE = "+12025550142";

  static final List<Person> PEOPLE =
      List.of(
          new Person(MOTHER, "SMS", true),
          new Person(BROTHER, "iMessage", true),
          new Person(NEWSROOM, "SMS", true),
          new Person(FRIEND, "iMessage", true),
          new Person(COLLEAGUE, "iMessage", false));

  static final List<String> SPANISH =
      List.of(
          "¿Ya comiste, mija?",
          "Voy saliendo, llego en veinte minutos",
          "Te marco al rato, estoy en el metro",
          "¿Me pasas la receta del mole?",
          "Jajaja, no manches",
          "Mañana hay junta a las diez, ¿vas?",
          "Ya quedó la nota, la mando en la noche",
          "Feliz cumpleaños 🎉🎂 ¡que la pases increíble!",
          "¿Cenamos el viernes en la fonda de siempre?",
          "Aquí está el menú: https://fonda-lupita.example/menu",
          "Buenas noches, descansa",
          "Se fue la luz otra vez en la colonia",
          "¿Quién va por los niños hoy?",
          "Perdón, apenas vi tu mensaje",
          "Escucha esta canción https://musica.example/c/4411",
          "Llevo tamales ✓",
          "El señor del gas pasa a las once",
          "Gracias, te debo un café ☕",
          "¿Viste el partido? Qué golazo",
          "Mándame la foto cuando puedas");

  static final List<String> ENGLISH =
      List.of(
          "Running late, order without me",
          "Great piece today, congrats!",
          "Can you send me the draft when it's ready?",
          "The photos are here: https://photos.example.org/album/march",
          "Coffee next week?",
          "Happy to help, call me any time",
          "Thanks! Talk soon",
          "It finally stopped raining",
          "Did you see the match last night?",
          "Here's the recipe https://kitchen.example.org/salsa-verde",
          "My flight lands at 7:40",
          "👍");

  private static final byte[] TINY_JPEG = {
    (byte) 0xff,
    (byte) 0xd8,
    (byte) 0xff,
    (byte) 0xe0,
    0,
    16,
    'J',
    'F',
    'I',
    'F',
    0,
    1,
    1,
    0,
    0,
    1,
    0,
    1,
    0,
    0,
    (byte) 0xff,
    (byte) 0xd9
  };

  private static final String PHOTO =
      "Library/SMS/Attachments/0a/10/4F0A2B10-0000-4000-8000-000000000001/IMG_0412.JPG";
  private static final String NOTE =
      "Library/SMS/Attachments/b3/03/4F0A2B10-0000-4000-8000-000000000002/entrevista.m4a";

  /// The messages that show what a phone can hold.
  static List<Message> memorable() {
    return List.of(
        Message.received(
                MOTHER,
                "iMessage",
                Instant.parse("2026-01-18T17:20:31Z"),
                "Mira cómo quedó el patio")
            .with(new Attachment("~/" + PHOTO, "IMG_0412.JPG", "image/jpeg", TINY_JPEG.length)),
        Message.sent(
                NEWSROOM,
                "iMessage",
                Instant.parse("2026-01-29T23:05:12Z"),
                "Va el audio de la entrevista")
            .with(new Attachment("~/" + NOTE, "entrevista.m4a", "audio/mp4", TINY_JPEG.length)),
        Message.received(
                FRIEND,
                "iMessage",
                Instant.parse("2026-02-03T20:44:00Z"),
                "https://viajes.example/oaxaca")
            .withLink(
                new Message.Link(
                    "https://viajes.example/oaxaca",
                    "https://viajes.example/destinos/oaxaca",
                    "Oaxaca en tres días")),
        Message.sent(
                BROTHER,
                "iMessage",
                Instant.parse("2026-02-05T15:30:00Z"),
                "Nos vemos a las 8 en casa de mamá")
            .edited(Instant.parse("2026-02-05T15:32:10Z"), "Nos vemos a las 7 en casa de mamá"),
        Message.received(
                COLLEAGUE, "iMessage", Instant.parse("2026-02-20T16:00:05Z"), "Wrong chat, sorry")
            .unsent(Instant.parse("2026-02-20T16:00:49Z")),
        Message.withoutHandle(
            "SMS", Instant.parse("2026-02-26T13:10:00Z"), "Tu paquete llega hoy entre 12 y 4"),
        Message.received(
                COLLEAGUE,
                "iMessage",
                Instant.parse("2026-03-02T18:22:41Z"),
                "Old chat, cleaning up")
            .deleted(),
        // The name of a listed domain inside a longer one: no match.
        Message.received(
            NEWSROOM,
            "SMS",
            Instant.parse("2026-03-10T09:15:00Z"),
            "La columna de hoy está en https://noticias-urgentes.example.org/opinion"));
  }

  static void writeAttachments(BackupWriter backup) throws IOException {
    for (String path : List.of(PHOTO, NOTE))
      backup.file(
          "MediaDomain", path, FileFacts.since(Instant.parse("2026-01-18T17:20:31Z")), TINY_JPEG);
  }
}
