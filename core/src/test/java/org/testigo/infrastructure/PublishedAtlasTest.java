package org.testigo.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.infrastructure.GroundTruth.RcsAddress;
import org.testigo.model.IpAddress;

/// What must come out of the published scan data: each number stands in a report, or was counted in
/// the data by other means.
class PublishedAtlasTest {
  private static final String HT_DB = "scans/citizenlab-spyware-scan/ht/results/ht.db";
  private static final String FF_CSV = "scans/citizenlab-spyware-scan/ff/results/ff.csv";
  private static final Map<String, PublishedAtlas> DRAWN = new HashMap<>();

  @BeforeAll
  static void draw() {
    DRAWN.put("rcs", PublishedAtlas.of(List.of(), Corpus.path(HT_DB)));
    DRAWN.put("finfisher", PublishedAtlas.of(List.of(), Corpus.path(FF_CSV)));
    var claims = ClaimsFile.read("claims.csv", GroundTruth.claims());
    assertThat(claims.refused()).isEmpty();
    DRAWN.put("both", PublishedAtlas.of(claims.claims(), Corpus.path(HT_DB), Corpus.path(FF_CSV)));
  }

  private static Atlas rcs() {
    return drawn("rcs").atlas();
  }

  private static PublishedAtlas drawn(String name) {
    var drawn = DRAWN.get(name);
    if (drawn == null) throw new AssertionError(name);
    return drawn;
  }

  @Test
  void everythingIsReadAndCounted() {
    assertThat(drawn("rcs").unreadables()).isEmpty();
    assertThat(drawn("rcs").summary().total().read()).isEqualTo(33_671);
    assertThat(rcs().addresses().size()).isEqualTo(590);
    assertThat(rcs().certificates().size()).isEqualTo(324);
    assertThat(rcs().counts()).isEqualTo(new Atlas.Counts(28_379, 28_198, 4_704, 4_523, 33, 0));
  }

  @Test
  void addressesFirstSeenBeforeTheReport() {
    var before =
        rcs().addresses().stream()
            .filter(address ->
                address.seen().orElseThrow().firstDay().toString().compareTo("2014-02-18") < 0)
            .count();
    assertThat(before).isEqualTo(555);
  }

  @Test
  void groupsByLeafAndByAuthority() {
    var leaves = sizes(rcs().certificates().stream().map(Certificate::asLeaf).toList());
    assertThat(leaves.stream().filter(size -> size > 1).count()).isEqualTo(129);
    assertThat(leaves.stream().filter(size -> size == 1).count()).isEqualTo(75);
    var authorities = sizes(rcs().certificates().stream().map(Certificate::asIssuer).toList());
    assertThat(authorities.stream().filter(size -> size > 1).count()).isEqualTo(78);
    assertThat(authorities.stream().filter(size -> size == 1).count()).isEqualTo(47);
  }

  private static List<Integer> sizes(List<List<IpAddress>> groups) {
    return groups.stream().map(List::size).filter(size -> size > 0).toList();
  }

  @Test
  void components() {
    var sizes = rcs().clusters().stream().map(cluster -> cluster.addresses().size()).toList();
    assertThat(sizes).hasSize(110).startsWith(102, 20, 20, 16, 14, 14, 12, 11, 11);
    assertThat(sizes.stream().filter(size -> size > 1).count()).isEqualTo(78);
    assertThat(rcs().addresses().stream().filter(address -> address.cluster().isEmpty()).count())
        .isEqualTo(108);
  }

  @Test
  void theProxiesOfEthiopia() {
    var published =
        GroundTruth.rcs().stream()
            .filter(each -> each.country().equals("Ethiopia") && each.role().equals("server"))
            .map(RcsAddress::ip)
            .collect(Collectors.toSet());
    assertThat(published).hasSize(12);
    assertThat(showing("0726bcf0cbde02377a4212623912b9d1")).isEqualTo(published);
  }

