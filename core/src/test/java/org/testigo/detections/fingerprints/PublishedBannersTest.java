package org.testigo.detections.fingerprints;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.formats.http.HttpReader;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.FingerprintHit;

/// The 33 banners that Citizen Lab published in `ht.db`.
class PublishedBannersTest {
  private static final FingerprintSet RULES = FingerprintSet.bundled();

  @Test
  void everyBannerIsKnownByTheRulesOfHackingTeamAlone() throws SQLException {
    var rules = new TreeMap<String, Integer>();
    var decoys = new ArrayList<String>();
    for (Bytes banner : banners()) {
      var hits = RULES.match(Services.answering(banner));
      assertThat(hits).as("%s", HttpReader.read(banner)).hasSize(1);
      for (FingerprintHit hit : hits) {
        rules.merge(hit.fingerprint(), 1, Integer::sum);
        if (hit.extracted().containsKey("decoy")) decoys.add(hit.extracted().get("decoy"));
      }
    }

    assertThat(rules)
        .containsOnly(
            java.util.Map.entry("hacking-team-rcs-http-meta-refresh", 11),
            java.util.Map.entry("hacking-team-rcs-http-misspelt-status", 22));
    assertThat(decoys)
        .hasSize(11)
        .containsOnly(
            "http://www.google.com",
            "http://www.google.it",
            "http://www.blackberry.com/btsc/kb18327");
  }

  /// The stored text writes a line end of the wire as two escaped line feeds, one of the body's own
  /// as one, and escapes quotes.
  private static List<Bytes> banners() throws SQLException {
    var file = Corpus.path("scans/citizenlab-spyware-scan/ht/results/ht.db");
    var banners = new ArrayList<Bytes>();
    try (var database = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro");
        var statement = database.createStatement();
        var rows = statement.executeQuery("select banner from banner order by md5")) {
      while (rows.next())
        banners.add(
            new Bytes(
                rows.getString(1)
                    .replace("\\n\\n", "\r\n")
                    .replace("\\n", "\n")
                    .replace("\\\"", "\"")
                    .getBytes(ISO_8859_1)));
    }
    assertThat(banners).hasSize(33);
    return banners;
  }
}
