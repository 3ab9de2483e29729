package org.testigo.exposure.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.testigo.indicators.names.HostName;
import org.testigo.model.Country;
import org.testigo.reports.Words;

class LegalTablesTest {
  private final LegalTables tables = LegalTables.bundled();

  @Test
  void everyRowHasASourceAndEverySourceIsUsed() {
    Set<PublishedSource> used =
        Stream.of(
                tables.companies().stream().flatMap(row -> row.sources().stream()),
                tables.prism().stream().flatMap(row -> row.sources().stream()),
                tables.clubs().stream().flatMap(row -> row.sources().stream()),
                tables.laws().stream().flatMap(row -> row.sources().stream()),
                tables.boundlessInformant().stream().flatMap(row -> row.sources().stream()))
            .flatMap(sources -> sources)
            .collect(Collectors.toSet());
    assertThat(tables.sources()).containsExactlyInAnyOrderElementsOf(used);
    assertThat(tables.companies()).hasSize(19).allMatch(row -> !row.sources().isEmpty());
    assertThat(tables.prism()).allMatch(row -> !row.sources().isEmpty());
    assertThat(tables.laws()).hasSize(9).allMatch(row -> !row.sources().isEmpty());
    assertThat(tables.sources())
        .allSatisfy(source -> {
          assertThat(source.title()).isNotBlank();
          assertThat(source.address()).startsWith("http");
          assertThat(source.read()).isAfter(LocalDate.of(2026, 1, 1));
        });
  }

  @Test
  void domainsAreInTheFormOfHostNames() {
    for (Company company : tables.companies())
      assertThat(company.domains())
          .allSatisfy(domain -> assertThat(HostName.normalise(domain)).isEqualTo(domain));
  }

  @Test
  void namesMatchByWholeLabels() {
    assertThat(tables.ownerOfName("mtalk.google.com")).map(Company::id).contains("google");
    assertThat(tables.ownerOfName("google.com")).map(Company::id).contains("google");
    assertThat(tables.ownerOfName("notgoogle.com")).isEmpty();
    assertThat(tables.ownerOfName("google.com.example.org")).isEmpty();
    assertThat(tables.ownerOfName("")).isEmpty();
  }

  @Test
  void appsNameADomainBackwards() {
    assertThat(tables.ownerOfApp("net.whatsapp.WhatsApp")).map(Company::id).contains("meta");
    assertThat(tables.ownerOfApp("com.google.Gmail")).map(Company::id).contains("google");
    assertThat(tables.ownerOfApp("com.googlelookalike.mail")).isEmpty();
    assertThat(tables.ownerOfApp("com")).isEmpty();
  }

  @Test
  void networksHaveOneOwner() {
    assertThat(tables.ownerOfNetwork(32934)).map(Company::name).contains("Meta Platforms");
    assertThat(tables.ownerOfNetwork(64500)).isEmpty();
  }

  @Test
  void theNineProvidersOfTheSlideHaveTheirDates() {
    assertThat(tables.prism().stream().filter(entry -> !entry.isDiffering()))
        .extracting(entry -> entry.provider() + " " + entry.since())
        .containsExactly(
            "Microsoft 2007-09-11",
            "Yahoo 2008-03-12",
            "Google 2009-01-14",
            "Facebook 2009-06-03",
            "PalTalk 2009-12-07",
            "YouTube 2010-09-24",
            "Skype 2011-02-06",
            "AOL 2011-03-31",
            "Apple 2012-10");
    assertThat(tables.prism()).allMatch(entry -> tables.company(entry.company()).isPresent());
  }

  @Test
  void aDateThatDiffersStandsBesideTheOther() {
    assertThat(tables.prism().stream().filter(ProgramEntry::isDiffering))
        .extracting(ProgramEntry::provider, ProgramEntry::since)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Microsoft", "2007-12"));
  }

  @Test
  void clubsHoldEachOther() {
    var five = tables.club("five-eyes").orElseThrow().countries();
    var nine = tables.club("nine-eyes").orElseThrow().countries();
    var fourteen = tables.club("fourteen-eyes").orElseThrow().countries();
    assertThat(five).hasSize(5);
    assertThat(nine).hasSize(9).containsAll(five);
    assertThat(fourteen).hasSize(14).containsAll(nine);
    assertThat(tables.club("european-union").orElseThrow().countries()).hasSize(27);
    assertThat(tables.clubsOf(new Country("MX"))).isEmpty();
  }

  @Test
  void everyLawIsSaidInEveryLanguage() {
    for (var language : Words.LANGUAGES) {
      var words = Words.in(language);
      for (Law law : tables.laws()) {
        assertThat(words.say(law.title())).isNotBlank();
        assertThat(words.say(law.says())).isNotBlank();
      }
    }
    assertThat(tables.lawsOf(new Country("US")))
        .extracting(Law::id)
        .containsExactly("fisa-702", "cloud-act");
  }

  @Test
  void boundlessInformantsNumbersAreThePublishedOnes() {
    assertThat(tables.boundlessInformant())
        .extracting(row -> row.country().code(), PublishedVolume::records)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("IR", 14_000_000_000L),
            org.assertj.core.groups.Tuple.tuple("PK", 13_500_000_000L),
            org.assertj.core.groups.Tuple.tuple("JO", 12_700_000_000L),
            org.assertj.core.groups.Tuple.tuple("EG", 7_600_000_000L),
            org.assertj.core.groups.Tuple.tuple("IN", 6_300_000_000L),
            org.assertj.core.groups.Tuple.tuple("US", 3_000_000_000L));
  }
}
