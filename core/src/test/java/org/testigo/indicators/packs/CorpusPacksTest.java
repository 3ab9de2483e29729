package org.testigo.indicators.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.Corpus;
import org.testigo.indicators.Indicator;
import org.testigo.indicators.PackReport;
import org.testigo.indicators.Packs;

/// The published packs of the corpus: what each gives is pinned in `corpus-packs.tsv`, and where
/// one campaign was published in several formats they must agree.
class CorpusPacksTest {
  private static final String ROOT = "indicators";

  @Test
  void everyFileGivesItsExactCountsOrIsRefusedWithItsReason() throws IOException {
    Path root = Corpus.path(ROOT);
    var lines = new ArrayList<String>();
    for (Path file : Corpus.filesBelow(ROOT)) lines.add(line(root, file));
    assertThat(String.join("\n", lines)).isEqualTo(expected());
  }

  private static String line(Path root, Path file) {
    var report = Packs.of(String.valueOf(file.getFileName()), Corpus.read(file)).packs().getFirst();
    String types =
        report.types().stream()
            .map(type -> type.type() + "=" + type.count())
            .collect(Collectors.joining(" "));
    var refusals =
        report.refused().stream()
            .collect(
                Collectors.groupingBy(
                    refusal -> refusal.why().key(), TreeMap::new, Collectors.counting()));
    String reasons =
        refusals.entrySet().stream()
            .map(reason -> reason.getKey() + "=" + reason.getValue())
            .collect(Collectors.joining(" "));
    return root.relativize(file) + "\t" + (report.loaded() ? types : "-") + "\t" + reasons;
  }

  private static String expected() throws IOException {
    try (InputStream table = CorpusPacksTest.class.getResourceAsStream("corpus-packs.tsv")) {
      var bytes = Objects.requireNonNull(table).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).strip();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "201705_TaintedLeaks,iocs.csv,misp.json",
    "201706_RecklessExploit,iocs.csv,misp.json",
    "201707_InsiderInfo,indicators.csv,misp.json",
    "201803_BadTraffic,iocs.csv,misp.json",
    "201808_FamiliarFeeling,indicators.csv,indicators.json",
    "201810_TheKingdomCameToCanada,iocs.csv,misp.json",
    "201905_EndlessMayfly,iocs.csv,iocs.json",
    "201909_MissingLink,iocs.csv,misp.json",
    "202006_DarkBasin,iocs.csv,misp.json"
  })
  void tablesAndEventsOfOneCampaignGiveTheSame(String campaign, String table, String event) {
    assertThat(values(campaign, table, false)).isEqualTo(values(campaign, event, false));
  }

  /// OpenIOC was exported with the values for detection alone.
  @ParameterizedTest
  @CsvSource({
    "201603_Shifting_Tactics,iocs.csv",
    "201608_Group5,iocs.csv",
    "201608_NSO_Group,iocs.csv",
    "201705_TaintedLeaks,iocs.csv",
    "201706_RecklessExploit,iocs.csv",
    "201707_InsiderInfo,indicators.csv",
    "201803_BadTraffic,iocs.csv",
    "201808_FamiliarFeeling,indicators.csv",
    "201810_TheKingdomCameToCanada,iocs.csv",
    "202006_DarkBasin,iocs.csv"
  })
  void tablesAndOpenIocOfOneCampaignGiveTheSameForDetection(String campaign, String table) {
    assertThat(values(campaign, "openioc.ioc", false)).isEqualTo(values(campaign, table, true));
  }

  private static Set<String> values(String campaign, String file, boolean forDetection) {
    return indicators("indicators/citizenlab/" + campaign + "/" + file).stream()
        .filter(indicator -> indicator.forDetection() || !forDetection)
        .map(indicator -> indicator.type() + " " + indicator.value())
        .collect(Collectors.toSet());
  }

  private static List<Indicator> indicators(String name) {
    var file = new PackFile(name.substring(name.lastIndexOf('/') + 1), Corpus.bytes(name));
    return new PackReader().read(file).indicators();
  }

  @Test
  void namesWhatTheIndicatorsIndicate() {
    assertThat(indicators("indicators/amnesty/2021-07-18_nso/pegasus.stix2").getFirst())
        .isEqualTo(Indicator.of("domain-name:value", "weather4free.com", "Pegasus"));
    assertThat(indicators("indicators/stalkerware/generated/stalkerware.stix2").getFirst())
        .isEqualTo(Indicator.of("domain-name:value", "1ca43.appspot.com", "TheTruthSpy"));
    assertThat(indicators("indicators/stalkerware/ioc.yaml").getFirst())
        .isEqualTo(Indicator.of("app:id", "com.apspy.app", "TheTruthSpy"));
    assertThat(indicators("indicators/citizenlab/201608_Group5/openioc.ioc").getFirst())
        .isEqualTo(
            Indicator.of(
                "domain-name:value",
                "assadcrimes.info",
                "Group5: Syria and the Iranian Connection"));
    assertThat(
            indicators("indicators/citizenlab/201808_FamiliarFeeling/indicators.json")
                .getFirst()
                .name())
        .isEqualTo(
            "Familiar Feeling: A Malware Campaign Targeting the Tibetan Diaspora Resurfaces");
  }

  @Test
  void aFolderIsWalkedAndEveryFileReported() {
    var set = Packs.load(List.of(Corpus.path("indicators/mvt-indicators")));
    assertThat(set.packs()).hasSize(28);
    assertThat(set.packs()).filteredOn(PackReport::loaded).hasSize(23);
    assertThat(set.packs()).filteredOn(PackReport::beside).hasSize(5);
    assertThat(set.packs().getFirst().name()).isEqualTo("domains.txt");
    assertThat(set.packs().getFirst().sha256()).hasSize(64);
  }

  @Test
  void aFileThatIsNamedIsAGapWhenItIsNoPack() {
    var readme = Corpus.path("indicators/mvt-indicators/README.md");
    assertThat(Packs.load(List.of(readme)).packs())
        .singleElement()
        .matches(report -> !report.loaded() && !report.beside());
    var stix1 = Corpus.path("indicators/citizenlab/201608_Group5");
    assertThat(Packs.load(List.of(stix1)).packs())
        .filteredOn(report -> !report.loaded() && !report.beside())
        .extracting(PackReport::name)
        .containsExactly("stix.xml");
  }
}
