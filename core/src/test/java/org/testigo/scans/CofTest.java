package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.Corpus;
import org.testigo.model.scan.NameResolution;
import org.testigo.model.scan.ScanSource;

class CofTest {
  private static final ScanFormat FORMAT = new Cof();

  private static NameResolution resolved(
      String name,
      String type,
      String data,
      String first,
      String last,
      long count,
      String file,
      long entry) {
    return new NameResolution(
        name,
        type,
        data,
        Optional.of(Expected.second(first)),
        Optional.of(Expected.second(last)),
        count,
        new ScanSource(file, entry));
  }

  @Test
  void bothDialects() {
    var file = new CofFixture().files().getFirst();
    var read = ScanRead.of(FORMAT, file.name(), file.content());
    assertThat(read.refused()).isEmpty();
    String first = "2011-02-22T18:06:42Z";
    String last = "2013-12-25T08:30:00Z";
    assertThat(read.records())
        .containsExactly(
            resolved("www.example.org", "A", "192.0.2.1", first, last, 7, "pdns.ndjson", 1),
            resolved("www.example.org", "A", "192.0.2.2", first, last, 7, "pdns.ndjson", 1),
            resolved(
                "example.org", "CNAME", "host.example.net", first, first, 3, "pdns.ndjson", 2));
  }

  @Test
  void theCorpus() {
    var read = ScanRead.of(FORMAT, Corpus.path("scans/passive-dns/cof.A.ndjson"));
    assertThat(read.refused()).isEmpty();
    assertThat(read.records())
        .hasSize(4)
        .startsWith(
            resolved(
                "www.microsoft.com",
                "CNAME",
                "toggle.www.ms.akadns.net",
                "2011-02-22T18:06:42Z",
                "2013-12-25T08:30:00Z",
                126_595,
                "cof.A.ndjson",
                1))
        .endsWith(
            resolved(
                "maintenance.lalibre.be",
                "A",
                "212.35.116.249",
                "2013-01-10T07:31:14Z",
                "2013-01-10T07:31:14Z",
                2,
                "cof.A.ndjson",
                4));
  }

  @Test
  void timesOfZoneFiles() {
    var line =
        "{\"rrname\":\".\",\"rrtype\":\"TXT\",\"rdata\":\"Some Text.\",\"zone_time_first\":1298398002}";
    assertThat(ScanRead.of(FORMAT, "x", line).records())
        .containsExactly(
            new NameResolution(
                ".",
                "TXT",
                "Some Text.",
                Optional.of(Expected.second("2011-02-22T18:06:42Z")),
                Optional.empty(),
                0,
                new ScanSource("x", 1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"rrtype\":\"A\",\"rdata\":\"x\"}|rrname is missing",
        "{\"rrname\":\"x\",\"rdata\":\"x\"}|rrtype is missing",
        "{\"rrname\":\"x\",\"rrtype\":\"A\"}|rdata is missing",
        "{\"rrname\":\"x\",\"rrtype\":\"A\",\"rdata\":[{}]}|a text in rdata is missing",
        "{\"rrname\":\"x\",\"rrtype\":\"A\",\"rdata\":\"x\",\"time_first\":\"2013\\u002d01\"}|'2013-01', expected seconds since 1970",
        "{\"rrname\":\"x\",\"rrtype\":\"A\",\"rdata\":\"x\",\"time_first\":2,\"time_last\":1}|'1', expected a time_last behind time_first",
        "{\"rrname\":\"x\",\"rrtype\":\"A\",\"rdata\":\"x\",\"count\":-1}|'-1', expected a count",
        "{\"rrname\":\"x\",\"rrtype\":\"A\",\"rdata\":\"x\",\"time_first\":1e18}|'1000000000000000000', expected seconds since 1970, up to the year 9999",
      })
  void refused(String line, String detail) {
    var read = ScanRead.of(FORMAT, "x", line);
    assertThat(read.records()).isEmpty();
    assertThat(read.refused()).containsExactly("1: " + detail);
  }
}
