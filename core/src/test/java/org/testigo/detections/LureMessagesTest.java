package org.testigo.detections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.testigo.model.Direction;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.MessageObject;
import org.testigo.model.Observation;
import org.testigo.model.Text;

class LureMessagesTest {
  private static final String LURE =
      "Hoy falleció mi padre, te mando los datos del velatorio http://bit.ly/0ejemplo";
  private final Detection detection = new LureMessages();

  @Test
  void everyMadeUpLureIsTold() {
    var missed = MadeUpMessages.LURES.stream().filter(lure -> !isTold(lure)).toList();

    System.out.printf(
        "lures told: %d of %d%n",
        MadeUpMessages.LURES.size() - missed.size(), MadeUpMessages.LURES.size());
    assertThat(missed).isEmpty();
    assertThat(MadeUpMessages.LURES).hasSizeGreaterThanOrEqualTo(30).doesNotHaveDuplicates();
  }

  @Test
  void noMessageOfDailyLifeIsTold() {
    var told = MadeUpMessages.DAILY_LIFE.stream().filter(this::isTold).toList();

    System.out.printf(
        "messages of daily life told: %d of %d%n", told.size(), MadeUpMessages.DAILY_LIFE.size());
    assertThat(told).isEmpty();
    assertThat(MadeUpMessages.DAILY_LIFE).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
  }

  @Test
  void everyPointIsExplainedAndTheyAddUp() {
    var found = Seen.findings(Seen.outcome(detection, message(1, "+525500000001", LURE)));

    assertThat(found).hasSize(1);
    var lure = found.getFirst();
    assertThat(lure.findingClass()).isEqualTo(FindingClass.ANOMALY);
    assertThat(lure.title())
        .isEqualTo(Text.of(LureMessages.class, "finding.sender", 1L, "+525500000001", 9, 6));
    assertThat(lure.confidence()).isEqualTo(35);
    assertThat(lure.explanations())
        .startsWith(
            point("shortener", "+2", "bit.ly"),
            point("http", "+1"),
            point("first", "+1", "bit.ly"),
            point("theme.death", "+3", "fallecio"),
            point("theme.family", "+2", "mi padre"))
        .endsWith(Text.of(LureMessages.class, "explanation.3"));
    assertThat(lure.sightings().examples().getFirst().value()).isEqualTo("http://bit.ly/0ejemplo");
  }

  @Test
  void luresToOneDomainAreOneFindingAndShortLinksOnePerSender() {
    var found =
        Seen.findings(
            Seen.outcome(
                detection,
                message(
                    1, "+525500000001", "URGENTE tu hija, mira http://a.foto-ayuda.example/x91"),
                message(2, "+525500000002", "Tu hija, hospital: http://b.foto-ayuda.example/x92"),
                message(3, "+525500000003", LURE),
                message(4, "+525500000003", LURE + "2")));

    assertThat(found)
        .extracting(finding -> finding.title().key())
        .containsExactly("finding.domain", "finding.sender");
    assertThat(found.getFirst().title().arguments()).startsWith(2L, "foto-ayuda.example");
    assertThat(found.getLast().sightings().count()).isEqualTo(2);
    assertThat(found).extracting(Finding::id).doesNotHaveDuplicates();
  }

  @Test
  void caseAndAccentsDoNotMatterButWordsDo() {
    assertThat(isTold("FALLECIÓ MI PADRE, VELATORIO http://bit.ly/0ejemplo")).isTrue();
    assertThat(isTold("fallecio mi padre, velatorio http://bit.ly/0ejemplo")).isTrue();
    assertThat(isTold("desvelatorios y apadrinamientos http://bit.ly/0ejemplo")).isFalse();
  }

  @Test
  void whoTheyHaveWrittenToCountsLess() {
    String mild = "Mira la noticia https://blog.example/q";
    var written =
        Seen.observed("ios.sms", 1, Seen.message(Direction.OUTGOING, "+525500000001", "hola"));

    assertThat(isTold(mild)).isFalse();
    assertThat(isTold("El funeral es hoy mismo: https://fotos1.example/fotos")).isTrue();
    assertThat(
            Seen.outcome(
                detection,
                written,
                message(
                    2, "+525500000001", "El funeral es hoy mismo: https://fotos1.example/fotos")))
        .isEqualTo(new Outcome.NotFound(1));
  }

  @Test
  void whatWasEditedAwayOrUnsentCountsToo() {
    var unsent =
        new MessageObject(
            "iMessage",
            Direction.INCOMING,
            Optional.of("+525500000001"),
            Optional.empty(),
            "Perdón, número equivocado",
            List.of(),
            List.of(LURE));
    var found = Seen.findings(Seen.outcome(detection, Seen.observed("ios.sms", 1, unsent)));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().sightings().examples().getFirst().value())
        .isEqualTo("http://bit.ly/0ejemplo");
  }

  @Test
  void aSenderThatIsNotRecordedIsGroupedByDomain() {
    var nobody =
        new MessageObject(
            "SMS",
            Direction.INCOMING,
            Optional.empty(),
            Optional.empty(),
            "Demanda en su contra, consulte antes de 24 horas: avisos.example./exp/118",
            List.of(),
            List.of());
    var found = Seen.findings(Seen.outcome(detection, Seen.observed("ios.sms", 1, nobody)));

    assertThat(found.getFirst().title())
        .isEqualTo(Text.of(LureMessages.class, "finding.domain", 1L, "avisos.example", 7, 6));
  }

  @Test
  void ownMessagesAndMessagesWithoutLinkAreNotTold() {
    assertThat(
            Seen.outcome(
                detection,
                Seen.observed("ios.sms", 1, Seen.message(Direction.OUTGOING, "x", LURE)),
                Seen.observed("ios.sms", 2, Seen.message(Direction.UNKNOWN, "x", LURE)),
                message(3, "x", LURE.substring(0, LURE.indexOf("http")))))
        .isEqualTo(new Outcome.NotFound(1));
  }

  @Test
  void messagesBeyondTheGroupsAreStillTold() {
    var rows =
        IntStream.range(0, 1_003)
            .mapToObj(row -> message(row, "+52550000" + row, LURE))
            .toArray(Observation[]::new);
    var found = Seen.findings(Seen.outcome(detection, rows));

    assertThat(found).hasSize(1_001);
    assertThat(found.getLast().sightings().count()).isEqualTo(3);
  }

  private boolean isTold(String body) {
    var outcome = Seen.outcome(detection, message(1, "+525500000001", body));
    return outcome instanceof Outcome.Found && !Seen.findings(outcome).isEmpty();
  }

  private static Text point(String key, Object... arguments) {
    return new Text(LureMessages.class.getName(), "point." + key, List.of(arguments));
  }

  private static Observation message(long row, String from, String body) {
    return Seen.observed("ios.sms", row, Seen.incoming(from, body));
  }
}
