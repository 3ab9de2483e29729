package org.testigo.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testigo.infrastructure.Seen.atlas;
import static org.testigo.infrastructure.Seen.ip;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.testigo.model.IpAddress;

class SignsTest {
  private static final AtlasRequest IN_HONG_KONG =
      new AtlasRequest(
          Optional.empty(),
          List.of(),
          SignsTest::place,
          AtlasRequest.NO_NETWORKS,
          Set.of("decoy.example"));

  private static Place place(IpAddress address) {
    return address.equals(ip("198.51.100.9"))
        ? new Place("", "ET", "ET", 64_500, "Example Telecom")
        : new Place("", "HK", "HK", 64_501, "Example Hosting");
  }

  @Test
  void aPageThatWasMadeForAnotherCountryIsASuspicion() {
    var quoted = "\"userLocation\":{\"country\":\"ET\"";
    var atlas =
        atlas(
            IN_HONG_KONG,
            Seen.at("192.0.2.1", "2014-12-01")
                .rule("finfisher.4.0", "4.0")
                .decoy("page-country", "ET", quoted),
            Seen.at("192.0.2.2", "2014-12-01")
                .rule("finfisher.4.0", "4.0")
                .decoy("page-country", "HK", quoted));
    assertThat(atlas.suspicions())
        .extracting(
            ProxySuspicion::address,
            ProxySuspicion::generatedFor,
            ProxySuspicion::servedFrom,
            ProxySuspicion::basis,
            ProxySuspicion::quoted)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                ip("192.0.2.1"), "ET", "HK", ProxySuspicion.Basis.DECOY_PAGE, quoted));
    assertThat(Seen.of(atlas, "192.0.2.1").role())
        .extracting(AssignedRole::role, AssignedRole::confidence)
        .containsExactly(Role.RELAY, 50);
    assertThat(Seen.of(atlas, "192.0.2.2").role()).isEqualTo(AssignedRole.UNKNOWN);
    assertThat(atlas.customers())
        .extracting(CustomerSign::country, CustomerSign::basis)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("ET", CustomerSign.Basis.DECOY_PAGE));
  }

  @Test
  void aPageThatNamesTheMachineBehindGivesAHop() {
    var atlas =
        atlas(
            IN_HONG_KONG,
            Seen.at("192.0.2.1", "2014-12-01")
                .rule("finfisher.4.0", "4.0")
                .decoy("page-address", "198.51.100.9", "IP address 198.51.100.9")
                .shows("leaf"),
            Seen.at("192.0.2.2", "2014-12-01")
                .rule("finfisher.4.0", "4.0")
                .decoy("page-address", "192.0.2.2", "IP address 192.0.2.2")
                .shows("leaf"));
    assertThat(atlas.clusters().getFirst().chain())
        .extracting(hop -> hop.from() + " " + hop.to() + " " + hop.claim())
        .containsExactly("192.0.2.1 198.51.100.9 Optional.empty");
    assertThat(Seen.of(atlas, "192.0.2.1").role().confidence()).isEqualTo(80);
    assertThat(atlas.suspicions()).extracting(ProxySuspicion::generatedFor).containsExactly("ET");
  }

  @Test
  void aPublishedCustomerElsewhereIsShownAsPublishedAndGivesNoRole() {
    var atlas =
        atlas(
            Seen.at("192.0.2.1", "2013-03-01").published("Host", "CA", "Malaysia", "finfisher.2.0"),
            Seen.at("192.0.2.2", "2013-03-01")
                .published("Ministry of Examples", "BG", "Bulgaria", "finfisher.1.0"),
            Seen.at("192.0.2.3", "2013-03-01")
                .published("Host", "DE", "Vendor Ltd", "finfisher.1.0"));
    assertThat(atlas.suspicions())
        .extracting(s -> s.generatedFor() + " " + s.servedFrom() + " " + s.basis())
        .containsExactly("MY CA PUBLISHED");
    assertThat(atlas.addresses()).extracting(Address::role).containsOnly(AssignedRole.UNKNOWN);
    assertThat(atlas.customers())
        .extracting(sign -> sign.address() + " " + sign.country() + " " + sign.basis())
        .containsExactly(
            "192.0.2.1 MY PUBLISHED",
            "192.0.2.2 BG PUBLISHED",
            "192.0.2.2 BG NETWORK_NAME",
            "192.0.2.3  PUBLISHED");
  }
}
