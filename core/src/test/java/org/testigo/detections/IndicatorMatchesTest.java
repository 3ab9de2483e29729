package org.testigo.detections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.testigo.indicators.IndicatorSet;
import org.testigo.indicators.Match;
import org.testigo.model.Direction;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.IdentityLookup;
import org.testigo.model.IndicatorReference;
import org.testigo.model.LedgerState;
import org.testigo.model.Observable;
import org.testigo.model.Observation;
import org.testigo.model.PermissionGrant;
import org.testigo.model.ProfileEvent;
import org.testigo.model.Setting;
import org.testigo.model.Sightings;
import org.testigo.model.Software;
import org.testigo.model.Text;

class IndicatorMatchesTest {
  private static final IndicatorReference EVIL =
      ListedValues.domain("evil.example", "condor.stix2", "Condor");
  private final Detection detection = new IndicatorMatches();

  @Test
  void classFollowsFromWhatHoldsTheValue() {
    assertThat(classOf(Seen.incoming("+525500000001", "https://evil.example/a")))
        .isEqualTo(FindingClass.RECEIVED);
    assertThat(classOf(Seen.incoming("evil.example", "hola"))).isEqualTo(FindingClass.RECEIVED);
    assertThat(classOf(Seen.message(Direction.OUTGOING, "+525500000001", "https://evil.example/a")))
        .isEqualTo(FindingClass.MENTIONED);
    assertThat(classOf(Seen.message(Direction.UNKNOWN, "+525500000001", "https://evil.example/a")))
        .isEqualTo(FindingClass.MENTIONED);
    assertThat(classOf(Seen.attachment(Direction.INCOMING, "evil.example")))
        .isEqualTo(FindingClass.RECEIVED);
    assertThat(classOf(Seen.attachment(Direction.OUTGOING, "evil.example")))
        .isEqualTo(FindingClass.MENTIONED);
    assertThat(classOf(new IdentityLookup("madrid", "mailto:a@evil.example", OptionalLong.empty())))
        .isEqualTo(FindingClass.RECEIVED);
    assertThat(classOf(Seen.visit("https://evil.example/a"))).isEqualTo(FindingClass.VISITED);
    assertThat(classOf(Seen.visit("https://search.example.org/?q=evil.example")))
        .isEqualTo(FindingClass.MENTIONED);
    assertThat(classOf(new Setting("Info", "Name", "evil.example")))
        .isEqualTo(FindingClass.MENTIONED);
  }

  @Test
  void classFollowsFromTheKindOfIndicatorWhereTheThingLeavesItOpen() {
    var program = ListedValues.program("condord", "condor.stix2", "Condor");
    var profile = new IndicatorReference("condord", "configuration-profile:id", "p", "", List.of());
    var fileName = new IndicatorReference("condord", "file:name", "p", "", List.of());
    assertThat(classOf(Seen.program("condord"), program)).isEqualTo(FindingClass.EXECUTED);
    assertThat(classOf(grant("condord"), program)).isEqualTo(FindingClass.EXECUTED);
    assertThat(classOf(new ProfileEvent("id", "install", "condord"), program))
        .isEqualTo(FindingClass.EXECUTED);
    assertThat(classOf(new ProfileEvent("condord", "install", "profiled"), profile))
        .isEqualTo(FindingClass.INSTALLED);
    assertThat(classOf(Seen.file("Library/condord"), fileName)).isEqualTo(FindingClass.INSTALLED);
    assertThat(classOf(app("condord"), fileName)).isEqualTo(FindingClass.INSTALLED);
  }

  @Test
  void storageOfAListedSiteIsAVisitAndNoInstalledFile() {
    assertThat(classOf(Seen.file("Library/WebKit/WebsiteData/IndexedDB/https_evil.example_0")))
        .isEqualTo(FindingClass.VISITED);
    assertThat(classOf(Seen.file("Documents/notes about evil.example.txt")))
        .isEqualTo(FindingClass.MENTIONED);
  }

