package org.testigo.scans;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.testigo.model.scan.ScanTime;

class InternetCensusTest {
  private static final ScanFormat FORMAT = new InternetCensus();
  private static final MadeUpCertificate LEAF = new MadeUpCertificate(1);
  private static final MadeUpCertificate CA = new MadeUpCertificate(2);

  @Test
  void replies() {
    var file = new InternetCensusFixture().files().getFirst();
    var read = ScanRead.of(FORMAT, file.name(), file.content());
    assertThat(read.refused()).isEmpty();
    var flight = new String(InternetCensusFixture.flight(LEAF, CA), ISO_8859_1);
    assertThat(read.records())
        .containsExactly(
            Expected.service("192.0.2.1", 443)
                .at(quarter("2012-07-25T18:15:00Z"))
                .answer(flight, "tls", true)
                .chain(LEAF, CA)
                .from(file.name(), 1),
            Expected.service("192.0.2.3", 443)
                .at(quarter("2012-07-25T18:30:00Z"))
                .answer("HTTP/1.1 400 BadRequest\r\n\r\n", "http", true)
                .from(file.name(), 3));
  }

  private static ScanTime quarter(String at) {
    return new ScanTime(Instant.parse(at), ScanTime.Precision.QUARTER_HOUR);
  }

  @Test
  void aHandshakeThatIsCutGivesWhatIsWhole() {
    byte[] flight = InternetCensusFixture.flight(LEAF, CA);
    byte[] cut = Arrays.copyOf(flight, flight.length - 10);
    var line = "192.0.2.1\t1343240100\t1\t" + InternetCensusFixture.quoted(cut);
    var read = ScanRead.of(FORMAT, "443-TCP_x", line);
    assertThat(read.services())
        .hasSize(1)
        .first()
        .satisfies(
            it -> assertThat(it.chain()).extracting(link -> link.id()).containsExactly(LEAF.id()));
    assertThat(read.refused())
        .containsExactly("1: the TLS handshake: a certificate of 304 bytes, 297 are there");
  }

  @Test
  void spacesWhereTabsWereLostAndNoPortInTheName() {
    var read = ScanRead.of(FORMAT, "x", "192.0.2.1  1343240100 1  SSH=2D2.0  x\n");
    assertThat(read.records())
        .containsExactly(
            Expected.service("192.0.2.1", 0)
                .at(quarter("2012-07-25T18:15:00Z"))
                .answer("SSH-2.0  x", "", true)
                .from("x", 1));
  }

  @Test
  void refused() {
    var read =
        ScanRead.of(
            FORMAT,
            "x",
            "192.0.2.1\t1343240100\t1\t=4\nhost\t1343240100\t1\tx\n192.0.2.1\tnow\t1\tx\n192.0.2.1\n");
    assertThat(read.records()).isEmpty();
    assertThat(read.refused())
        .containsExactly(
            "1: '=' without two hexadecimal digits behind it",
            "2: 'host', expected an IPv4 or IPv6 address",
            "3: 'now', expected seconds since 1970",
            "4: '', expected seconds since 1970");
    assertThat(read.unframed()).containsExactly(2L, 4L);
  }
}
