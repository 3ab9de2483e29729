package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.testigo.model.scan.CertificateId;

class CensysTest {
  private static final MadeUpCertificate LEAF = new MadeUpCertificate(1);
  private static final MadeUpCertificate CA = new MadeUpCertificate(2);

  @Test
  void hosts() {
    var file = new CensysFixture().files().getFirst();
    var read = ScanRead.of(new Censys(), file.name(), file.content());
    assertThat(read.refused()).isEmpty();
    assertThat(read.records())
        .containsExactly(
            Expected.service("192.0.2.1", 443)
                .at("2023-07-14T14:29:31Z")
                .answer("HTTP/1.1 200 OK\r\nServer: x\r\n\r\nhello", "http", true)
                .chain(
                    CertificateId.ofSha256(LEAF.id().sha256()),
                    CertificateId.ofSha256(CA.id().sha256()))
                .imported("jarm", "27d3")
                .imported("ja3s", "7f51")
                .imported("favicon-mmh3", "-12")
                .from(file.name(), 1),
            Expected.service("192.0.2.1", 22).answer("SSH\n", "ssh", true).from(file.name(), 1));
  }

  @Test
  void withoutABannerTheHeaderIsPutTogether() {
    var line =
        "{\"result\":{\"hits\":[{\"ip\":\"192.0.2.1\",\"services\":[{\"port\":80,\"observed_at\":\"2023-07-14T14:29:31Z\",\"http\":{\"response\":{\"protocol\":\"HTTP/1.0\",\"status_code\":404,\"status_reason\":\"NotFound\",\"headers\":{\"Content_Type\":[\"text/html\"],\"_encoding\":{\"Content_Type\":\"DISPLAY_UTF8\"}},\"body\":\"x\"}}}]}]}}";
    assertThat(ScanRead.of(new Censys(), "x", line).records())
        .containsExactly(
            Expected.service("192.0.2.1", 80)
                .at("2023-07-14T14:29:31Z")
                .answer("HTTP/1.0 404 NotFound\r\nContent-Type: text/html\r\n\r\nx", "http", false)
                .from("x", 1));
  }

  @Test
  void refused() {
    var read =
        ScanRead.of(
            new Censys(),
            "x",
            """
            {"services":[{"port":80}]}
            {"ip":"192.0.2.1","services":[{"banner":"x"},{"port":1,"banner_hex":"4"},{"port":2,"certificate":"12"}]}
            """);
    assertThat(read.records()).isEmpty();
    assertThat(read.refused())
        .containsExactly("1: ip is missing", "2: port of a service is missing (the first of 3)");
  }

  @Test
  void hostsOfTheFirstCensys() {
    var file = new CensysIpv4Fixture().files().getFirst();
    var read = ScanRead.of(new CensysIpv4(), file.name(), file.content());
    assertThat(read.refused()).isEmpty();
    assertThat(read.records())
        .containsExactly(
            Expected.service("192.0.2.1", 22)
                .at("2020-06-08T05:11:03Z")
                .answer("SSH-2.0-x", "ssh", true)
                .from(file.name(), 1),
            Expected.service("192.0.2.1", 443)
                .at("2020-06-08T05:11:03Z")
                .answer(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Y: z\r\n\r\nhello",
                    "http",
                    false)
                .chain(
                    CertificateId.ofSha256(LEAF.id().sha256()),
                    CertificateId.ofSha1(CA.id().sha1()))
                .from(file.name(), 1),
            Expected.service("192.0.2.1", 80)
                .at("2020-06-08T05:11:03Z")
                .answer("HTTP/1.1 404\r\n\r\n", "http", false)
                .from(file.name(), 1));
  }

  @Test
  void refusedOfTheFirstCensys() {
    var read =
        ScanRead.of(
            new CensysIpv4(),
            "x",
            "{\"ip\":\"192.0.2.1\",\"70000\":{\"http\":{\"get\":{\"body\":\"x\"}}},\"443\":{\"https\":{\"tls\":{\"certificate\":{\"parsed\":{}}}}}}");
    assertThat(read.records()).isEmpty();
    assertThat(read.refused())
        .containsExactly("1: '70000', expected a port, 0 to 65535 (the first of 2)");
  }
}
