package org.testigo.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testigo.infrastructure.Seen.atlas;
import static org.testigo.infrastructure.Seen.md5;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.Sighting;

class AtlasBuilderTest {

  @Test
  void certificatesJoinAddressesToClusters() {
    var atlas =
        atlas(
            Seen.at("192.0.2.1", "2013-01-01").publishedAs("rcs").shows("leaf-1"),
            Seen.at("192.0.2.2", "2013-01-02").publishedAs("rcs").shows("leaf-1", "authority"),
            Seen.at("192.0.2.9", "2013-01-03").publishedAs("rcs").shows("leaf-2", "authority"),
            Seen.at("198.51.100.1", "2012-01-01").publishedAs("rcs").shows("leaf-3"),
            Seen.at("198.51.100.2", "2013-01-01").publishedAs("rcs").answers("page"));
    assertThat(atlas.clusters())
        .extracting(Cluster::id, cluster -> cluster.addresses().toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("C001", "[192.0.2.1, 192.0.2.2, 192.0.2.9]"),
            org.assertj.core.groups.Tuple.tuple("C002", "[198.51.100.1]"));
    assertThat(Seen.of(atlas, "198.51.100.2").cluster()).isEmpty();
    assertThat(atlas.clusters().getFirst().edges())
        .extracting(edge -> edge.kind() + " " + edge.from() + " " + edge.to())
        .containsExactly(
            "LEAF 192.0.2.1 md5:" + md5("leaf-1"),
            "LEAF 192.0.2.2 md5:" + md5("leaf-1"),
            "LEAF 192.0.2.9 md5:" + md5("leaf-2"),
            "ISSUER 192.0.2.2 md5:" + md5("authority"),
            "ISSUER 192.0.2.9 md5:" + md5("authority"));
    assertThat(atlas.certificates()).hasSize(4);
    assertThat(atlas.seen().orElseThrow().firstDay()).isEqualTo("2012-01-01");
    assertThat(atlas.asOf()).isEqualTo("2013-01-03");
  }

  @Test
  void withoutEvidenceNoRoleIsGiven() {
    var atlas =
        atlas(
            Seen.at("192.0.2.1", "2013-01-01").publishedAs("rcs").shows("leaf", "authority"),
            Seen.at("192.0.2.2", "2013-01-01").publishedAs("rcs").shows("leaf", "authority"));
    assertThat(atlas.addresses()).extracting(Address::role).containsOnly(AssignedRole.UNKNOWN);
    assertThat(atlas.clusters().getFirst().chain()).isEmpty();
    assertThat(atlas.clusters().getFirst().roles()).containsOnlyKeys(Role.UNKNOWN);
  }

  @Test
  void gradesFromTheBestToTheWeakest() {
    var atlas =
        atlas(
            Seen.at("192.0.2.1", "2013-01-01").rule("finfisher.2.0", "2.0").shows("leaf-a"),
            Seen.at("192.0.2.1", "2013-01-01").certificateRule("finfisher.tls").shows("leaf-a"),
            Seen.at("192.0.2.2", "2013-01-01").rule("finfisher.2.0", "2.0"),
            Seen.at("192.0.2.2", "2013-02-01").rule("finfisher.3.0", "3.0"),
            Seen.at("192.0.2.3", "2013-01-01").rule("finfisher.2.0", "2.0").shows("shared"),
            Seen.at("192.0.2.4", "2013-01-01").rule("finfisher.2.0", "2.0").shows("shared"),
            Seen.at("192.0.2.5", "2013-01-01").rule("finfisher.2.0", "2.0").shows("leaf-b"),
            Seen.at("192.0.2.5", "2013-01-02").rule("finfisher.2.0", "2.0").shows("leaf-b"),
            Seen.at("192.0.2.6", "2013-01-01").rule("finfisher.2.0", "2.0"),
            Seen.at("192.0.2.7", "2013-01-01").shows("shared"));
    assertThat(atlas.addresses())
        .extracting(address -> address.grade().map(graded -> graded.grade().word()).orElse("-"))
        .containsExactly(
            "agreeing", "agreeing", "corroborated", "corroborated", "repeated", "single", "-");
  }

