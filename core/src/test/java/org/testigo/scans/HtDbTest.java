package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testigo.scans.HtDbFixture.answer;
import static org.testigo.scans.HtDbFixture.banner;
import static org.testigo.scans.HtDbFixture.certificate;
import static org.testigo.scans.HtDbFixture.md5;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.Endpoint;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ScanTime.Precision;
import org.testigo.model.scan.ServiceSighting;

class HtDbTest {
  private static final ScanFormat FORMAT = new HtDb();
  private static final String PUBLISHED = "scans/citizenlab-spyware-scan/ht/results/ht.db";

  @Test
  void rowsOfOneHandshakeAreOneSighting() {
    var read = read(new HtDbFixture().files().getFirst());
    assertThat(read.refused()).isEmpty();
    assertThat(read.records())
        .hasSize(5)
        .first()
        .isEqualTo(
            new ServiceSighting(
                endpoint("192.0.2.1", 443),
                Optional.of(time("2013-09-10T20:50:22Z", Precision.SECOND)),
                Optional.empty(),
                List.of(link(1, HtDbFixture.LEAF), link(2, HtDbFixture.AUTHORITY)),
                List.of(),
                "hacking-team-rcs",
                "sonar-ssl",
                new ScanSource("ht.db", 1)));
    assertThat(read.services().get(1))
        .extracting(ServiceSighting::endpoint, ServiceSighting::at, ServiceSighting::source)
        .containsExactly(
            endpoint("192.0.2.2", 443),
            Optional.of(time("2012-06-27T21:15:00Z", Precision.QUARTER_HOUR)),
            new ScanSource("ht.db", 3));
  }

