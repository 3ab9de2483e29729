package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.Corpus;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.ServiceSighting;

/// Hosts of the corpus as several search engines saw them. The files `*_flattened.json` are what
/// another program makes of the same hosts.
class SearchEnginesTest {
  private static final String FOLDER = "scans/shodan-censys/";
  private static final ScanFormat DOCUMENT = new JsonDocument();

  @ParameterizedTest
  @CsvSource({
    "1.1.1.1_shodan.json, 16, 53, 8880",
    "1.1.1.1_censys.json, 14, 80, 8880",
    "1.1.1.1_binaryedge.json, 8, 443, 443",
    "140.82.118.4_shodan.json, 3, 22, 443",
    "140.82.118.4_censys.json, 3, 22, 80",
  })
  void documents(String name, int count, int firstPort, int lastPort) {
    var read = read(name);
    assertThat(read.refused()).isEmpty();
    assertThat(read.records()).hasSize(count);
    var address = name.substring(0, name.indexOf('_'));
    assertThat(read.services())
        .extracting(ServiceSighting::endpoint)
        .startsWith(Expected.endpoint(address, firstPort))
        .endsWith(Expected.endpoint(address, lastPort));
  }

  private static ScanRead read(String name) {
    return ScanRead.of(DOCUMENT, Corpus.path(FOLDER + name));
  }

  private static Json flattened(String name) {
    return JsonReader.read(Corpus.bytes(FOLDER + name));
  }

  @Test
  void shodanIsWhatTheOtherProgramSays() {
    var expected = flattened("140.82.118.4_shodan_flattened.json");
    for (var service : read("140.82.118.4_shodan.json").services()) {
      int port = service.endpoint().port();
      assertThat(service.at().orElseThrow().at().getEpochSecond())
          .isEqualTo(expected.whole(port + ".timestamp").orElseThrow());
      var answer = new String(service.answer().orElseThrow().raw().array(), StandardCharsets.UTF_8);
      assertThat(answer)
          .isEqualTo(
              expected.text(port + ".banner").orElseThrow()
                  + expected.text(port + ".http.content.html").orElse(""));
    }
  }

  @Test
  void censysIsWhatTheOtherProgramSays() {
    var expected = flattened("140.82.118.4_censys_flattened.json");
    for (var service : read("140.82.118.4_censys.json").services()) {
      int port = service.endpoint().port();
      assertThat(service.at().orElseThrow().at().getEpochSecond())
          .isEqualTo(expected.whole(port + ".timestamp").orElseThrow());
      var answer = new String(service.answer().orElseThrow().raw().array(), StandardCharsets.UTF_8);
      if (port == 22) {
        assertThat(answer).isEqualTo(expected.text("22.ssh.version").orElseThrow());
        continue;
      }
      assertThat(answer)
          .startsWith("HTTP/1.1 200 OK\r\n")
          .contains("\r\nServer: " + expected.text(port + ".http.headers.server").orElseThrow())
          .endsWith("\r\n\r\n" + expected.text(port + ".http.content.html").orElseThrow());
      assertThat(service.answer().orElseThrow().orderKnown()).isFalse();
    }
  }

  @Test
  void shodanAndCensysShowTheSameEndpointsAndLeaf() {
    Map<Integer, ServiceSighting> shodan = byPort("140.82.118.4_shodan.json");
    Map<Integer, ServiceSighting> censys = byPort("140.82.118.4_censys.json");
    assertThat(shodan.keySet()).isEqualTo(censys.keySet()).isEqualTo(Set.of(22, 80, 443));
    assertThat(at443(shodan).endpoint()).isEqualTo(at443(censys).endpoint());
    var expected = flattened("140.82.118.4_shodan_flattened.json");
    for (var seen : List.of(shodan, censys)) {
      var leaf = at443(seen).chain().getFirst().id();
      assertThat(leaf.sha256())
          .isEqualTo(expected.text("443.tls.certificate.fingerprint.sha256").orElseThrow());
      assertThat(leaf.sha1())
          .isEqualTo(expected.text("443.tls.certificate.fingerprint.sha1").orElseThrow());
    }
    assertThat(at443(shodan).chain().get(1).id().isSame(at443(censys).chain().get(1).id()))
        .isTrue();
  }

  private static ServiceSighting at443(Map<Integer, ServiceSighting> byPort) {
    return Objects.requireNonNull(byPort.get(443));
  }

  private static Map<Integer, ServiceSighting> byPort(String name) {
    return read(name).services().stream()
        .collect(Collectors.toMap(it -> it.endpoint().port(), it -> it));
  }

  @Test
  void theFaviconOfShodan() {
    var page = at443(byPort("140.82.118.4_shodan.json"));
    assertThat(page.imported())
        .contains(new ServiceSighting.ImportedFingerprint("favicon-mmh3", "1848946384"));
  }

  @Test
  void aCertificateAsText() {
    var expected = flattened("www-google-com_flattened.pem");
    var pem = new String(Corpus.bytes(FOLDER + "www-google-com.pem"), StandardCharsets.UTF_8);
    var id = Certificates.id(Certificates.ofPem(pem).getFirst());
    assertThat(id)
        .isEqualTo(
            new CertificateId(
                expected.text("fingerprint.sha256").orElseThrow(),
                expected.text("fingerprint.sha1").orElseThrow(),
                expected.text("fingerprint.md5").orElseThrow(),
                id.pemMd5()));
  }

  /// Certificates of Censys without their bytes are of no use here: no format takes them.
  @Test
  void whatHoldsNoServiceIsNotRecognised() {
    for (var name : List.of("www-google-com_censys.json", "www-google-com_censys_flattened.json")) {
      var head = ScanRead.head(name, Corpus.bytes(FOLDER + name));
      assertThat(DOCUMENT.recognises(head)).isFalse();
    }
  }

  @Test
  void everyDocumentOfTheCorpusIsRecognised() {
    for (var name :
        List.of(
            "1.1.1.1_shodan.json",
            "1.1.1.1_censys.json",
            "1.1.1.1_binaryedge.json",
            "140.82.118.4_shodan.json",
            "140.82.118.4_censys.json")) {
      assertThat(DOCUMENT.recognises(ScanRead.head(name, Corpus.bytes(FOLDER + name)))).isTrue();
    }
  }
}
