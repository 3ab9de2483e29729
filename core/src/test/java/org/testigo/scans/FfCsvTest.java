package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.Corpus;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.Endpoint;
import org.testigo.model.scan.PublishedHit;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.ScanTime;

class FfCsvTest {
  private static final ScanFormat FORMAT = new FfCsv();
  private static final String PUBLISHED = "scans/citizenlab-spyware-scan/ff/results/ff.csv";

  @Test
  void rows() {
    var file = new FfCsvFixture().files().getFirst();
    var read = ScanRead.of(FORMAT, file.name(), file.content());
    assertThat(read.refused()).isEmpty();
    assertThat(read.records())
        .containsExactly(
            new PublishedHit(
                endpoint("192.0.2.1"),
                month("2013-03-01T00:00:00Z"),
                "finfisher",
                List.of("finfisher-2.0", "finfisher-4.0"),
                "Example Telecom, Inc.",
                "CA",
                "Malaysia",
                new ScanSource("ff.csv", 2)),
            new PublishedHit(
                endpoint("192.0.2.2"),
                month("2012-12-01T00:00:00Z"),
                "finfisher",
                List.of("finfisher-3.0"),
                "Gestión Example",
                "MX",
                "",
                new ScanSource("ff.csv", 3)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "192.0.2.1,x,CA,,,Y,,Y,,13/2013|'13/2013', expected a month such as 3/2013",
        "192.0.2.1,x,CA,,,y,,,,3/2013|'y', expected Y or nothing",
        "192.0.2.1,x,CA,3/2013|4 fields, expected 10 as in the heading",
        "server,x,CA,,,Y,,Y,,3/2013|'server', expected an IPv4 or IPv6 address",
        "192.0.2.1,\"x,CA,,,Y,,Y,,3/2013|a quoted field without its end",
      })
  void aBadRowIsToldAndTheNextRead(String row, String detail) {
    var good = "192.0.2.9,x,CA,,,Y,,Y,,3/2013\n";
    var read = ScanRead.of(FORMAT, "ff.csv", FfCsvFixture.HEADING + row + "\n\n" + good);
    assertThat(read.refused()).containsExactly(detail);
    assertThat(read.records()).hasSize(1);
    assertThat(read.records().getFirst().source().entry()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IP,Provider,Geolocation,5.1,Customer Guess,Month First Seen|true",
        "IP,Provider,Geolocation,Customer Guess,Month First Seen|false",
        "IP,Provider,Geolocation,Notes,Customer Guess,Month First Seen|false",
        "{\"ip\":\"192.0.2.1\"}|false",
        "\"IP,Provider|false"
      })
  void recognisedByItsHeading(String heading, boolean expected) {
    var head =
        ScanRead.head(
            "any.txt", (heading + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(FORMAT.recognises(head)).isEqualTo(expected);
  }

  /// The numbers that the published data must give.
  @Test
  void thePublishedTable() {
    var read = ScanRead.of(FORMAT, Corpus.path(PUBLISHED));
    assertThat(read.refused()).isEmpty();
    var hits = read.records().stream().map(PublishedHit.class::cast).toList();
    assertThat(hits).hasSize(55);
    assertThat(hits.stream().map(PublishedHit::country).distinct()).hasSize(34);
    assertThat(hits).filteredOn(hit -> hit.fingerprints().size() > 1).hasSize(26);
    var perGeneration =
        hits.stream()
            .flatMap(hit -> hit.fingerprints().stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(perGeneration)
        .containsOnly(
            java.util.Map.entry("finfisher-1.0", 11L),
            java.util.Map.entry("finfisher-1.1", 14L),
            java.util.Map.entry("finfisher-2.0", 25L),
            java.util.Map.entry("finfisher-3.0", 18L),
            java.util.Map.entry("finfisher-4.0", 23L));
    assertThat(hits)
        .filteredOn(hit -> hit.country().equals("MX"))
        .extracting(hit -> hit.endpoint().address() + " " + hit.network())
        .containsExactly(
            "187.188.81.66 Iusacell PCS de Mexico, S.A. de C.V.",
            "201.122.183.55 Gestión de direccionamiento UniNet");
  }

  private static Endpoint endpoint(String address) {
    return new Endpoint(IpAddress.parse(address).orElseThrow(), 0);
  }

  private static Optional<ScanTime> month(String at) {
    return Optional.of(new ScanTime(Instant.parse(at), ScanTime.Precision.MONTH));
  }
}
