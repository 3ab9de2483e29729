package org.testigo.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testigo.networks.Addresses.ip;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.testigo.model.Country;

/// The table that comes with the program.
class NetworkTableTest {
  private static final Country MEXICO = new Country("MX");
  private static final Country UNITED_STATES = new Country("US");

  private final NetworkTable table = NetworkTable.bundled();

  @Test
  void mexicanNetworksOfPublishedServers() {
    assertThat(table.lookUp(ip("187.188.81.66")))
        .isEqualTo(
            new Network(
                Optional.of(MEXICO),
                Optional.of(
                    new AutonomousSystem(
                        22884,
                        "TOTAL PLAY TELECOMUNICACIONES SA DE CV",
                        Optional.of(LawCountry.derived(MEXICO, 99)))),
                Optional.of(LawCountry.derived(MEXICO, 99))));
    Network uninet = table.lookUp(ip("201.122.183.55"));
    assertThat(uninet.probableCountry()).contains(MEXICO);
    assertThat(uninet.asn()).isEqualTo(OptionalLong.of(8151));
    assertThat(uninet.name()).isEqualTo("Uninet S.A. de C.V.");
    assertThat(uninet.lawCountry()).contains(LawCountry.derived(MEXICO, 99));
  }

  @Test
  void placeAndLawMayDiffer() {
    Network amazonInFrankfurt = table.lookUp(ip("3.64.0.1"));
    assertThat(amazonInFrankfurt.probableCountry()).contains(new Country("DE"));
    assertThat(amazonInFrankfurt.asn()).isEqualTo(OptionalLong.of(16509));
    assertThat(amazonInFrankfurt.lawCountry().map(LawCountry::country)).contains(UNITED_STATES);
  }

  @Test
  void edgesOfARange() {
    assertThat(table.lookUp(ip("187.188.79.255")).asn()).isNotEqualTo(OptionalLong.of(22884));
    assertThat(table.lookUp(ip("187.188.80.0")).asn()).isEqualTo(OptionalLong.of(22884));
    assertThat(table.lookUp(ip("187.188.99.255")).asn()).isEqualTo(OptionalLong.of(22884));
    assertThat(table.lookUp(ip("223.255.255.255")).probableCountry()).contains(new Country("AU"));
    assertThat(table.lookUp(ip("224.0.0.0"))).isEqualTo(Network.UNKNOWN);
  }

  @Test
  void ipv6() {
    Network root = table.lookUp(ip("2001:4860:4860::8888"));
    assertThat(root.asn()).isEqualTo(OptionalLong.of(15169));
    assertThat(root.name()).isEqualTo("Google LLC");
    assertThat(root.lawCountry().map(LawCountry::country)).contains(UNITED_STATES);
  }

  @Test
  void aPlaceholderOfARegistryDoesNotCoverTheRangesOfHolders() {
    // The published table has 2001:8000:: to 2001:afff:... in Australia; 2001:a000::/21 is a
    // holder's.
    assertThat(table.lookUp(ip("2001:a000::1")).probableCountry()).contains(new Country("JP"));
    assertThat(table.lookUp(ip("2001:8000::1")).probableCountry()).contains(new Country("AU"));
  }

  @Test
  void whatIsNotAllocatedIsUnknown() {
    for (String address :
        new String[] {
          "0.0.0.0",
          "10.1.2.3",
          "100.64.0.1",
          "127.0.0.1",
          "169.254.1.1",
          "172.16.0.1",
          "192.0.2.1",
          "192.168.1.1",
          "198.18.0.1",
          "198.51.100.1",
          "203.0.113.1",
          "224.0.0.1",
          "240.0.0.1",
          "255.255.255.255",
          "::",
          "::1",
          "2001:db8::1",
          "3fff:ffff::",
          "fd00::1",
          "fe80::1",
          "ff02::1",
          "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
        }) {
      assertThat(table.lookUp(ip(address))).as(address).isEqualTo(Network.UNKNOWN);
      assertThat(table.lookUp(ip(address)).isKnown()).isFalse();
    }
  }

  @Test
  void aNetworkByItsNumber() {
    assertThat(table.system(8151).orElseThrow().name()).isEqualTo("Uninet S.A. de C.V.");
    assertThat(table.system(4_294_967_295L)).isEmpty();
    assertThat(table.system(0)).isEmpty();
  }

  @Test
  void saysWhereItIsFrom() {
    TableOrigin origin = table.origins().getFirst();
    assertThat(table.origins()).hasSize(1);
    assertThat(origin.name()).isEqualTo("ip-location-db 2.3.2026061719");
    assertThat(origin.date()).contains(LocalDate.of(2026, 6, 17));
    assertThat(origin.datedBy()).isEqualTo(TableOrigin.DatedBy.TABLE);
    assertThat(origin.rows()).isEqualTo(1_065_826);
    assertThat(origin.rowsWithoutCountry()).isEqualTo(1);
    assertThat(table.credit())
        .isEqualTo(
            "ip-location-db 2.3.2026061719, 2026-06-17, CC BY 4.0, changed: "
                + "ip-location-db (https://github.com/sapics/ip-location-db), "
                + "Number Resource Organization (https://www.nro.net/), "
                + "Route Views (https://www.routeviews.org/), "
                + "IP Geolocation by DB-IP (https://db-ip.com/)");
  }

  @Test
  void isSmallEnoughForTheRepository() throws IOException {
    try (var data = NetworkTable.class.getResourceAsStream("networks.bin")) {
      assertThat(data).isNotNull();
      assertThat(data.readAllBytes().length).isBetween(1_000_000, 8_000_000);
    }
  }
}
