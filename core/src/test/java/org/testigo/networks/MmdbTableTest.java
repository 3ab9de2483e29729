package org.testigo.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.testigo.networks.Addresses.ip;
import static org.testigo.networks.MmdbFile.map;
import static org.testigo.networks.MmdbFile.number;
import static org.testigo.networks.MmdbFile.pointer;
import static org.testigo.networks.MmdbFile.text;
import static org.testigo.networks.MmdbFile.truth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.model.Country;
import org.testigo.model.MalformedException;

class MmdbTableTest {
  private static final Country MEXICO = new Country("MX");

  @TempDir Path folder;

  private NetworkTable read(byte[] bytes) throws IOException {
    return NetworkTable.read(List.of(Files.write(folder.resolve("made-up.mmdb"), bytes)));
  }

  private static byte[] table(int recordBits) {
    var file = new MmdbFile(recordBits, true);
    int shared = file.value(map("iso_code", text("MX"), "is_in_european_union", truth(false)));
    int mexico =
        file.value(
            map("country", pointer(shared), "registered_country", map("iso_code", text("US"))));
    int network =
        file.value(
            map(
                "autonomous_system_organization", text("Red de Ejemplo, S.A. ".repeat(20)),
                "autonomous_system_number", number(6, 4_294_967_294L)));
    int flat =
        file.value(
            map("country_code", text("BR"), "asn", text("AS64500"), "as_name", text("Exemplo")));
    int odd = file.value(map("country_code", text("EU")));
    return file.put("192.0.2.0/25", mexico)
        .put("192.0.2.128/25", network)
        .put("198.51.100.7/32", flat)
        .put("203.0.113.0/24", odd)
        .put("2001:db8::/32", flat)
        .alias("2002::/16")
        .bytes();
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 28, 32})
  void countriesAndNetworks(int recordBits) throws IOException {
    NetworkTable table = read(table(recordBits));

    Network mexico = table.lookUp(ip("192.0.2.127"));
    assertThat(mexico.probableCountry()).contains(MEXICO);
    assertThat(mexico.lawCountry()).contains(LawCountry.registered(new Country("US")));
    assertThat(mexico.system()).isEmpty();
    Network network = table.lookUp(ip("192.0.2.128"));
    assertThat(network.asn()).isEqualTo(OptionalLong.of(4_294_967_294L));
    assertThat(network.name()).isEqualTo("Red de Ejemplo, S.A. ".repeat(20));
    assertThat(network.probableCountry()).isEmpty();
    for (String address : new String[] {"198.51.100.7", "2001:db8::", "2001:db8:ffff::1"}) {
      Network flat = table.lookUp(ip(address));
      assertThat(flat.probableCountry()).contains(new Country("BR"));
      assertThat(flat.asn()).isEqualTo(OptionalLong.of(64_500));
      assertThat(flat.name()).isEqualTo("Exemplo");
    }
    for (String address :
        new String[] {
          "192.0.1.255",
          "192.0.3.0",
          "198.51.100.6",
          "198.51.100.8",
          "203.0.113.1",
          "2001:db9::",
          "2002:c000:201::",
          "0.0.0.0",
          "255.255.255.255"
        }) assertThat(table.lookUp(ip(address))).as(address).isEqualTo(Network.UNKNOWN);
  }

  @Test
  void theDateIsThatOfTheTable() throws IOException {
    TableOrigin origin = read(table(28)).origins().getFirst();
    assertThat(origin.name()).isEqualTo("made-up.mmdb");
    assertThat(origin.date()).contains(LocalDate.of(2014, 2, 17));
    assertThat(origin.datedBy()).isEqualTo(TableOrigin.DatedBy.TABLE);
    assertThat(origin.rows()).isEqualTo(5);
    assertThat(origin.rowsWithoutCountry()).isEqualTo(1);
  }

  @Test
  void aTreeOfIpv4Alone() throws IOException {
    var file = new MmdbFile(24, false);
    int mexico = file.value(map("country", text("MX")));
    NetworkTable table =
        read(file.put("0.0.0.0/1", mexico).put("255.255.255.255/32", mexico).bytes());
    assertThat(table.lookUp(ip("0.0.0.0")).probableCountry()).contains(MEXICO);
    assertThat(table.lookUp(ip("127.255.255.255")).probableCountry()).contains(MEXICO);
    assertThat(table.lookUp(ip("128.0.0.0")).isKnown()).isFalse();
    assertThat(table.lookUp(ip("255.255.255.255")).probableCountry()).contains(MEXICO);
    assertThat(table.lookUp(ip("::1")).isKnown()).isFalse();
  }

  @Test
  void cutAndFlippedFilesAreReadOrRefused() throws IOException {
    byte[] whole = table(28);
    var random = new Random(3);
    int refused = 0;
    for (int i = 0; i < 4000; i++) {
      byte[] damaged = i % 2 == 0 ? cut(whole, random) : flipped(whole, random);
      refused += isRefused(damaged) ? 1 : 0;
    }
    assertThat(refused).isBetween(2000, 3999);
  }

  private static byte[] cut(byte[] whole, Random random) {
    return Arrays.copyOf(whole, random.nextInt(whole.length));
  }

  private static byte[] flipped(byte[] whole, Random random) {
    byte[] damaged = whole.clone();
    for (int i = 0; i <= random.nextInt(3); i++)
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
    return damaged;
  }

  private boolean isRefused(byte[] damaged) throws IOException {
    try {
      read(damaged).lookUp(ip("192.0.2.1"));
      return false;
    } catch (MalformedException e) {
      assertThat(e.detail()).startsWith("made-up.mmdb: ");
      return true;
    }
  }

  @Test
  void aTreeThatLeadsBackToItselfEnds() throws IOException {
    var file = new MmdbFile(24, true);
    byte[] bytes = file.put("2001:db8::/32", file.value(map("country", text("MX")))).bytes();
    // Both records of the third node lead to the second.
    for (int at : new int[] {12, 15}) Arrays.fill(bytes, at, at + 3, (byte) 0);
    bytes[14] = bytes[17] = 1;
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> read(bytes))
        .withMessageMatching("made-up.mmdb: (a node below the last bit.*|the tree leads .*)");
  }

  @Test
  void valuesThatReferToEachOtherEnd() {
    var file = new MmdbFile(24, false);
    file.put("0.0.0.0/1", file.value(pointer(0)));
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> read(file.bytes()))
        .withMessage("made-up.mmdb: pointer to a pointer");
  }

  @Test
  void deepNestingIsRefused() {
    byte[] deep = new byte[4000];
    // A map with one pair whose key is "k" and whose value is the next such map.
    for (int i = 0; i + 2 < deep.length; i += 3) {
      deep[i] = (byte) 0xe1;
      deep[i + 1] = 0x41;
      deep[i + 2] = 'k';
    }
    var file = new MmdbFile(24, false);
    file.put("0.0.0.0/1", file.value(deep));
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> read(file.bytes()))
        .withMessage("made-up.mmdb: values nest deeper than 32");
  }

  @Test
  void aTableOfSomethingElseIsRefused() {
    var file = new MmdbFile(24, false);
    file.put("0.0.0.0/1", file.value(map("connection_type", text("Cellular"))));
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> read(file.bytes()))
        .withMessage("made-up.mmdb: no address of the file has a country or a network");
  }

  @Test
  void anotherVersionIsRefused() throws IOException {
    byte[] bytes = table(24);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int key = text.indexOf("binary_format_major_version");
    bytes[key + "binary_format_major_version".length() + 1] = 3;
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> read(bytes))
        .withMessage("made-up.mmdb: format version 3, expected 2");
  }
}
