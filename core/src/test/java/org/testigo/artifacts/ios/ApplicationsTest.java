package org.testigo.artifacts.ios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.artifacts.Parsed;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.Observation;
import org.testigo.model.Software;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;

class ApplicationsTest {
  private static Source source(String key) {
    return new Source("ios.applications", "Info.plist", new Location.Key(key));
  }

  private static Software named(String id) {
    return new Software(
        id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  private static Software news(String id) {
    return new Software(
        id,
        Optional.of("Noticias"),
        Optional.of("3.2.1"),
        Optional.of("Example A.C."),
        Optional.of("com.apple.AppStore"),
        List.of());
  }

  @Test
  void appsWithWhereTheyCameFrom() {
    var parsed = Parsed.by(new Applications(), ApplicationsFixture.threeApps());
    assertThat(parsed.readings())
        .containsExactly(
            new Observation(
                news("org.example.news"),
                List.of(
                    new Moment(
                        Moment.Meaning.PURCHASED,
                        Instant.parse("2023-05-06T07:08:09Z"),
                        "2023-05-06T07:08:09Z")),
                source("Applications/org.example.news")),
            new Observation(
                named("org.example.elsewhere"),
                List.of(),
                source("Applications/org.example.elsewhere")),
            new Observation(
                named("org.example.named"), List.of(), source("Installed Applications/2")));
  }

  @Test
  void metadataOfAnotherAppAreGivenUnderBothIds() {
    var apps = Map.of("org.example.a", Map.of("iTunesMetadata", ApplicationsFixture.metadata("b")));
    var parsed = Parsed.by(new Applications(), ApplicationsFixture.of("two-ids", apps, List.of()));
    assertThat(parsed.objects()).containsExactly(news("org.example.a"), news("b"));
  }

  @Test
  void damagedMetadataAreReportedAndTheAppIsGiven() {
    var apps = Map.of("org.example.a", Map.of("iTunesMetadata", new byte[] {1, 2, 3}));
    var parsed = Parsed.by(new Applications(), ApplicationsFixture.of("damaged", apps, List.of(7)));
    assertThat(parsed.objects()).containsExactly(named("org.example.a"));
    assertThat(parsed.unreadables())
        .containsExactly(
            new Unreadable(
                source("Applications/org.example.a/iTunesMetadata"),
                Unreadable.Reason.MALFORMED,
                "character U+0001 at the start, expected bplist00 or <"),
            new Unreadable(
                source("Installed Applications/0"),
                Unreadable.Reason.MALFORMED,
                "a whole number, expected the id of an app"));
  }

  @Test
  void corpusBackupNamesItsApps() {
    byte[] content = Corpus.bytes("ios/mvt_ios_backup/Info.plist");
    var parsed = Parsed.by(new Applications(), ApplicationsFixture.file("real", content));
    assertThat(parsed.objects())
        .hasSize(6)
        .startsWith(named("ph.telegra.Telegraph"))
        .endsWith(named("org.mozilla.ios.Firefox"));
    assertThat(parsed.layouts())
        .containsExactly("binary property list", "names of apps without records");
    assertThat(parsed.unreadables()).isEmpty();
  }
}
