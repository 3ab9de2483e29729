package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.Corpus;
import org.testigo.model.scan.CertificateLink;

class Zgrab2Test {
  private static final ScanFormat FORMAT = new Zgrab2();
  private static final String AT = "2018-04-06T19:37:52Z";

  @Test
  void responseRedirectAndBanner() {
    var file = new Zgrab2Fixture().files().getFirst();
    var read = ScanRead.of(FORMAT, file.name(), file.content());
    assertThat(read.refused()).isEmpty();
    assertThat(read.records())
        .containsExactly(
            Expected.service("192.0.2.1", 8080)
                .at(AT)
                .answer(
                    "HTTP/1.1 301 Moved\r\nLocation: https://example.org/\r\n\r\n", "http", false)
                .from(file.name(), 1),
            Expected.service("192.0.2.1", 443)
                .at(AT)
                .answer(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nSet-Cookie: a=1\r\n"
                        + "Set-Cookie: b=2\r\nX-Y: z\r\n\r\n<p>hello",
                    "http",
                    false)
                .chain(new MadeUpCertificate(1), new MadeUpCertificate(2))
                .from(file.name(), 1),
            Expected.service("192.0.2.2", 21)
                .at(AT)
                .answer("220 x\r\n", "ftp", true)
                .from(file.name(), 2));
  }