  @Test
  void theCircuitInTheUnitedStates() {
    var showing = showing("ad1eee13eed48d802c78cf22f10f40e1");
    assertThat(showing).hasSize(20);
    var published =
        GroundTruth.rcs().stream()
            .filter(each -> each.report().endsWith("US nexus"))
            .map(RcsAddress::ip)
            .toList();
    assertThat(published).hasSize(18).allMatch(showing::contains);
    assertThat(rcs().addresses())
        .filteredOn(address -> showing.contains(address.ip().toString()))
        .extracting(address -> address.place().country())
        .containsOnly("US");
  }

  private static Set<String> showing(String leaf) {
    return rcs().certificates().stream()
        .filter(certificate -> certificate.id().pemMd5().equals(leaf))
        .flatMap(certificate -> certificate.asLeaf().stream())
        .map(IpAddress::toString)
        .collect(Collectors.toSet());
  }

  @Test
  void theRulesRecogniseEveryAnswer() {
    var ofRules = new HashSet<String>();
    for (Address address : rcs().addresses())
      for (Recognition recognition : address.recognitions())
        if (recognition.basis() == Recognition.Basis.ANSWER) ofRules.add(recognition.family());
    assertThat(ofRules).containsExactly("hacking-team-rcs");
    long recognised =
        rcs().addresses().stream()
            .flatMap(address -> address.recognitions().stream())
            .filter(each -> each.basis() == Recognition.Basis.PUBLISHED_ANSWER)
            .mapToLong(Recognition::sightings)
            .sum();
    assertThat(recognised).isEqualTo(4_704);
  }

