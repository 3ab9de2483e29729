package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShodanTest {
  private static final ScanFormat FORMAT = new Shodan();

  @Test
  void banners() {
    var file = new ShodanFixture().files().getFirst();
    var read = ScanRead.of(FORMAT, file.name(), file.content());
    assertThat(read.refused()).isEmpty();
    assertThat(read.records())
        .containsExactly(
            Expected.service("192.0.2.1", 443)
                .at("2023-07-15T08:18:18Z")
                .answer("HTTP/1.1 200 OK\r\nServer: x\r\n\r\n<p>\u00c3\u00a9", "http", true)
                .chain(new MadeUpCertificate(1), new MadeUpCertificate(2))
                .imported("jarm", "27d3")
                .imported("ja3s", "7f51")
                .imported("favicon-mmh3", "-12")
                .from(file.name(), 1),
            Expected.service("192.0.2.2", 22)
                .at("2020-06-08T15:54:02Z")
                .answer("SSH-2.0-x\nKey type: ssh-rsa\n", "ssh", true)
                .from(file.name(), 2));
  }

  @Test
  void rawBytesComeBeforeProse() {
    var line =
        "{\"ip_str\":\"192.0.2.1\",\"port\":53,\"data\":\"\\nRecursion: enabled\",\"opts\":{\"raw\":\"34ef81\"}}";
    assertThat(ScanRead.of(FORMAT, "x", line).onlyAnswer()).isEqualTo("4\u00ef\u0081");
  }

  @Test
  void aPageThatStandsInBothIsGivenOnce() {
    var line =
        "{\"ip_str\":\"192.0.2.1\",\"port\":80,\"data\":\"HTTP/1.1 200 OK\\r\\n\\r\\n<p>x\",\"http\":{\"html\":\"%s\"}}";
    assertThat(ScanRead.of(FORMAT, "x", line.formatted("<p>x")).onlyAnswer())
        .isEqualTo("HTTP/1.1 200 OK\r\n\r\n<p>x");
    assertThat(ScanRead.of(FORMAT, "x", line.formatted("")).onlyAnswer())
        .isEqualTo("HTTP/1.1 200 OK\r\n\r\n<p>x");
  }

  @Test
  void aDamagedBannerOfAHostDoesNotKeepTheOthersFromBeingTold() {
    var line =
        "{\"data\":[{\"ip_str\":\"192.0.2.1\",\"data\":\"x\"},{\"ip_str\":\"192.0.2.1\",\"port\":1,\"data\":\"y\"}]}";
    var read = ScanRead.of(FORMAT, "x", line);
    assertThat(read.records())
        .containsExactly(Expected.service("192.0.2.1", 1).answer("y", "", true).from("x", 1));
    assertThat(read.refused()).containsExactly("1: port is missing");
  }

  @Test
  void refused() {
    var read =
        ScanRead.of(
            FORMAT,
            "x",
            """
            {"ip":"x","port":1}
            {"ip":4294967296,"port":1}
            {"ip_str":"192.0.2.1","port":1,"opts":{"raw":"3"}}
            {"ip_str":"192.0.2.1","port":1,"ssl":{"chain":["-----BEGIN CERTIFICATE-----"]}}
            {"ip_str":"192.0.2.1","port":1,"timestamp":"x"}
            """);
    assertThat(read.records()).isEmpty();
    assertThat(read.refused())
        .containsExactly(
            "1: 'x', expected an IPv4 or IPv6 address",
            "2: '4294967296', expected an IPv4 or IPv6 address",
            "3: '3', expected pairs of hexadecimal digits in opts.raw",
            "4: a certificate without its end line",
            "5: 'x', expected a time in the form of ISO 8601");
  }
}
