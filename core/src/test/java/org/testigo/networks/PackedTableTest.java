package org.testigo.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.testigo.networks.Addresses.ip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.model.Country;
import org.testigo.model.MalformedException;

class PackedTableTest {
  private static final TableOrigin ORIGIN =
      new TableOrigin(
          "Made up 1",
          Optional.of(LocalDate.of(2026, 1, 2)),
          TableOrigin.DatedBy.TABLE,
          Optional.of("CC0"),
          List.of(new TableOrigin.Credit("Nobody", "https://example.org/")),
          0,
          0);

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private NetworkTable built() throws IOException {
    Path places =
        file(
            "places.csv",
            """
            192.0.2.0,192.0.2.255,DE
            192.168.0.0,192.168.255.255,AU
            198.51.100.0,198.51.100.255,XX
            255.255.255.255,255.255.255.255,MX
            2001:db8::,2001:db8:1:ffff:ffff:ffff:ffff:ffff,AU
            2001:db8:2::5,2001:db8:2::5,BR
            """);
    Path networks =
        file(
            "networks.csv",
            """
            192.0.2.0,192.0.2.255,4294967294,Ejemplo ñ
            198.51.100.0,198.51.100.255,64500,Half
            203.0.113.0,203.0.113.255,64501,Third
            2001:db8::,2001:db8::ffff,64502,Only IPv6
            2001:db8:1::,2001:db8:1::ffff,64500,Half
            255.255.255.255,255.255.255.255,64503,Announced only
            2001:db8:2::5,2001:db8:2::5,64503,Announced only
            """);
    Path registered =
        file(
            "registered.csv",
            """
            192.0.2.0,192.0.2.255,US
            198.51.100.0,198.51.100.127,MX
            203.0.113.0,203.0.113.169,ES
            203.0.113.170,203.0.113.255,MX
            2001:db8::,2001:db8::ffff:ffff:ffff:ffff,AU
            2001:db8:1::,2001:db8:1::ffff:ffff:ffff:ffff,JP
            """);
    return NetworkTableBuilder.build(
        ORIGIN, List.of(places), List.of(networks), List.of(registered));
  }

  private NetworkTable packedAndRead() throws IOException {
    return NetworkTable.read(List.of(Files.write(folder.resolve("t.bin"), built().packed())));
  }

  @Test
  void placeAndLawOfABuiltTableSurvivePacking() throws IOException {
    for (NetworkTable table : List.of(built(), packedAndRead())) {
      Network first = table.lookUp(ip("192.0.2.255"));
      assertThat(first.probableCountry()).contains(new Country("DE"));
      assertThat(first.asn().orElseThrow()).isEqualTo(4_294_967_294L);
      assertThat(first.name()).isEqualTo("Ejemplo ñ");
      assertThat(first.lawCountry()).contains(LawCountry.derived(new Country("US"), 100));
      assertThat(table.lookUp(ip("198.51.100.0")).lawCountry()).as("half is no majority").isEmpty();
      assertThat(table.lookUp(ip("203.0.113.0")).lawCountry())
          .contains(LawCountry.derived(new Country("ES"), 66));
      assertThat(table.lookUp(ip("2001:db8::1")).lawCountry())
          .contains(LawCountry.derived(new Country("AU"), 100));
      assertThat(table.lookUp(ip("255.255.255.255")).probableCountry()).contains(new Country("MX"));
      assertThat(table.lookUp(ip("2001:db8:2::5")).probableCountry()).contains(new Country("BR"));
      assertThat(table.lookUp(ip("2001:db8:2::6"))).isEqualTo(Network.UNKNOWN);
      assertThat(table.lookUp(ip("192.0.3.0"))).isEqualTo(Network.UNKNOWN);
      assertThat(table.origins()).containsExactly(ORIGIN.counted(13, 1));
    }
  }

  @Test
  void aPlaceholderGivesWayToWhatIsRegistered() throws IOException {
    NetworkTable table = built();
    assertThat(table.lookUp(ip("2001:db8::9")).probableCountry()).contains(new Country("AU"));
    assertThat(table.lookUp(ip("2001:db8:1::9")).probableCountry()).contains(new Country("JP"));
    assertThat(table.lookUp(ip("2001:db8:0:ffff::")).isKnown())
        .as("registered to nobody")
        .isFalse();
  }

  @Test
  void whatIsNeitherRegisteredNorAnnouncedIsNowhere() throws IOException {
    assertThat(built().lookUp(ip("192.168.1.1"))).isEqualTo(Network.UNKNOWN);
    assertThat(built().lookUp(ip("255.255.255.255")).name()).isEqualTo("Announced only");
  }

  @Test
  void equalTablesGiveEqualBytes() throws IOException {
    byte[] packed = built().packed();
    assertThat(packed).isEqualTo(built().packed()).isEqualTo(packedAndRead().packed());
    assertThat(new String(packed, 0, 8, StandardCharsets.US_ASCII)).isEqualTo("TestigoN");
  }

  @Test
  void everyDamageIsSeen() throws IOException {
    byte[] whole = built().packed();
    for (int i = 0; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 0x10;
      assertRefused(flipped);
      if (i >= 8) assertRefused(Arrays.copyOf(whole, i));
    }
  }

  private static void assertRefused(byte[] damaged) {
    assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> PackedTable.read(damaged));
  }

  @Test
  void damageUnderARightChecksumEndsInARefusalOrATable() throws IOException {
    byte[] whole = built().packed();
    var random = new Random(5);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] damaged = whole.clone();
      damaged[14 + random.nextInt(damaged.length - 14)] ^= (byte) (1 << random.nextInt(8));
      int sum = PackedTable.sum(damaged, 14);
      for (int k = 0; k < 4; k++) damaged[10 + k] = (byte) (sum >>> 24 - 8 * k);
      refused += isRefused(damaged) ? 1 : 0;
    }
    assertThat(refused).isBetween(500, 2999);
  }

  private static boolean isRefused(byte[] damaged) {
    try {
      var table = new NetworkTable(List.of(PackedTable.read(damaged)));
      for (String address : new String[] {"192.0.2.1", "203.0.113.1", "2001:db8::1"})
        assertThat(table.lookUp(ip(address)).asn().orElse(1)).isPositive();
      return false;
    } catch (MalformedException e) {
      return true;
    }
  }

  @Test
  void anotherVersionIsNamed() throws IOException {
    byte[] packed = built().packed();
    packed[9] = 2;
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> PackedTable.read(packed))
        .withMessage("version 2, expected 1")
        .satisfies(e -> assertThat(e.offsetBytes()).isEqualTo(8));
  }
}
