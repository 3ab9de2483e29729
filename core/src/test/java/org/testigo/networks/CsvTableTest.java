package org.testigo.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.testigo.networks.Addresses.ip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.model.Country;
import org.testigo.model.MalformedException;

class CsvTableTest {
  private static final Country MEXICO = new Country("MX");

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void countriesAndNetworksOfSeveralFilesCombine() throws IOException {
    Path countries =
        file(
            "countries.csv",
            """
            start,end,country
            192.0.2.0,192.0.2.127,MX
            192.0.2.64,192.0.2.64,"BR"
            192.0.2.128,192.0.2.255,ZZ
            2001:db8::,2001:db8::ffff,es
            """);
    Path networks =
        file(
            "networks.csv",
            """
            # made up
            192.0.2.0,192.0.2.255,4294967294,"Example ""Net"", S.A."
            198.51.100.0,198.51.100.255,0,Not routed
            """);
    NetworkTable table = NetworkTable.read(List.of(countries, networks));

    Network network = table.lookUp(ip("192.0.2.0"));
    assertThat(network.probableCountry()).contains(MEXICO);
    assertThat(network.asn()).isEqualTo(OptionalLong.of(4_294_967_294L));
    assertThat(network.name()).isEqualTo("Example \"Net\", S.A.");
    assertThat(network.lawCountry()).isEmpty();
    assertThat(table.lookUp(ip("192.0.2.64")).probableCountry()).contains(new Country("BR"));
    assertThat(table.lookUp(ip("192.0.2.65")).probableCountry()).contains(MEXICO);
    assertThat(table.lookUp(ip("192.0.2.128")).probableCountry()).isEmpty();
    assertThat(table.lookUp(ip("2001:db8::1")).probableCountry()).contains(new Country("ES"));
    assertThat(table.lookUp(ip("198.51.100.1"))).isEqualTo(Network.UNKNOWN);
    assertThat(table.system(4_294_967_294L).orElseThrow().name()).startsWith("Example");
    assertThat(table.origins())
        .extracting(TableOrigin::name, TableOrigin::rows, TableOrigin::rowsWithoutCountry)
        .containsExactly(tuple("countries.csv", 4, 1), tuple("networks.csv", 2, 0));
    assertThat(table.credit()).isEmpty();
  }

  @Test
  void theDateIsThatOfTheFile() throws IOException {
    Path file = file("a.csv", "192.0.2.0,192.0.2.255,MX\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2014-02-17T23:59:59Z")));
    TableOrigin origin = NetworkTable.read(List.of(file)).origins().getFirst();
    assertThat(origin.date()).contains(LocalDate.of(2014, 2, 17));
    assertThat(origin.datedBy()).isEqualTo(TableOrigin.DatedBy.FILE);
    assertThat(origin.licence()).isEmpty();
  }

  @Test
  void aTableMayNameTheCountryOfRegistration() throws IOException {
    Path file = file("asn.tsv", "192.0.2.0\t192.0.2.255\t64500\tMX\tEXAMPLE, a network\n");
    Network network = NetworkTable.read(List.of(file)).lookUp(ip("192.0.2.9"));
    assertThat(network.name()).isEqualTo("EXAMPLE, a network");
    assertThat(network.lawCountry()).contains(LawCountry.registered(MEXICO));
    assertThat(network.probableCountry()).isEmpty();
  }

  @Test
  void numbersStandForAddresses() throws IOException {
    Path file =
        file(
            "numbers.csv",
            "3221225984,3221226239,MX\n"
                + "42540766411282592856903984951653826560,42540766411282592856903984951653826561,BR\n");
    NetworkTable table = NetworkTable.read(List.of(file));
    assertThat(table.lookUp(ip("192.0.2.255")).probableCountry()).contains(MEXICO);
    assertThat(table.lookUp(ip("2001:db8::1")).probableCountry()).contains(new Country("BR"));
    assertThat(table.lookUp(ip("2001:db8::2")).isKnown()).isFalse();
  }

  @Test
  void packedWithGzip() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("192.0.2.0,192.0.2.255,MX\n".getBytes(StandardCharsets.US_ASCII));
    }
    Path file = Files.write(folder.resolve("a.csv.gz"), packed.toByteArray());
    assertThat(NetworkTable.read(List.of(file)).lookUp(ip("192.0.2.1")).probableCountry())
        .contains(MEXICO);
    byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 9);
    Path damaged = Files.write(folder.resolve("cut.csv.gz"), cut);
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> NetworkTable.read(List.of(damaged)))
        .withMessageStartingWith("cut.csv.gz: gzip: ");
  }

  @Test
  void anotherTableAnswersWhatThisOneDoesNotSay() throws IOException {
    Path place = file("place.csv", "201.122.183.55,201.122.183.55,BR\n");
    Path number = file("number.csv", "192.0.2.0,192.0.2.255,8151,My name for it\n");
    NetworkTable table = NetworkTable.read(List.of(place, number)).or(NetworkTable.bundled());

    Network uninet = table.lookUp(ip("201.122.183.55"));
    assertThat(uninet.probableCountry()).contains(new Country("BR"));
    assertThat(uninet.name()).isEqualTo("Uninet S.A. de C.V.");
    Network named = table.lookUp(ip("192.0.2.1"));
    assertThat(named.name()).isEqualTo("My name for it");
    assertThat(named.lawCountry()).contains(LawCountry.derived(MEXICO, 99));
    assertThat(table.origins()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "192.0.2.0,192.0.2.255|line 2: 2 cells, at least 3",
        "192.0.2.0,host,MX|line 2: end host is no address",
        "host,192.0.2.0,MX|line 2: start host is no address",
        "192.0.2.9,192.0.2.1,MX|line 2: end 192.0.2.1 before start 192.0.2.9",
        "192.0.2.9,2001:db8::,MX|line 2: from 192.0.2.9 to 2001:db8::: two kinds of address",
        "192.0.2.0,192.0.2.1,Mexico|line 2: Mexico, expected a country such as MX or a number",
        "192.0.2.0,192.0.2.1,4294967296,X"
            + "|line 2: number of a network 4294967296, at most 4294967295",
        "192.0.2.0,192.0.2.1,12x,X|line 2: number of a network 12x, at most 4294967295",
        "340282366920938463463374607431768211456,1,MX"
            + "|line 2: start 340282366920938463463374607431768211456 is no address",
      })
  void aLineThatDoesNotFollowRefusesTheFile(String line, String why) throws IOException {
    Path file = file("bad.csv", "192.0.2.0,192.0.2.255,MX\n" + line + "\n");
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> NetworkTable.read(List.of(file)))
        .satisfies(e -> assertThat(e.offsetBytes()).isEqualTo(25))
        .withMessage("bad.csv: " + why);
  }

  @Test
  void aFileWithoutLinesIsNoTable() throws IOException {
    for (String text : new String[] {"", "\n\n", "heading,only\n", "\0\1\2"}) {
      Path file = file("none.csv", text);
      assertThatExceptionOfType(MalformedException.class)
          .isThrownBy(() -> NetworkTable.read(List.of(file)))
          .withMessage("none.csv: neither MMDB nor lines such as 192.0.2.0,192.0.2.255,MX");
    }
  }
}