  @Test
  void whatAnotherHostAnsweredIsNotThisAddress() {
    var line = Zgrab2Fixture.http().replace("\"host\":\"example.org\"", "\"host\":\"example.net\"");
    assertThat(ScanRead.of(FORMAT, "x", line).services())
        .extracting(it -> it.endpoint().port())
        .containsExactly(8080);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, http, 80",
    "192.0.2.1, https, 443",
    "192.0.2.1:81, http, 81",
    "[2001:db8::1]:444, https, 444",
    "[2001:db8::1], http, 80",
    "2001:db8::1, https, 443",
    "EXAMPLE.org, '', 0",
  })
  void thePortThatWasAsked(String host, String scheme, int port) {
    var address = host.contains("db8") ? "2001:db8::1" : "192.0.2.1";
    var line =
        "{\"ip\":\"%s\",\"domain\":\"example.org\",\"data\":{\"http\":{\"result\":{\"response\":{\"body\":\"x\",\"request\":{\"url\":{\"host\":\"%s\",\"scheme\":\"%s\"}}}}}}}";
    assertThat(ScanRead.of(FORMAT, "x", line.formatted(address, host, scheme)).services())
        .extracting(it -> it.endpoint())
        .containsExactly(Expected.endpoint(address, port));
  }

  @Test
  void theFirstZgrabHasNoResult() {
    var line =
        "{\"ip\":\"192.0.2.1\",\"timestamp\":\"%s\",\"data\":{\"http\":{\"response\":{\"status_line\":\"404 NotFound\",\"protocol\":{\"name\":\"HTTP/1.0\"}}}}}";
    assertThat(ScanRead.of(FORMAT, "x", line.formatted(AT)).records())
        .containsExactly(
            Expected.service("192.0.2.1", 0)
                .at(AT)
                .answer("HTTP/1.0 404 NotFound\r\n\r\n", "http", false)
                .from("x", 1));
  }

  @Test
  void rawHeadersKeepTheirOrder() {
    var line =
        "{\"ip\":\"192.0.2.1\",\"data\":{\"http\":{\"result\":{\"response\":{\"headers_raw\":\"%s\",\"body\":\"hi\"}}}}}"
            .formatted(SonarHttpFixture.base64("HTTP/1.1 200 OK\r\nb: 1\r\nA: 2\r\n"));
    assertThat(ScanRead.of(FORMAT, "x", line).records())
        .containsExactly(
            Expected.service("192.0.2.1", 0)
                .answer("HTTP/1.1 200 OK\r\nb: 1\r\nA: 2\r\n\r\nhi", "http", true)
                .from("x", 1));
  }

  @Test
  void aDamagedModuleDoesNotKeepTheOthersFromBeingTold() {
    var line =
        "{\"ip\":\"192.0.2.1\",\"data\":{\"ftp\":{\"timestamp\":\"soon\",\"result\":{\"banner\":\"x\"}},\"smtp\":{\"result\":{\"banner\":\"y\"}},\"tls\":{\"result\":{\"handshake_log\":{\"server_certificates\":{\"certificate\":{\"raw\":\"*\"}}}}}}}";
    var read = ScanRead.of(FORMAT, "x", line);
    assertThat(read.records())
        .containsExactly(Expected.service("192.0.2.1", 0).answer("y", "smtp", true).from("x", 1));
    assertThat(read.refused())
        .containsExactly("1: 'soon', expected a time in the form of ISO 8601 (the first of 2)");
  }

  @Test
  void jarm() {
    var line = "{\"ip\":\"192.0.2.1\",\"data\":{\"jarm\":{\"result\":{\"fingerprint\":\"27d3\"}}}}";
    assertThat(ScanRead.of(FORMAT, "x", line).records())
        .containsExactly(Expected.service("192.0.2.1", 0).imported("jarm", "27d3").from("x", 1));
  }

  @Test
  void theCorpus() {
    var files = Corpus.filesBelow("scans/zgrab2");
    assertThat(files).hasSize(34);
    var services = new TreeMap<String, Integer>();
    for (Path file : files) {
      var read = ScanRead.of(FORMAT, file);
      assertThat(read.refused()).as("%s", file).isEmpty();
      assertThat(read.unframed()).isEmpty();
      var module = String.valueOf(file.getFileName()).replaceFirst("-.*", "");
      services.merge(module, read.records().size(), Integer::sum);
    }
    // Of NTP and memcached there is no banner; PostgreSQL shows a certificate only with TLS.
    assertThat(services)
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "ftp",
                    2,
                    "memcached",
                    0,
                    "ntp",
                    0,
                    "pop3",
                    4,
                    "postgres",
                    5,
                    "smtp",
                    7,
                    "ssh",
                    1,
                    "telnet",
                    1)));
  }

  @Test
  void firstAndLastOfTheCorpus() {
    assertThat(ScanRead.of(FORMAT, Corpus.path("scans/zgrab2/ftp-default.json")).records())
        .containsExactly(
            Expected.service("172.17.0.3", 0)
                .at(AT)
                .answer("220 (vsFTPd 3.0.3)\r\n", "ftp", true)
                .from("ftp-default.json", 1));
    assertThat(ScanRead.of(FORMAT, Corpus.path("scans/zgrab2/ssh-ssh.json")).onlyAnswer())
        .isEqualTo("SSH-2.0-OpenSSH_7.2p2 Ubuntu-4ubuntu2.4");
    assertThat(ScanRead.of(FORMAT, Corpus.path("scans/zgrab2/telnet-telnet.json")).records())
        .containsExactly(
            Expected.service("172.17.0.2", 0)
                .at("2018-04-06T19:42:46Z")
                .answer("Ubuntu 16.04.3 LTS\r\n5a3511f30de7 login: ", "telnet", true)
                .from("telnet-telnet.json", 1));
  }

  /// ZGrab's own digests of the certificates stand in the same lines.
  @Test
  void certificatesOfTheCorpusHaveTheDigestsThatZgrabSays() {
    List<String> digests = new ArrayList<>();
    for (Path file : Corpus.filesBelow("scans/zgrab2")) {
      for (var service : ScanRead.of(FORMAT, file).services()) {
        service.chain().stream().map(CertificateLink::id).forEach(id -> digests.add(id.sha256()));
        assertThat(service.chain())
            .extracting(link -> link.id().sha256())
            .isEqualTo(told(JsonReader.read(Corpus.read(file))));
      }
    }
    assertThat(digests)
        .hasSize(6)
        .startsWith("28452377e32275f10be938dabcb55b011d32e4cd2f9f18dc0d44c6d2fd59145b")
        .endsWith("295c84f7b82e587573a6bcc7f82bebfdf7360f011b2583768f51aeb6ef2fece0");
  }

  private static List<String> told(Json part) {
    List<String> digests = new ArrayList<>();
    part.at("parsed").flatMap(it -> it.text("fingerprint_sha256")).ifPresent(digests::add);
    part.members().values().forEach(it -> digests.addAll(told(it)));
    return digests;
  }
}