  @Test
  void aLineThatChangesItsAddressAndABlock() {
    assertThat(rcs().hosts())
        .flatExtracting(Host::merges)
        .filteredOn(merge -> merge.reason() != Host.Reason.ADJACENT)
        .extracting(
            Host.Merge::reason,
            merge -> merge.addresses().size(),
            merge -> merge.addresses().getFirst().toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Host.Reason.DYNAMIC_LINE, 6, "2.193.227.116"),
            org.assertj.core.groups.Tuple.tuple(Host.Reason.DYNAMIC_LINE, 101, "95.49.161.74"),
            org.assertj.core.groups.Tuple.tuple(Host.Reason.DYNAMIC_LINE, 6, "109.53.116.4"),
            org.assertj.core.groups.Tuple.tuple(Host.Reason.BLOCK, 8, "219.94.51.144"));
    assertThat(rcs().hosts().size()).isEqualTo(436);
  }

  @Test
  void everyPublishedAddressIsThereWithItsDatesAndCluster() {
    var published = GroundTruth.rcs();
    assertThat(published).hasSize(51);
    for (RcsAddress each : published) {
      var found =
          rcs().addresses().stream()
              .filter(address -> address.ip().toString().equals(each.ip()))
              .findFirst();
      assertThat(found.isPresent()).as(each.ip()).isEqualTo(each.isInData());
      if (found.isEmpty()) continue;
      var seen = found.get().seen().orElseThrow();
      assertThat(List.of(seen.firstDay().toString(), seen.lastDay().toString()))
          .as(each.ip())
          .containsExactly(each.firstSeen(), each.lastSeen());
      assertThat(found.get().cluster()).as(each.ip()).isEqualTo(each.cluster());
    }
    assertThat(published)
        .filteredOn(each -> !each.isInData())
        .extracting(RcsAddress::ip)
        .containsExactly("93.62.139.32");
  }

  @Test
  void withoutClaimsNoRoleIsStated() {
    for (Atlas atlas : List.of(rcs(), drawn("finfisher").atlas()))
      assertThat(atlas.addresses()).extracting(Address::role).containsOnly(AssignedRole.UNKNOWN);
    assertThat(rcs().customers()).isEmpty();
    assertThat(rcs().suspicions()).isEmpty();
  }

  @Test
  void theServersOfFinFisher() {
    var atlas = drawn("finfisher").atlas();
    assertThat(atlas.addresses()).hasSize(55);
    assertThat(atlas.clusters()).isEmpty();
    assertThat(atlas.addresses().stream().map(address -> address.place().published()).distinct())
        .hasSize(34);
    assertThat(atlas.addresses())
        .filteredOn(address -> address.recognitions().size() > 1)
        .hasSize(26)
        .allMatch(address -> address.grade().orElseThrow().grade() == Grade.AGREEING);
    assertThat(atlas.suspicions())
        .hasSize(9)
        .allMatch(suspicion -> suspicion.basis() == ProxySuspicion.Basis.PUBLISHED);
    for (List<String> cells : GroundTruth.rows("finfisher_2013_servers.csv")) {
      var address = Seen.of(atlas, cells.get(0));
      assertThat(address.seen().orElseThrow().firstDay().toString()).startsWith(cells.get(11));
      assertThat(address.place().published()).isEqualTo(cells.get(2));
      var customer =
          atlas.customers().stream()
              .filter(sign -> sign.address().equals(address.ip()))
              .filter(sign -> sign.basis() == CustomerSign.Basis.PUBLISHED)
              .map(CustomerSign::country)
              .findFirst();
      assertThat(customer.orElse("")).as(cells.get(0)).isEqualTo(cells.get(9));
    }
  }

  @Test
  void mexico() {
    var atlas = drawn("both").atlas();
    var mexico =
        atlas.countries().stream()
            .filter(view -> view.country().equals("MX"))
            .findFirst()
            .orElseThrow();
    var addresses = mexico.addresses().stream().map(IpAddress::toString).toList();
    assertThat(addresses)
        .contains(
            "187.188.81.66",
            "201.122.183.55",
            "189.177.65.13",
            "189.177.74.147",
            "201.157.43.60",
            "200.67.230.2");
    assertThat(Seen.of(atlas, "187.188.81.66").place().network())
        .isEqualTo("Iusacell PCS de Mexico, S.A. de C.V.");
    assertThat(Seen.of(atlas, "187.188.81.66").families()).containsExactly("finfisher");
    assertThat(Seen.of(atlas, "200.67.230.2").families()).containsExactly("hacking-team-rcs");
    assertThat(mexico.claims())
        .extracting(
            matched -> matched.claim().subject(),
            matched -> matched.claim().predicate(),
            matched -> matched.claim().object(),
            matched -> matched.claim().report())
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                "200.67.230.2", "role", "endpoint", "CL-2014-02-17 Mapping"),
            org.assertj.core.groups.Tuple.tuple(
                "200.67.230.2", "operator-country", "Mexico", "CL-2014-02-17 Mapping"),
            org.assertj.core.groups.Tuple.tuple(
                "187.188.81.66", "operator-country", "MX", "CL-2013-04-30 For Their Eyes Only"));
    assertThat(mexico.customersHere()).hasSize(2);
  }

  @Test
  void claimsAreShownAndChangeNothingThatWasDerived() {
    var atlas = drawn("both").atlas();
    assertThat(atlas.addresses()).hasSize(645);
    assertThat(atlas.addresses()).extracting(Address::role).containsOnly(AssignedRole.UNKNOWN);
    var endpoints =
        atlas.addresses().stream()
            .filter(
                address -> address.claims().stream().anyMatch(c -> c.object().equals("endpoint")))
            .toList();
    assertThat(endpoints).hasSize(19);
    assertThat(endpoints.stream().filter(address -> address.cluster().isEmpty()).count())
        .isEqualTo(15);
    assertThat(atlas.claims())
        .filteredOn(matched -> matched.addresses().isEmpty())
        .extracting(matched -> matched.claim().subject())
        .containsOnly("93.62.139.32");
    // Ethiopia's endpoint stands in Hong Kong: nothing but the claim speaks of Ethiopia.
    var ethiopia = Seen.of(atlas, "216.118.232.245");
    assertThat(ethiopia.place().country()).isEqualTo("HK");
    assertThat(ethiopia.cluster()).isEmpty();
  }

  @Test
  void whatAppearedAfterTheReports() {
    var atlas = drawn("both").atlas();
    assertThat(atlas.reprovisions())
        .extracting(
            Reprovision::report,
            Reprovision::cluster,
            Reprovision::certificate,
            each -> each.addresses().toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "CL-2014-02-12 Ethiopian journalists",
                "C004",
                "pem-md5:f6febdae7673aa0132dd427aa08edab2",
                "[46.251.239.163, 68.233.232.140, 68.233.232.141]"));
  }
}
