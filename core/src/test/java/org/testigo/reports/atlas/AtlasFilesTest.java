package org.testigo.reports.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.testigo.indicators.Match;
import org.testigo.indicators.Packs;
import org.testigo.infrastructure.Atlas;
import org.testigo.infrastructure.AtlasBuilder;
import org.testigo.infrastructure.AtlasRequest;
import org.testigo.infrastructure.Place;
import org.testigo.model.IpAddress;
import org.testigo.model.Location;
import org.testigo.model.Observation;
import org.testigo.model.Source;
import org.testigo.model.UrlVisit;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.Endpoint;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.Sighting;
import org.testigo.reports.Words;

class AtlasFilesTest {
  private static final Words WORDS = Words.in(Locale.ENGLISH);
  private static final String HOSTILE = "=cmd|'/C calc'!A0\"<script>\u202e]]>";

  /// Two addresses with one certificate, one of them active, and one address alone; network and
  /// decoy are hostile.
  private static List<Sighting> sightings() {
    return List.of(
        sighting("192.0.2.1", "2013-01-01", HOSTILE, "leaf"),
        sighting("192.0.2.9", "2014-01-01", HOSTILE, "leaf"),
        sighting("2001:db8::5", "2013-05-01", "http://example.org", ""));
  }

  private static Sighting sighting(String ip, String day, String decoy, String leaf) {
    var hit =
        new FingerprintHit(
            "made-up-1.0",
            "made-up",
            "1.0",
            true,
            Map.of("decoy", decoy, "a", "b"),
            Optional.empty(),
            List.of(
                new FingerprintHit.Excerpt(
                    "answer", 3, new Bytes(ip.getBytes(StandardCharsets.UTF_8)))));
    var chain =
        leaf.isEmpty()
            ? List.<CertificateLink>of()
            : List.of(
                new CertificateLink(1, CertificateId.ofMd5("0".repeat(32)), Optional.empty()));
    return new Sighting(
        new Endpoint(IpAddress.parse(ip).orElseThrow(), 443),
        Optional.of(new ScanTime(Instant.parse(day + "T00:00:00Z"), ScanTime.Precision.DAY)),
        List.of(hit),
        "",
        Optional.empty(),
        chain,
        "1".repeat(32),
        "",
        new ScanSource("=made-up.jsonl", 7));
  }

  private static Atlas atlas() {
    var builder =
        new AtlasBuilder(
            new AtlasRequest(
                Optional.empty(),
                List.of(),
                ip -> new Place("", "MX", "MX", 8151, HOSTILE),
                AtlasRequest.NO_NETWORKS,
                Set.of()));
    sightings().forEach(builder::sighting);
    return builder.build();
  }

