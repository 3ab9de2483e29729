package org.testigo.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testigo.exposure.MadeUpTraffic.address;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testigo.exposure.attribution.Place;
import org.testigo.exposure.laws.Company;
import org.testigo.model.ClearIdentifier;
import org.testigo.model.Country;
import org.testigo.model.Observation;
import org.testigo.model.Software;
import org.testigo.model.UrlVisit;
import org.testigo.model.UserAccount;

class ExposureBuilderTest {
  private final List<FlowLine> lines = new ArrayList<>();

  private Exposure exposure(List<Observation> observations) {
    var builder = new ExposureBuilder(MadeUpTraffic.attributor(), List.of(), lines::add);
    observations.forEach(builder::see);
    return builder.build();
  }

  private Exposure hour() {
    return exposure(MadeUpTraffic.hour());
  }

  @Test
  void everyConnectionIsGivenOnWithItsServer() {
    hour();
    assertThat(lines)
        .extracting(
            line -> line.flow().conversation().serverText(),
            FlowLine::name,
            line -> line.attribution().place().confidence(),
            line -> line.attribution().laws().toString(),
            line -> line.attribution().lawConfidence())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "203.0.113.7:80",
                "news.example.org",
                Place.Confidence.PROBABLE,
                "[NL]",
                "derived-60"),
            org.assertj.core.groups.Tuple.tuple(
                "198.51.100.4:443",
                "chat.whatsapp.net",
                Place.Confidence.CANNOT_TELL,
                "[US]",
                "sourced"),
            org.assertj.core.groups.Tuple.tuple(
                "192.168.1.9:631", "", Place.Confidence.NEAR, "[]", ""));
  }

  @Test
  void theServiceAndTheNetworkAreTwoOwners() {
    hour();
    var attribution = lines.get(1).attribution();
    assertThat(attribution.serviceOwner()).map(Company::id).contains("meta");
    assertThat(attribution.networkOwner()).map(Company::id).contains("cloudflare");
    assertThat(attribution.company()).map(Company::id).contains("meta");
  }

  @Test
  void recordsCountByPlaceAndByLaw() {
    var exposure = hour();
    assertThat(exposure.places())
        .containsExactly(
            new CountryShare(Optional.empty(), Tally.connection(5_000, 70_000), 1),
            new CountryShare(Optional.of(new Country("DE")), Tally.connection(900, 40_000), 1));
    assertThat(exposure.laws())
        .containsExactly(
            new CountryShare(Optional.of(new Country("NL")), Tally.connection(900, 40_000), 1),
            new CountryShare(Optional.of(new Country("US")), Tally.connection(5_000, 70_000), 1));
    assertThat(exposure.near()).isEqualTo(1);
    assertThat(exposure.totals()).isEqualTo(new Tally(3, 6_000, 110_100, 0, 0, 0));
    assertThat(exposure.untold()).isZero();
  }

  @Test
  void namesHaveTheirWaysAndFlowsRepeatNone() {
    assertThat(hour().names())
        .containsExactly(
            name("_ipp._tcp.local", NameChannel.MDNS, 2),
            name("chat.whatsapp.net", NameChannel.SNI, 5),
            name("news.example.org", NameChannel.DNS, 0),
            name("news.example.org", NameChannel.HTTP_HOST, 3),
            name("www.whatsapp.net", NameChannel.DNS, 1));
  }

  private static SeenName name(String name, NameChannel channel, int seconds) {
    return new SeenName(name, channel, Optional.of(MadeUpTraffic.START.plusSeconds(seconds)), 1);
  }

  @Test
  void aCookieThatGoesToTwoHostsLinksThem() {
    var cookie =
        hour().identifiers().stream()
            .filter(seen -> seen.kind() == ClearIdentifier.Kind.COOKIE)
            .findFirst()
            .orElseThrow();
    assertThat(cookie.hosts()).containsExactly("ads.example.net", "news.example.org");
    assertThat(cookie.hostCount()).isEqualTo(2);
    assertThat(cookie.servers()).containsExactly(address("192.0.2.9"), address("203.0.113.7"));
    assertThat(cookie.count()).isEqualTo(2);
    assertThat(hour().identifiers()).hasSize(3);
  }

  @Test
  void theAccessProviderSeesNamesAddressesAndValues() {
    assertThat(hour().view(Observer.ACCESS_PROVIDER, Measure.NONE))
        .isEqualTo(
            new View(
                Observer.ACCESS_PROVIDER,
                Measure.NONE,
                3,
                2,
                2,
                2,
                View.Grain.EACH,
                View.Grain.EACH,
                true));
    assertThat(hour().view(Observer.SAME_WIFI, Measure.NONE).names()).isEqualTo(4);
    assertThat(hour().view(Observer.SAME_WIFI, Measure.NONE).identifiers()).isEqualTo(3);
  }

  @Test
  void encryptedDnsAloneHidesOnlyNamesThatNothingElseShows() {
    var exposure = hour();
    assertThat(exposure.view(Observer.ACCESS_PROVIDER, Measure.ENCRYPTED_DNS).names()).isEqualTo(2);
    assertThat(exposure.view(Observer.RESOLVER, Measure.ENCRYPTED_DNS).names()).isEqualTo(2);
    assertThat(exposure.view(Observer.ACCESS_PROVIDER, Measure.ENCRYPTED_HELLO).names())
        .isEqualTo(2);
    assertThat(exposure.view(Observer.ACCESS_PROVIDER, Measure.ALL_THREE).names()).isZero();
    assertThat(exposure.view(Observer.ACCESS_PROVIDER, Measure.ALL_THREE).addresses()).isEqualTo(2);
  }

  @Test
  void httpsHidesValuesFromTheWayAndNotFromTheOwner() {
    var exposure = hour();
    assertThat(exposure.view(Observer.TRANSIT, Measure.HTTPS_EVERYWHERE).identifiers()).isZero();
    assertThat(exposure.view(Observer.TRANSIT, Measure.HTTPS_EVERYWHERE).apps()).isEqualTo(1);
    assertThat(exposure.view(Observer.SERVER_OWNER, Measure.HTTPS_EVERYWHERE).identifiers())
        .isEqualTo(2);
  }

  @Test
  void aVpnMovesWhatTheAccessProviderSawToItsOperator() {
    var exposure = hour();
    var before = exposure.view(Observer.ACCESS_PROVIDER, Measure.NONE);
    var operator = exposure.view(Observer.VPN_OPERATOR, Measure.VPN);
    assertThat(operator.names()).isEqualTo(before.names());
    assertThat(operator.identifiers()).isEqualTo(before.identifiers());
    assertThat(exposure.view(Observer.ACCESS_PROVIDER, Measure.VPN))
        .isEqualTo(
            new View(
                Observer.ACCESS_PROVIDER,
                Measure.VPN,
                0,
                1,
                0,
                0,
                View.Grain.SUM,
                View.Grain.SUM,
                true));
    assertThat(exposure.view(Observer.SERVER_OWNER, Measure.VPN).seesPerson()).isFalse();
    assertThat(exposure.views()).hasSize(Observer.values().length * Measure.values().length);
  }

  @Test
  void hoursAreThoseOfTheEvidence() {
    var exposure = hour();
    assertThat(exposure.hours())
        .extracting(HourShare::start, hour -> hour.tally().connections(), HourShare::lookups)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Instant.parse("2026-03-01T10:00:00Z"), 2L, 3L),
            org.assertj.core.groups.Tuple.tuple(Instant.parse("2026-03-01T11:00:00Z"), 1L, 0L));
    assertThat(exposure.seen())
        .contains(new Exposure.Seen(MadeUpTraffic.START, MadeUpTraffic.START.plusSeconds(3_700)));
    assertThat(exposure.encryptedHelloNames()).isEqualTo(1);
    assertThat(exposure.resolvers())
        .extracting(resolver -> resolver.address().toString(), Exposure.Resolver::questions)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("192.0.2.53", 2L));
  }

  @Test
  void aPhonesAccountsAppsAndVisitsNameTheirCompanies() {
    var exposure =
        exposure(
            List.of(
                observed(account("com.apple.account.Google", "ana@gmail.com")),
                observed(account("com.apple.account.IMAPMail", "ana@protonmail.com")),
                observed(account("com.apple.account.CalDAV", "ana@example.org")),
                observed(app("net.whatsapp.WhatsApp")),
                observed(app("org.example.app")),
                observed(visit("https://www.tiktok.com/@ana")),
                observed(visit("https://example.org/"))));
    assertThat(exposure.holders())
        .extracting(Holder::name, Holder::tally)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ByteDance", Tally.VISIT),
            org.assertj.core.groups.Tuple.tuple("Google", Tally.ACCOUNT),
            org.assertj.core.groups.Tuple.tuple("Meta Platforms", Tally.APP),
            org.assertj.core.groups.Tuple.tuple("Proton", Tally.ACCOUNT));
    assertThat(exposure.totals()).isEqualTo(new Tally(0, 0, 0, 2, 3, 2));
    assertThat(exposure.laws())
        .extracting(
            share -> share.country().map(Country::code).orElse(""),
            share -> share.tally().records())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("", 3L),
            org.assertj.core.groups.Tuple.tuple("US", 2L),
            org.assertj.core.groups.Tuple.tuple("CH", 1L),
            org.assertj.core.groups.Tuple.tuple("CN", 1L),
            org.assertj.core.groups.Tuple.tuple("KY", 1L));
  }

  private static Observation observed(org.testigo.model.Observable object) {
    return MadeUpTraffic.observed(object, 0, 1);
  }

  private static UserAccount account(String type, String login) {
    return new UserAccount(
        type, Optional.empty(), Optional.of(login), Optional.empty(), Optional.empty());
  }

  private static Software app(String id) {
    return new Software(
        id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  private static UrlVisit visit(String url) {
    return new UrlVisit("Safari", Optional.empty(), url, Optional.empty(), Optional.empty());
  }

  @Test
  void equalObservationsMakeEqualExposures() {
    assertThat(hour()).isEqualTo(hour());
  }

  @Test
  void nothingSeenIsAnEmptyExposure() {
    var exposure = exposure(List.of());
    assertThat(exposure.seen()).isEmpty();
    assertThat(exposure.totals()).isEqualTo(Tally.NONE);
    assertThat(exposure.view(Observer.ACCESS_PROVIDER, Measure.VPN).addresses()).isZero();
  }
}
