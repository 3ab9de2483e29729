package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.model.scan.ProbeReply;
import org.testigo.model.scan.ScanSource;

class ZmapCsvTest {
  private static final ScanFormat FORMAT = new ZmapCsv();

  @Test
  void replies() {
    var file = new ZmapCsvFixture().files().getFirst();
    var read = ScanRead.of(FORMAT, file.name(), file.content());
    assertThat(read.refused()).isEmpty();
    assertThat(read.records())
        .containsExactly(
            new ProbeReply(
                Expected.endpoint("192.0.2.1", 443),
                Optional.of(Expected.second("2014-01-05T08:45:11Z")),
                54_321,
                51,
                new ScanSource("zmap.csv", 2)),
            new ProbeReply(
                Expected.endpoint("192.0.2.2", 443),
                Optional.of(Expected.second("2014-01-05T03:45:12Z")),
                0,
                240,
                new ScanSource("zmap.csv", 3)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ttl,ipid,saddr,sport,timestamp-str\n51,54321,192.0.2.1,443,2014-01-05 08:45:11\n",
        "\"saddr\",\"ipid\",\"ttl\",\"sport\",\"timestamp_ts\",\"x,y\"\n192.0.2.1,54321,51,443,1388911511,\"a,b\"\n",
        "SADDR,IPID,TTL,PORT,timestamp\r\n192.0.2.1,54321,51,443,2014-01-05T08:45:11Z\r\n\r\n",
      })
  void dialects(String text) {
    assertThat(FORMAT.recognises(ScanRead.head("x.csv", text.getBytes(StandardCharsets.UTF_8))))
        .isTrue();
    assertThat(ScanRead.of(FORMAT, "x.csv", text).records())
        .containsExactly(
            new ProbeReply(
                Expected.endpoint("192.0.2.1", 443),
                Optional.of(Expected.second("2014-01-05T08:45:11Z")),
                54_321,
                51,
                new ScanSource("x.csv", 2)));
  }

  @Test
  void anUdpAnswerIsGivenToo() {
    var read =
        ScanRead.of(FORMAT, "udp.csv", "saddr,sport,data\n192.0.2.1,161,3000ff\n192.0.2.2,161,\n");
    assertThat(read.records())
        .containsExactly(
            Expected.service("192.0.2.1", 161).answer("0\0\u00ff", "", true).from("udp.csv", 2));
  }

  @Test
  void whatARouterSaysIsNotTheAddress() {
    var read =
        ScanRead.of(FORMAT, "x", "saddr,ipid,classification\n192.0.2.1,7,icmp\n192.0.2.2,8,rst\n");
    assertThat(read.records()).extracting(it -> it.source().entry()).containsExactly(3L);
  }

  @Test
  void refused() {
    var read =
        ScanRead.of(
            FORMAT,
            "x",
            """
            saddr,ipid,ttl,timestamp_ts
            192.0.2.1,65536,1,1
            192.0.2.1,1,256,1
            192.0.2.1,1,1,now
            192.0.2.1,1
            ,1,1,1
            """);
    assertThat(read.records()).isEmpty();
    assertThat(read.refused())
        .containsExactly(
            "2: '65536', expected an IP identification, 0 to 65535",
            "3: '256', expected a time to live, 0 to 255",
            "4: 'now', expected seconds since 1970",
            "5: 2 columns, expected 4",
            "6: saddr is missing");
  }
}
