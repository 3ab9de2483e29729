package org.testigo.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.testigo.model.Text;

class ClaimsTest {
  private static final String CLAIMS =
      """
      # what was published
      subject,predicate,object,report,date,url
      192.0.2.1,role,endpoint,Report One,2014-02-17,https://example.org/one

      C001,operator-country,Mexico,"Report ""Two"", second",2014-03-01,
      192.0.2.0/30,network-of,Example,Report Three,,
      AS64500,note,"a, b",Report Three,,
      192.0.2.1,forwards-to,198.51.100.9,Report One,2014-02-17,
      203.0.113.9,role,relay,Report One,2014-02-17,
      """;

  @Test
  void rowsOfAFile() {
    var read = ClaimsFile.read("claims.csv", CLAIMS.getBytes(StandardCharsets.UTF_8));
    assertThat(read.refused()).isEmpty();
    assertThat(read.claims()).hasSize(6);
    assertThat(read.claims().get(1))
        .isEqualTo(
            new Claim(
                "C001",
                "operator-country",
                "Mexico",
                "Report \"Two\", second",
                Optional.of(LocalDate.parse("2014-03-01")),
                "",
                new org.testigo.model.scan.ScanSource("claims.csv", 5)));
    assertThat(read.claims().getLast().subject()).isEqualTo("203.0.113.9");
  }

  @Test
  void badRowsAreRefusedAndTheOthersRead() {
    var text =
        "\ufeffsubject,predicate,object,report,date,url\na,b,c\n,role,x,R,,\n"
            + "192.0.2.1,role,x,R,17.2.2014,\n192.0.2.1,role,x,R,,\n";
    var read = ClaimsFile.read("c.csv", text.getBytes(StandardCharsets.UTF_8));
    assertThat(read.claims()).hasSize(1);
    assertThat(read.refused())
        .extracting(Text::key, Text::arguments)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("cells", List.<Object>of("c.csv", 2L, 3, 6)),
            org.assertj.core.groups.Tuple.tuple("empty", List.<Object>of("c.csv", 3L)),
            org.assertj.core.groups.Tuple.tuple("date", List.<Object>of("c.csv", 4L, "17.2.2014")));
    assertThat(ClaimsFile.read("c.csv", new byte[0]).refused())
        .extracting(Text::key)
        .containsExactly("no-heading");
  }

  @Test
  void claimsStandBesideWhatWasDerivedAndChangeNoRole() {
    var atlas = Seen.atlas(with(claims()), seen());
    assertThat(Seen.of(atlas, "192.0.2.1").role()).isEqualTo(AssignedRole.UNKNOWN);
    assertThat(Seen.of(atlas, "192.0.2.1").claims())
        .extracting(Claim::predicate)
        .containsExactly("role", "forwards-to");
    assertThat(atlas.clusters().getFirst().claims()).hasSize(5);
    assertThat(atlas.clusters().getFirst().chain())
        .extracting(hop -> hop.from() + " " + hop.to())
        .containsExactly("192.0.2.1 198.51.100.9");
    assertThat(atlas.claims())
        .extracting(matched -> matched.addresses().toString())
        .containsExactly(
            "[192.0.2.1]",
            "[192.0.2.1, 192.0.2.2, 192.0.2.7]",
            "[192.0.2.1, 192.0.2.2]",
            "[192.0.2.1, 192.0.2.2, 192.0.2.7]",
            "[192.0.2.1]",
            "[]");
    assertThat(atlas.countries())
        .filteredOn(view -> view.country().equals("MX"))
        .singleElement()
        .satisfies(view -> {
          assertThat(view.addresses()).isEmpty();
          assertThat(view.claims())
              .extracting(matched -> matched.claim().report())
              .containsExactly("Report \"Two\", second");
        });
  }

  @Test
  void whatAppearsUnderTheSameAuthorityAfterAReport() {
    var atlas = Seen.atlas(with(claims()), seen());
    assertThat(atlas.reprovisions())
        .extracting(Reprovision::report, r -> r.addresses().toString(), Reprovision::certificate)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "Report One", "[192.0.2.7]", "md5:" + Seen.md5("authority")));
  }

  private static List<Claim> claims() {
    return ClaimsFile.read("claims.csv", CLAIMS.getBytes(StandardCharsets.UTF_8)).claims();
  }

  private static AtlasRequest with(List<Claim> claims) {
    return new AtlasRequest(
        Optional.empty(),
        claims,
        address -> new Place("", "US", "US", 64_500, "Example Hosting"),
        AtlasRequest.NO_NETWORKS,
        Set.of());
  }

  /// The first was seen without the authority, as scans that keep leaves only have it.
  private static Seen[] seen() {
    return new Seen[] {
      Seen.at("192.0.2.1", "2013-01-01").publishedAs("rcs").shows("leaf-1"),
      Seen.at("192.0.2.2", "2014-02-17").publishedAs("rcs").shows("leaf-1", "authority"),
      Seen.at("192.0.2.7", "2014-02-20").publishedAs("rcs").shows("leaf-2", "authority")
    };
  }
}