  @Test
  void oneFindingPerCampaignAndClassWithItsEvidence() {
    var other = ListedValues.domain("worse.example", "condor.stix2", "Condor");
    var found =
        run(
            new ListedValues().with(EVIL).with(other),
            Seen.observed("ios.sms", 1, Seen.incoming("+525500000001", "a https://evil.example")),
            Seen.observed("ios.safari-history", 2, Seen.visit("https://evil.example/")),
            Seen.observed("ios.sms", 3, Seen.incoming("x", "worse.example or evil.example")),
            Seen.observed("ios.sms", 4, Seen.incoming("x", "nothing at all")));

    assertThat(found)
        .extracting(Finding::findingClass)
        .containsExactly(FindingClass.RECEIVED, FindingClass.VISITED);
    var received = found.getFirst();
    assertThat(received.id()).isEqualTo("indicators.match-2e33c4f9");
    assertThat(received.title())
        .isEqualTo(Text.of(IndicatorMatches.class, "received.finding", "Condor", 2L));
    assertThat(received.indicators()).containsExactly(EVIL, other);
    assertThat(received.attributions()).containsExactly("condor.stix2: Condor");
    assertThat(received.sightings().count()).isEqualTo(2);
    assertThat(received.sightings().first()).contains(Seen.START.plusSeconds(60));
    assertThat(received.sightings().last()).contains(Seen.START.plusSeconds(180));
    assertThat(received.sightings().artifacts()).containsExactly("ios.sms");
    assertThat(received.sightings().examples())
        .extracting(Sightings.Example::value)
        .containsExactly("evil.example", "evil.example worse.example");
    assertThat(received.uniqueTrace()).isFalse();
  }

