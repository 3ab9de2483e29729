package org.testigo.samples;

import java.time.Instant;
import java.util.List;
import org.testigo.samples.ios.Message;
import org.testigo.samples.ios.Message.Body;

/// What was sent to make the person open a link. Some lead to a listed domain, some only speak the
/// same way.
final class Lures {
  private static final String STRANGER = "+525555500171";
  private static final String OTHER_STRANGER = "+525555500188";
  private static final String FOREIGN_STRANGER = "+12025550177";

  private Lures() {}

  static List<Message> messages() {
    return List.of(
        Message.received(
                STRANGER,
                "SMS",
                Ocelote.FIRST_LURE_AT,
                "Mariana, falleció mi papá esta madrugada. Te mando los datos del velorio, ojalá puedas venir: "
                    + Ocelote.LURE_URL)
            .in(Body.TEXT_ONLY),
        Message.received(
                STRANGER,
                "iMessage",
                Instant.parse("2026-02-12T14:03:55Z"),
                "URGENTE: detuvieron a tu compañera, aquí el video https://noticias-urgentes.example/n/3kD9")
            .in(Body.ATTRIBUTED_BODY_ONLY),
        Message.received(
                OTHER_STRANGER,
                "iMessage",
                Instant.parse("2026-02-14T03:40:12Z"),
                "https://corta.example/9dQ")
            .withLink(
                new Message.Link(
                    "https://corta.example/9dQ",
                    "https://WWW.Noticias-Urgentes.example:443/r/9dQ",
                    "Tu esposo con otra: las fotos")),
        Message.withoutHandle(
                "SMS",
                Instant.parse("2026-02-16T11:27:30Z"),
                "Demanda en su contra expediente 118/26, consulte antes de 24 horas: noticias-urgentes.example./exp/118")
            .in(Body.TEXT_ONLY),
        Message.received(
            FOREIGN_STRANGER,
            "SMS",
            Instant.parse("2026-02-19T22:51:03Z"),
            "Your visa interview at the embassy was CANCELLED. Confirm within 24 hours: https://citas-visa.example/c/88"),
        Message.received(
            OTHER_STRANGER,
            "SMS",
            Instant.parse("2026-02-23T08:12:44Z"),
            "Banco: se detectó un cargo no reconocido por $8,450.00. Si no fue usted cancele aquí: https://avisos-banco.example/k7"),
        Message.received(
                OTHER_STRANGER,
                "iMessage",
                Instant.parse("2026-02-27T19:33:20Z"),
                "Perdón, número equivocado")
            .edited(
                Instant.parse("2026-02-27T19:36:02Z"),
                "Mira lo que publicaron de ti https://noticias-urgentes.example/p/61"),
        Message.received(
                OTHER_STRANGER,
                "iMessage",
                Instant.parse("2026-03-01T04:05:41Z"),
                "Tu hija tuvo un accidente, está en este hospital https://noticias-urgentes.example/h/2")
            .unsent(Instant.parse("2026-03-01T04:06:20Z")),
        Message.received(
                STRANGER,
                "SMS",
                Instant.parse("2026-03-04T05:18:09Z"),
                "Última oportunidad de ver las pruebas https://noticias-urgentes.example/f/5")
            .deleted(),
        // So new that it lies in the log beside the database only.
        Message.received(
                STRANGER,
                "SMS",
                Instant.parse("2026-03-14T18:55:00Z"),
                "Mariana, secuestraron a tu hermano. Pruebas: https://noticias-urgentes.example/u/0")
            .in(Body.TEXT_ONLY));
  }
}