  @Test
  void answersAreDecodedAndRepeatedRowsKept() {
    var answers = read(new HtDbFixture().files().getFirst()).services().subList(2, 5);
    assertThat(answers)
        .extracting(ScanRead::answer)
        .containsOnly(HtDbFixture.HEADER + HtDbFixture.PAGE);
    assertThat(answers)
        .extracting(service -> service.endpoint(), service -> service.at().orElseThrow())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                endpoint("192.0.2.3", 0), time("2014-02-07T00:00:00Z", Precision.DAY)),
            org.assertj.core.groups.Tuple.tuple(
                endpoint("192.0.2.3", 0), time("2014-02-07T00:00:00Z", Precision.DAY)),
            org.assertj.core.groups.Tuple.tuple(
                endpoint("192.0.2.1", 80), time("2012-05-16T13:18:55Z", Precision.SECOND)));
    assertThat(answers).extracting(service -> service.source().entry()).containsExactly(4L, 5L, 6L);
  }

  @Test
  void theDigestTellsWhetherAPageHasLineEndsOrLineFeeds() {
    var stored = "HTTP/1.1 200 OK\\n\\n\\n\\n<p>\\n\\n</p>\\n";
    assertThat(answerOf(stored, "HTTP/1.1 200 OK\r\n\r\n<p>\n\n</p>\n")).isTrue();
    assertThat(answerOf(stored, "HTTP/1.1 200 OK\r\n\r\n<p>\r\n</p>\n")).isTrue();
    assertThat(answerOf(stored, "HTTP/1.1 200 OK\r\n\r\n<p>\r</p>\n")).isFalse();
  }

  private static boolean answerOf(String stored, String expected) {
    var banner = HtBanner.of(stored, md5(expected));
    var text = new String(banner.raw().array(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(text.equals(expected)).isEqualTo(banner.isProved());
    return banner.isProved();
  }

  @Test
  void badRowsAreToldAndTheOthersRead() {
    var read =
        read(
            HtDbFixture.database(
                certificate("yesterday", "192.0.2.1", HtDbFixture.LEAF, 1, "sonar-ssl"),
                certificate("2013-09-10", "example.org", HtDbFixture.LEAF, 1, "sonar-ssl"),
                certificate("2013-09-10", "192.0.2.1", "12ab", 1, "sonar-ssl"),
                certificate("2013-09-10", "192.0.2.1", HtDbFixture.LEAF, 0, "sonar-ssl"),
                certificate("2013-09-10", "192.0.2.1", HtDbFixture.LEAF, 1, "sonar-ssl"),
                banner(md5("another"), "HTTP/1.1 200 OK\\n\\n\\n\\n"),
                answer("2014-02-07", "192.0.2.3", md5("another"), "shodan"),
                answer("2014-02-07", "192.0.2.4", md5("none"), "shodan")));
    assertThat(read.services())
        .extracting(service -> service.endpoint().address().toString())
        .containsExactly("192.0.2.1", "192.0.2.3", "192.0.2.4");
    assertThat(read.services().getLast().answer()).isEmpty();
    assertThat(read.refused())
        .containsExactlyInAnyOrder(
            "banner row 1: an answer of another MD5, expected " + md5("another"),
            "ssl_hit row 1: 'yesterday', expected a time in the form of ISO 8601",
            "ssl_hit row 2: 'example.org', expected an IPv4 or IPv6 address",
            "ssl_hit row 3: '12ab', expected 32 hexadecimal digits",
            "ssl_hit row 4: num 0, expected 1 to 100",
            "http_hit row 2: no banner has the MD5 " + md5("none"));
  }

  @Test
  void anotherDatabaseIsNotTakenForIt() {
    var other = HtDbFixture.database(List.of("CREATE TABLE http_hit(ts, ip, md5, src)"));
    assertThat(FORMAT.recognises(ScanRead.head("ht.db", other.content()))).isFalse();
    var own = HtDbFixture.database();
    assertThat(FORMAT.recognises(ScanRead.head("other.bin", own.content()))).isTrue();
    var lacking =
        HtDbFixture.database(
            List.of(
                "CREATE TABLE ssl_hit(ts, ip)",
                "CREATE TABLE banner(md5, banner)",
                "CREATE TABLE http_hit(ts, ip, md5, src)"));
    assertThat(read(lacking).refused()).containsExactly("table ssl_hit has no column md5");
  }

  /// The numbers that the published data must give.
  @Test
  void thePublishedDatabase() {
    var read = ScanRead.of(FORMAT, Corpus.path(PUBLISHED));
    assertThat(read.refused()).isEmpty();
    var services = read.services();
    assertThat(services.size()).isEqualTo(23_675 + 4_704);
    assertThat(addresses(services).size()).isEqualTo(590);
    var certificates =
        services.stream()
            .flatMap(service -> service.chain().stream())
            .map(CertificateLink::id)
            .collect(Collectors.toSet());
    assertThat(certificates).hasSize(324);
    assertThat(services.stream().filter(service -> service.chain().size() == 2).count())
        .isEqualTo(5_292);
    var answers = services.stream().filter(service -> service.answer().isPresent()).toList();
    assertThat(answers.size()).isEqualTo(4_704);
    assertThat(
            answers.stream().map(s -> s.answer().orElseThrow().raw()).collect(Collectors.toSet()))
        .hasSize(33);
    var distinct =
        answers.stream()
            .map(s -> List.of(s.endpoint(), s.at(), s.answer().orElseThrow().raw(), s.dataSet()))
            .collect(Collectors.toSet());
    assertThat(distinct.size()).isEqualTo(4_523);
    assertThat(showing(services, "0726bcf0cbde02377a4212623912b9d1")).hasSize(12);
    assertThat(showing(services, "ad1eee13eed48d802c78cf22f10f40e1")).hasSize(20);
  }

  private static Set<IpAddress> addresses(List<ServiceSighting> services) {
    return services.stream()
        .map(service -> service.endpoint().address())
        .collect(Collectors.toSet());
  }

  private static Set<IpAddress> showing(List<ServiceSighting> services, String leaf) {
    return addresses(
        services.stream().filter(service -> service.chain().contains(link(1, leaf))).toList());
  }

  private static ScanRead read(ScanFixture.File file) {
    return ScanRead.of(FORMAT, file.name(), file.content());
  }

  private static Endpoint endpoint(String address, int port) {
    return new Endpoint(IpAddress.parse(address).orElseThrow(), port);
  }

  private static ScanTime time(String at, Precision precision) {
    return new ScanTime(Instant.parse(at), precision);
  }

  private static CertificateLink link(int position, String md5) {
    return new CertificateLink(position, CertificateId.ofPemMd5(md5), Optional.empty());
  }
}