  @Test
  void everyPackThatCarriesTheValueIsNamed() {
    var second = ListedValues.domain("evil.example", "list.csv", "");
    var third = ListedValues.domain("evil.example", "other.misp", "Buitre");
    var found = run(new ListedValues().with(EVIL, second, third), message(1, "evil.example"));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().indicators()).containsExactly(EVIL, second, third);
    assertThat(found.getFirst().attributions())
        .containsExactly("condor.stix2: Condor", "other.misp: Buitre");
    assertThat(found.getFirst().explanations())
        .first()
        .isEqualTo(Text.of(IndicatorMatches.class, "other.names", "Buitre"));
  }

  @Test
  void unnamedIndicatorsAreGroupedByPackAndNamesWithoutCase() {
    var found =
        run(
            new ListedValues()
                .with(ListedValues.domain("one.example", "list.csv", ""))
                .with(ListedValues.domain("two.example", "a.stix2", "CONDOR"))
                .with(ListedValues.domain("three.example", "b.stix2", "Condor ")),
            message(1, "one.example"),
            message(2, "two.example"),
            message(3, "three.example"));

    assertThat(found)
        .extracting(finding -> finding.title().arguments())
        .containsExactly(List.of("CONDOR", 2L), List.of("list.csv", 1L));
  }

  @Test
  void manyRowsKeepTheFirstOfEachArtifactAndCountAll() {
    var rows =
        IntStream.range(0, 300)
            .mapToObj(row ->
                Seen.observed(
                    row < 270 ? "ios.sms" : "ios.safari-history",
                    row,
                    Seen.incoming("x", "evil.example " + row)))
            .toArray(Observation[]::new);
    var sightings = run(new ListedValues().with(EVIL), rows).getFirst().sightings();

    assertThat(sightings.count()).isEqualTo(300);
    assertThat(sightings.examples()).hasSize(50);
    assertThat(sightings.examples().get(24).observation()).isEqualTo(rows[24]);
    assertThat(sightings.examples().get(25).observation()).isEqualTo(rows[270]);
  }

  @Test
  void aQualifiedIndicatorLowersTheConfidenceAndIsExplained() {
    var expired = Text.of(IndicatorMatches.class, "title");
    var qualified =
        new IndicatorReference(
            "evil.example", "domain-name:value", "p", "Condor", List.of(expired));
    var plain = run(new ListedValues().with(EVIL), message(1, "evil.example")).getFirst();
    var lowered = run(new ListedValues().with(qualified), message(1, "evil.example")).getFirst();

    assertThat(plain.confidence()).isEqualTo(70);
    assertThat(lowered.confidence()).isEqualTo(40);
    assertThat(lowered.explanations()).startsWith(expired);
    assertThat(lowered.explanations()).hasSize(4);
    assertThat(lowered.id()).isEqualTo(plain.id());
  }

  @Test
  void aPatternOverSeveralObservationsCountsEachOnceAndTakesTheStrongestClass() {
    var ran = Seen.observed("ios.data-usage", 1, Seen.program("condord"));
    var visited = Seen.observed("ios.safari-history", 2, Seen.visit("https://evil.example/"));
    var match = new Match(visited, List.of(ran), "evil.example", Match.Role.SUBJECT, List.of(EVIL));
    var found = run(new ListedValues().finishingWith(match).finishingWith(match), ran, visited);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().findingClass()).isEqualTo(FindingClass.EXECUTED);
    assertThat(found.getFirst().sightings().count()).isEqualTo(2);
    assertThat(found.getFirst().sightings().artifacts())
        .containsExactly("ios.data-usage", "ios.safari-history");
  }

  @Test
  void physicalSafetyComesFirstAndTechnicalStepsLast() {
    var found = run(new ListedValues().with(EVIL), message(1, "evil.example")).getFirst();

    assertThat(found.nextSteps().stream().map(Text::key))
        .containsExactly(
            "people",
            "keep",
            "quiet",
            "closed",
            "ask",
            "received.step.1",
            "received.step.2",
            "received.step.3");
  }

  @Test
  void nothingListedIsNotFoundAndSaysHowMuchWasLookedAt() {
    var outcome =
        Seen.outcome(
            detection,
            new ListedValues().with(EVIL),
            Seen.coverage(LedgerState.UNREADABLE, Map.of("ios.tcc", LedgerState.PARTIAL)),
            message(1, "good.example.org"),
            message(2, "notevil.org"));
    assertThat(outcome).isEqualTo(new Outcome.NotFound(2));
  }

  @Test
  void withoutIndicatorsOrWithoutAnythingReadItIsNotAssessed() {
    var none = Seen.outcome(detection, IndicatorSet.NONE, Seen.everything(LedgerState.READ));
    var unread =
        Seen.outcome(
            detection, new ListedValues().with(EVIL), Seen.everything(LedgerState.LIMIT_HIT));

    assertThat(none)
        .isEqualTo(new Outcome.NotAssessed(Text.of(IndicatorMatches.class, "no.indicators")));
    assertThat(unread)
        .isInstanceOfSatisfying(
            Outcome.NotAssessed.class,
            answer -> {
              assertThat(answer.why().key()).isEqualTo("none.read");
              assertThat(answer.why().arguments().toString()).contains("ios.tcc (limit-hit)");
            });
  }

  private FindingClass classOf(Observable object) {
    return classOf(object, EVIL);
  }

  private FindingClass classOf(Observable object, IndicatorReference indicator) {
    var found = run(new ListedValues().with(indicator), Seen.observed("ios.any", 1, object));
    assertThat(found).hasSize(1);
    return found.getFirst().findingClass();
  }

  private List<Finding> run(IndicatorSet indicators, Observation... observations) {
    return Seen.findings(
        Seen.outcome(detection, indicators, Seen.everything(LedgerState.READ), observations));
  }

  private static Observation message(long row, String body) {
    return Seen.observed("ios.sms", row, Seen.incoming("+525500000001", body));
  }

  private static PermissionGrant grant(String client) {
    return new PermissionGrant(
        "kTCCServiceMicrophone", client, PermissionGrant.Decision.ALLOWED, "");
  }

  private static Software app(String id) {
    return new Software(
        id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }
}
