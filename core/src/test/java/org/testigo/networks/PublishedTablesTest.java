package org.testigo.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.testigo.model.IpAddress;

/// The table that comes with the program says what the published files say. They lie where
/// `bench/network-table` puts them, or where `$TESTIGO_NETWORKS` says; without them skipped.
class PublishedTablesTest {
  private static final int SAMPLE = 20_000;

  private static List<String> sample(String name) throws IOException {
    String folder = System.getenv("TESTIGO_NETWORKS");
    Path files = Path.of(folder == null ? "../bench/target/networks" : folder);
    Path file = files.resolve(name.substring(0, name.lastIndexOf('-'))).resolve(name + ".csv");
    Assumptions.assumeTrue(Files.exists(file), () -> "not fetched: " + file);
    String version = Files.readString(file.resolveSibling("package.json"));
    String bundled = NetworkTable.bundled().origins().getFirst().name();
    Assumptions.assumeTrue(
        version.contains('"' + bundled.substring(bundled.indexOf(' ') + 1) + '"'),
        () -> "of another version than " + bundled);
    List<String> lines = Files.readAllLines(file);
    return new Random(11).ints(SAMPLE, 0, lines.size()).mapToObj(lines::get).toList();
  }

  @Test
  void networksOfIpv4() throws IOException {
    assertNetworks(sample("asn-ipv4"));
  }

  @Test
  void networksOfIpv6() throws IOException {
    assertNetworks(sample("asn-ipv6"));
  }

  private static void assertNetworks(List<String> lines) {
    assertThat(lines)
        .allSatisfy(line -> {
          List<String> cells = CsvCells.of(line);
          for (String end : cells.subList(0, 2)) {
            Network network = NetworkTable.bundled().lookUp(ip(end));
            assertThat(network.asn()).hasValue(Long.parseLong(cells.get(2)));
            assertThat(network.name()).isEqualTo(cells.get(3));
          }
        });
  }

  @Test
  void countriesOfIpv4ButWhereLinesOverlap() throws IOException {
    // 568 of 334,373 lines lie inside another one.
    assertThat(agreeing(sample("geo-whois-asn-country-ipv4"))).isGreaterThan(0.995);
  }

  @Test
  void countriesOfIpv6ButPlaceholders() throws IOException {
    assertThat(agreeing(sample("geo-whois-asn-country-ipv6"))).isGreaterThan(0.95);
  }

  private static double agreeing(List<String> lines) {
    return lines.stream()
            .map(CsvCells::of)
            .filter(cells -> country(cells.getFirst()).equals(cells.get(2)))
            .filter(cells -> country(cells.get(1)).equals(cells.get(2)))
            .count()
        / (double) lines.size();
  }

  private static String country(String address) {
    return NetworkTable.bundled()
        .lookUp(ip(address))
        .probableCountry()
        .map(Object::toString)
        .orElse("");
  }

  private static IpAddress ip(String text) {
    return Addresses.ip(text);
  }
}
