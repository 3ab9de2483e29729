package org.testigo.samples.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.detections.fingerprints.FingerprintSet;
import org.testigo.model.Budget.Allowance;
import org.testigo.model.Unreadable;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.NameResolution;
import org.testigo.model.scan.ProbeReply;
import org.testigo.model.scan.Sighting;
import org.testigo.model.scan.X509Certificate;
import org.testigo.scanning.Rules;
import org.testigo.scanning.Scan;
import org.testigo.scanning.ScanInput;
import org.testigo.scanning.ScanRequest;
import org.testigo.scanning.ScanResults;
import org.testigo.scanning.ScanSummary;
import org.testigo.scans.ScanFormats;

/// The whole way from files to sightings, with the rules that come with the program.
class MadeUpScanTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void everyServerOfTheOperatorsIsRecognisedAndNoOther(int threads) throws Exception {
    MadeUpScan.writeTo(folder);
    var found = new Found();
    scan(threads, found);
    assertThat(found.unreadables).isEmpty();
    assertThat(found.addresses(found.hits())).containsExactlyElementsOf(MadeUpScan.RECOGNISED);
    assertThat(found.fingerprintsOf("203.0.113.5"))
        .containsExactly("finfisher-1.0", "finfisher-3.0");
    assertThat(found.fingerprintsOf("192.0.2.10"))
        .containsExactly("hacking-team-rcs-http-misspelt-status", "hacking-team-rcs-tls-authority");
    assertThat(found.fingerprintsOf("192.0.2.30"))
        .containsExactly("hacking-team-rcs-tls-default-server");
    assertThat(found.fingerprintsOf("192.0.2.32"))
        .containsExactly("hacking-team-rcs-tls-system-authority");
    assertThat(found.fingerprintsOf("192.0.2.31"))
        .containsExactly("hacking-team-rcs-tls-random-names");
  }

  @Test
  void theHostsOfACertificateHaveItsWholeChain() throws Exception {
    MadeUpScan.writeTo(folder);
    var found = new Found();
    scan(2, found);
    var relay =
        found.hits().stream()
            .filter(seen -> seen.endpoint().address().toString().equals("192.0.2.11"))
            .toList();
    assertThat(relay).hasSize(1);
    assertThat(relay.getFirst().endpoint().port()).isEqualTo(443);
    assertThat(relay.getFirst().chain())
        .extracting(CertificateLink::position)
        .containsExactly(1, 2);
    assertThat(relay.getFirst().chain())
        .allSatisfy(link -> assertThat(link.der()).isPresent())
        .allSatisfy(link -> assertThat(link.id().sha256()).hasSize(64));
  }

  @Test
  void whatOnlyAKeyTiesIsGivenWithoutHits() throws Exception {
    MadeUpScan.writeTo(folder);
    var found = new Found();
    var summary = scan(2, found);
    var tied = found.sightings.stream().filter(seen -> seen.hits().isEmpty()).toList();
    assertThat(found.addresses(tied)).containsExactly(MadeUpScan.TIED);
    assertThat(summary.wideTies()).isEmpty();
    assertThat(found.certificates)
        .filteredOn(certificate -> certificate.keySha256().equals(keyOf(found, tied.getFirst())))
        .extracting(
            certificate -> certificate.subject().parts().getFirst().attributes().getFirst().value())
        .contains("collector", "mail.example");
  }

  @Test
  void namesAndRepliesOfTheSightedAreGiven() throws Exception {
    MadeUpScan.writeTo(folder);
    var found = new Found();
    scan(1, found);
    assertThat(found.names)
        .extracting(NameResolution::name)
        .containsExactly("cdn.news.example", "update.example");
    assertThat(found.replies)
        .extracting(ProbeReply::ipId)
        .containsExactly(100, 260, 40_000, 40_007);
  }

  @Test
  void everyLineIsCounted() throws Exception {
    MadeUpScan.writeTo(folder);
    var summary = scan(2, new Found());
    assertThat(summary.files())
        .extracting(file -> "%s %d".formatted(file.format(), file.counts().read()))
        .containsExactly(
            "sonar-http 56",
            "sonar-ssl-certs 55",
            "sonar-ssl-hosts 54",
            "sonar-http 2",
            "passive-dns-cof 42",
            "zgrab2 3",
            "zmap-csv 85");
    assertThat(summary.total().refused()).isZero();
    assertThat(summary.total().decoded()).isLessThan(summary.total().read() / 2);
  }

  private static String keyOf(Found found, Sighting sighting) {
    var leaf = sighting.chain().getFirst().id();
    return found.certificates.stream()
        .filter(certificate -> certificate.id().isSame(leaf))
        .findFirst()
        .orElseThrow()
        .keySha256();
  }

  private ScanSummary scan(int threads, Found into) throws Exception {
    var request =
        new ScanRequest(
            ScanInput.of(folder),
            ScanFormats.all(),
            Rules.of(FingerprintSet.bundled()),
            Optional.empty(),
            threads,
            Allowance.DEFAULT,
            () -> 0);
    return Scan.run(request, into);
  }

  private static final class Found implements ScanResults {
    final List<Sighting> sightings = new ArrayList<>();
    final List<X509Certificate> certificates = new ArrayList<>();
    final List<NameResolution> names = new ArrayList<>();
    final List<ProbeReply> replies = new ArrayList<>();
    final List<Unreadable> unreadables = new ArrayList<>();

    List<Sighting> hits() {
      return sightings.stream().filter(seen -> !seen.hits().isEmpty()).toList();
    }

    List<String> addresses(List<Sighting> of) {
      var addresses = new TreeSet<>(of.stream().map(seen -> seen.endpoint().address()).toList());
      return addresses.stream().map(Object::toString).toList();
    }

    List<String> fingerprintsOf(String address) {
      return sightings.stream()
          .filter(seen -> seen.endpoint().address().toString().equals(address))
          .flatMap(seen -> seen.hits().stream())
          .map(FingerprintHit::fingerprint)
          .distinct()
          .sorted()
          .toList();
    }

    @Override
    public void sighting(Sighting sighting) {
      sightings.add(sighting);
    }

    @Override
    public void certificate(X509Certificate certificate) {
      certificates.add(certificate);
    }

    @Override
    public void name(NameResolution name) {
      names.add(name);
    }

    @Override
    public void reply(ProbeReply reply) {
      replies.add(reply);
    }

    @Override
    public void unreadable(Unreadable unreadable) {
      unreadables.add(unreadable);
    }
  }
}