  @Test
  void aFingerprintThatIsNothingAloneStaysOneSign() {
    var request =
        new AtlasRequest(
            Optional.empty(),
            List.of(),
            address -> Place.UNKNOWN,
            AtlasRequest.NO_NETWORKS,
            Set.of("weak"));
    var atlas =
        atlas(
            request,
            weak("192.0.2.1", "2013-01-01", "leaf-1"),
            weak("192.0.2.1", "2013-02-01", "leaf-1"),
            weak("192.0.2.2", "2013-02-01", "leaf-1"),
            Seen.at("192.0.2.3", "2013-01-01").rule("finfisher-2.0", "2.0").shows("leaf-3"),
            weak("192.0.2.4", "2013-01-01", "leaf-3"),
            Seen.at("192.0.2.5", "2013-01-01").decoy("page-country", "MX", "country"));
    assertThat(atlas.addresses())
        .extracting(address -> address.ip() + " " + address.grade().orElseThrow().grade())
        .containsExactly(
            "192.0.2.1 SINGLE", "192.0.2.2 SINGLE", "192.0.2.3 SINGLE", "192.0.2.4 CORROBORATED");
    assertThat(atlas.counts().notRecognised()).isEqualTo(1);
  }

  private static Seen weak(String address, String day, String leaf) {
    return Seen.at(address, day).hit("weak", "finfisher", "", java.util.Map.of(), "").shows(leaf);
  }

  @Test
  void repeatedRowsAreCounted() {
    var one = Seen.at("192.0.2.1", "2013-01-01").rule("finfisher.2.0", "2.0");
    var atlas = atlas(one, one, Seen.at("192.0.2.1", "2013-01-02").rule("finfisher.2.0", "2.0"));
    assertThat(atlas.counts()).isEqualTo(new Atlas.Counts(3, 2, 3, 2, 1, 0));
    assertThat(Seen.of(atlas, "192.0.2.1").sightings()).isEqualTo(3);
  }

  @Test
  void oneCertificateUnderTwoDigestsIsOne() {
    var both = new CertificateId("", "", md5("der"), md5("pem"));
    var builder = new AtlasBuilder(AtlasRequest.plain());
    builder.sighting(showing("192.0.2.1", CertificateId.ofPemMd5(md5("pem"))));
    builder.sighting(showing("192.0.2.2", CertificateId.ofMd5(md5("der"))));
    builder.sighting(showing("192.0.2.3", both));
    var atlas = builder.build();
    assertThat(atlas.certificates()).extracting(Certificate::id).containsExactly(both);
    assertThat(atlas.clusters()).hasSize(1);
  }

  private static Sighting showing(String address, CertificateId id) {
    var plain = Seen.at(address, "2013-01-01").publishedAs("rcs").sighting();
    return new Sighting(
        plain.endpoint(),
        plain.at(),
        plain.hits(),
        plain.publishedAs(),
        plain.published(),
        List.of(new CertificateLink(1, id, Optional.empty())),
        plain.answerMd5(),
        plain.dataSet(),
        plain.source());
  }

  @Test
  void theOrderOfTheSightingsChangesNothing() {
    var seen = new ArrayList<Seen>();
    var random = new Random(3);
    for (int i = 0; i < 300; i++)
      seen.add(
          Seen.at("192.0.2." + random.nextInt(60), "2013-01-%02d".formatted(1 + random.nextInt(28)))
              .publishedAs("rcs")
              .shows("leaf-" + random.nextInt(40), "authority-" + random.nextInt(30)));
    var first = atlas(seen.toArray(new Seen[0]));
    Collections.shuffle(seen, random);
    assertThat(atlas(seen.toArray(new Seen[0]))).isEqualTo(first);
    assertThat(first.clusters()).hasSizeGreaterThan(0);
  }

  @Test
  void activeOnADay() {
    var seen =
        new Seen[] {
          Seen.at("192.0.2.1", "2013-01-01").rule("finfisher.2.0", "2.0"),
          Seen.at("192.0.2.1", "2013-06-01").rule("finfisher.2.0", "2.0"),
          Seen.at("192.0.2.2", "2013-05-01").rule("finfisher.2.0", "2.0")
        };
    assertThat(activeOn("2012-12-31", seen)).isEmpty();
    assertThat(activeOn("2013-03-01", seen)).containsExactly("192.0.2.1");
    assertThat(activeOn("2013-06-01", seen)).containsExactly("192.0.2.1", "192.0.2.2");
    assertThat(activeOn("2013-06-02", seen)).containsExactly("192.0.2.1");
    assertThat(activeOn("2013-07-03", seen)).isEmpty();
  }

  private static List<String> activeOn(String day, Seen... seen) {
    var request =
        new AtlasRequest(
            Optional.of(LocalDate.parse(day)),
            List.of(),
            address -> Place.UNKNOWN,
            AtlasRequest.NO_NETWORKS,
            Set.of());
    return atlas(request, seen).addresses().stream()
        .filter(Address::isActive)
        .map(address -> address.ip().toString())
        .toList();
  }

  @Test
  void nothingSeenIsAnEmptyAtlas() {
    var atlas = atlas();
    assertThat(atlas.addresses()).isEmpty();
    assertThat(atlas.clusters()).isEmpty();
    assertThat(atlas.seen()).isEmpty();
  }
}