  private static String written(Consumer<OutputStream> writer) {
    var out = new ByteArrayOutputStream();
    writer.accept(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void addresses() {
    var csv = written(out -> AddressesCsv.write(atlas(), out));
    assertThat(csv.lines().toList())
        .hasSize(4)
        .startsWith(
            "ip,host,cluster,role,grade,first_seen,last_seen,country,asn,network,fingerprints,ports",
            "192.0.2.1,H0001,C001,unknown,corroborated,2013-01-01T00:00:00Z,2013-01-01T00:00:00Z,"
                + "MX,8151,\"'=cmd|'/C calc'!A0\"\"<script>\u202e]]>\",made-up-1.0,443");
  }

  @Test
  void hosts() {
    var csv = written(out -> HostsCsv.write(atlas(), WORDS, out));
    assertThat(csv.lines().skip(1))
        .hasSize(3)
        .allMatch(line -> line.contains(",made-up,"))
        .anyMatch(
            line -> line.startsWith("H0002,192.0.2.9,C001,made-up,") && line.contains(",yes,"));
  }

  @Test
  void graphsAreWellFormed() throws Exception {
    var xml = written(out -> GraphMl.write(atlas(), WORDS, out));
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    // Three addresses, a certificate and a decoy that two share.
    assertThat(document.getElementsByTagName("node").getLength()).isEqualTo(5);
    assertThat(document.getElementsByTagName("edge").getLength()).isEqualTo(4);
    var dot = written(out -> Dot.write(atlas(), out));
    assertThat(dot).contains("subgraph \"cluster_C001\"").endsWith("}\n");
    assertThat(dot.lines().filter(line -> line.contains("style=solid"))).hasSize(2);
    assertThat(dot.lines().filter(line -> line.contains("style=dotted"))).hasSize(2);
  }

  @Test
  void indicatorsLoadAndMatch() {
    var bundle = written(out -> StixBundle.write(atlas(), WORDS, Redaction.none(), out));
    var set = Packs.of("indicators.stix2", bundle.getBytes(StandardCharsets.UTF_8));
    assertThat(set.packs().getFirst().loaded()).isTrue();
    assertThat(set.packs().getFirst().refused()).isEmpty();
    assertThat(set.size()).isEqualTo(3);
    var matches = new ArrayList<Match>();
    var matching = set.begin();
    matching.match(visit("http://192.0.2.9/page"), matches::add);
    matching.match(visit("http://[2001:db8::5]/"), matches::add);
    matching.match(visit("http://192.0.2.2/"), matches::add);
    assertThat(matches)
        .extracting(match -> match.indicators().getFirst().name())
        .containsExactly(
            "Cluster C001 of 2 addresses, made-up", "Unlinked address 2001:db8::5, made-up");
  }

  private static Observation visit(String url) {
    return new Observation(
        new UrlVisit("safari", Optional.empty(), url, Optional.empty(), Optional.empty()),
        List.of(),
        new Source("ios.safari-history", "History.db", Location.WHOLE));
  }

  @Test
  void everyIdOfTheBundleIsOfVersion5AndEveryReferenceIsThere() {
    var bundle = written(out -> StixBundle.write(atlas(), WORDS, Redaction.none(), out));
    var ids = values(bundle, "\"id\":\"([a-z0-9-]+--[0-9a-f-]+)\"");
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches(".*--.{14}5.*"));
    assertThat(ids).containsAll(values(bundle, "_ref\":\"([^\"]+)\""));
    assertThat(written(out -> StixBundle.write(atlas(), WORDS, Redaction.none(), out)))
        .isEqualTo(bundle);
    // The id that other programs give this address by the rules of STIX 2.1.
    assertThat(StixId.ofValue("ipv4-addr", "198.51.100.3"))
        .isEqualTo("ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4");
  }

  private static List<String> values(String text, String pattern) {
    return java.util.regex.Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void hiddenAddressesStandNowhere() {
    var atlas = atlas();
    var redaction = Redaction.ofActive(atlas);
    var bundle = written(out -> StixBundle.write(atlas, WORDS, redaction, out));
    assertThat(bundle).doesNotContain("192.0.2.9").contains("192.0.2.1'");
    assertThat(bundle).doesNotContain(StixId.ofValue("ipv4-addr", "192.0.2.9"));
    assertThat(Packs.of("i.stix2", bundle.getBytes(StandardCharsets.UTF_8)).size()).isEqualTo(2);
    var hits = hits(atlas, redaction);
    assertThat(hits).doesNotContain("192.0.2.9").contains("\"ip\":\"192.0.2.x\"");
    // The raw bytes tell the address, too.
    assertThat(hits.lines().toList().get(1)).contains("\"base64\":\"\"");
    assertThat(hits.lines().toList().get(0)).doesNotContain("\"base64\":\"\"");
  }

  private static String hits(Atlas atlas, Redaction redaction) {
    var spool = new ByteArrayOutputStream();
    try (var hits = new HitSpool(spool)) {
      sightings().forEach(hits::add);
    }
    return written(out ->
        HitSpool.write(new ByteArrayInputStream(spool.toByteArray()), atlas, redaction, out));
  }

  @Test
  void hitsKeepTheirPlaceAndBytesAndGrade() {
    var lines = hits(atlas(), Redaction.none()).lines().toList();
    assertThat(lines)
        .hasSize(3)
        .first()
        .asString()
        .startsWith(
            "{\"ip\":\"192.0.2.1\",\"host\":\"H0001\",\"cluster\":\"C001\","
                + "\"grade\":\"corroborated\",\"port\":443,\"time\":\"2013-01-01T00:00:00Z\","
                + "\"precision\":\"day\",\"file\":\"=made-up.jsonl\",\"entry\":7")
        .contains("\"offset\":3,\"base64\":\"MTkyLjAuMi4x\"");
  }
}
