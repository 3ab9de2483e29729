package org.testigo.artifacts.ios;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.auto.service.AutoService;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.artifacts.ArtifactFixture;
import org.testigo.artifacts.Parsed;
import org.testigo.model.LedgerState;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.Observation;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;
import org.testigo.model.Unreadable.Reason;
import org.testigo.model.UnsupportedLayoutException;
import org.testigo.model.UrlVisit;
import org.testigo.model.UrlVisit.Redirect;

final class SafariHistoryTest {
  private static final String PATH = "Library/Safari/History.db";
  private static final String OF_PROFILE =
      "Library/Safari/Profiles/0C8D1B5E-0000-4000-8000-00000000ABCD/History.db";

  @AutoService(ArtifactFixture.class)
  public static final class Fixture implements ArtifactFixture {
    @Override
    public String artifactId() {
      return "ios.safari-history";
    }

    @Override
    public List<File> files() {
      return List.of(
          file("oldest", PATH, database("", "").bytes()),
          file("with-generation", PATH, database("", ", generation INTEGER").bytes()),
          file(
              "with-status-code-and-tombstones",
              OF_PROFILE,
              withTombstones(database(", status_code INTEGER", ", generation INTEGER")).bytes()));
    }
  }

  private static ArtifactFixture.File file(String layout, String path, byte[] content) {
    return ArtifactFixture.File.of(layout, "HomeDomain", path, content);
  }

  private static Parsed parse(MadeUpDatabase database) {
    return Parsed.by(new SafariHistory(), file("test", PATH, database.bytes()));
  }

  /// Visit 2 was redirected from 1 within the same second; 4 from 5, which only 5 tells.
  private static MadeUpDatabase database(String moreOfItems, String moreOfVisits) {
    return new MadeUpDatabase(
        "CREATE TABLE history_items (id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL UNIQUE,"
            + " visit_count INTEGER"
            + moreOfItems
            + ")",
        "CREATE TABLE history_visits (id INTEGER PRIMARY KEY AUTOINCREMENT, history_item INTEGER"
            + " NOT NULL, visit_time REAL NOT NULL, title TEXT, redirect_source INTEGER,"
            + " redirect_destination INTEGER"
            + moreOfVisits
            + ")",
        "INSERT INTO history_items (id, url) VALUES (10, 'http://corto.example.org/a')",
        "INSERT INTO history_items (id, url) VALUES (11, 'https://example.net/noticia?ñ=✓')",
        "INSERT INTO history_visits (id, history_item, visit_time, redirect_destination)"
            + " VALUES (1, 10, 700000000.125, 2)",
        "INSERT INTO history_visits (id, history_item, visit_time, title, redirect_source)"
            + " VALUES (2, 11, 700000000.5, 'Una noticia', 1)",
        "INSERT INTO history_visits (id, history_item, visit_time, title)"
            + " VALUES (3, 11, 700000060, 'Una noticia')",
        "INSERT INTO history_visits (id, history_item, visit_time) VALUES (4, 11, 700000120.75)",
        "INSERT INTO history_visits (id, history_item, visit_time, redirect_destination)"
            + " VALUES (5, 10, 700000120.25, 4)");
  }

  private static MadeUpDatabase withTombstones(MadeUpDatabase database) {
    return database
        .run(
            "CREATE TABLE history_tombstones (id INTEGER PRIMARY KEY AUTOINCREMENT, start_time REAL"
                + " NOT NULL, end_time REAL NOT NULL, url TEXT, generation INTEGER)")
        .run("INSERT INTO history_tombstones VALUES (1, -63114076800.0, 700000200.5, NULL, 0)")
        .run(
            "INSERT INTO history_tombstones VALUES (2, 700000000, 700000300.5,"
                + " 'https://borrado.example.org/', 0)");
  }

  private static Observation observed(long row, UrlVisit visit, String at, String raw) {
    return new Observation(
        visit,
        List.of(new Moment(Meaning.VISITED, Instant.parse(at), raw)),
        new Source(
            "ios.safari-history", "HomeDomain/" + PATH, new Location.Row("history_visits", row)));
  }

  private static UrlVisit visit(String url, String title, Optional<Redirect> from) {
    return new UrlVisit(
        "Safari", Optional.empty(), url, Optional.of(title).filter(it -> !it.isEmpty()), from);
  }

  private static Optional<Redirect> from(String url, String at) {
    return Optional.of(new Redirect(url, Instant.parse(at)));
  }

  @Test
  void readsVisitsAndWhereTheyWereRedirectedFrom() {
    var parsed = parse(database("", ""));
    String shortened = "http://corto.example.org/a";
    String news = "https://example.net/noticia?ñ=✓";
    assertThat(parsed.ending()).isEmpty();
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.layouts()).containsExactly("history_visits without generation");
    assertThat(parsed.observations())
        .containsExactly(
            observed(
                1,
                visit(shortened, "", Optional.empty()),
                "2023-03-08T20:26:40.125Z",
                "700000000.125"),
            observed(
                2,
                visit(news, "Una noticia", from(shortened, "2023-03-08T20:26:40.125Z")),
                "2023-03-08T20:26:40.500Z",
                "700000000.5"),
            observed(
                3,
                visit(news, "Una noticia", Optional.empty()),
                "2023-03-08T20:27:40Z",
                "700000060"),
            observed(
                4,
                visit(news, "", from(shortened, "2023-03-08T20:28:40.250Z")),
                "2023-03-08T20:28:40.750Z",
                "700000120.75"),
            observed(
                5,
                visit(shortened, "", Optional.empty()),
                "2023-03-08T20:28:40.250Z",
                "700000120.25"));
  }

  @Test
  void namesTheProfileOfItsFolder() {
    var parsed =
        Parsed.by(
            new SafariHistory(),
            file("test", OF_PROFILE, withTombstones(database("", "")).bytes()));
    assertThat(parsed.objects())
        .hasSize(6)
        .allSatisfy(object ->
            assertThat(((UrlVisit) object).profile())
                .contains("0C8D1B5E-0000-4000-8000-00000000ABCD"));
    assertThat(parsed.layouts())
        .containsExactly(
            "history_visits without generation", "history_tombstones with 1 cleared spans of time");
  }

  @Test
  void tellsDeletedAddresses() {
    var parsed = parse(withTombstones(database("", "")));
    assertThat(parsed.observations()).hasSize(6);
    assertThat(parsed.observations().getLast())
        .isEqualTo(
            new Observation(
                visit("https://borrado.example.org/", "", Optional.empty()),
                List.of(
                    new Moment(
                        Meaning.RECORDED,
                        Instant.parse("2023-03-08T20:31:40.500Z"),
                        "700000300.5")),
                new Source(
                    "ios.safari-history",
                    "HomeDomain/" + PATH,
                    new Location.Row("history_tombstones", 2))));
  }

  @Test
  void aVisitWhosePageIsGoneIsUnreadable() {
    var parsed =
        parse(
            database("", "")
                .run(
                    "INSERT INTO history_visits (id, history_item, visit_time)"
                        + " VALUES (6, 99, 700000500)")
                .run(
                    "INSERT INTO history_visits (id, history_item, visit_time, redirect_source)"
                        + " VALUES (7, 10, 700000501, 1234)"));
    assertThat(parsed.observations()).hasSize(6);
    assertThat(parsed.layouts()).contains("1 redirects from visits that are no longer there");
    assertThat(parsed.unreadables())
        .containsExactly(
            new Unreadable(
                new Source(
                    "ios.safari-history",
                    "HomeDomain/" + PATH,
                    new Location.Row("history_visits", 6)),
                Reason.MALFORMED,
                "history_item 99 is not there, expected a row of history_items"));
  }

  @Test
  void isExpectedInEncryptedBackupsOnlySinceIos13() {
    var presence = new SafariHistory().spec().presence();
    assertThat(presence.whenAbsent(device("12.5", false))).isEqualTo(LedgerState.ABSENT_EXPECTED);
    assertThat(presence.whenAbsent(device("13.0", false))).isEqualTo(LedgerState.NOT_IN_THIS_KIND);
    assertThat(presence.whenAbsent(device("17.4", true))).isEqualTo(LedgerState.ABSENT_EXPECTED);
  }

  private static org.testigo.model.Device device(String version, boolean encrypted) {
    return new org.testigo.model.Device(
        Optional.empty(),
        Optional.empty(),
        org.testigo.model.OsVersion.parse(version),
        Optional.empty(),
        encrypted,
        Optional.empty());
  }

  private static Parsed corpus(String name) {
    return Parsed.by(new SafariHistory(), file("corpus", PATH, Corpus.bytes(name)));
  }

  @Test
  void readsTheHistoryOf2022() {
    var parsed = corpus("ios/artemis/browser/safari/History.db");
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.layouts())
        .containsExactly(
            "history_items with status_code (seen in 2022)",
            "history_tombstones with 18 cleared spans of time");
    assertThat(parsed.objects().stream().map(object -> ((UrlVisit) object).url()).distinct())
        .hasSize(25);
    assertThat(parsed.objects().stream().filter(o -> ((UrlVisit) o).redirectedFrom().isPresent()))
        .hasSize(11);
    assertThat(parsed.observations())
        .hasSize(42)
        .startsWith(
            observed(
                244,
                visit(
                    "https://www.google.com/search?client=safari&rls=en&q=duckduckgo&ie=UTF-8&oe=UTF-8",
                    "duckduckgo - Google Search",
                    Optional.empty()),
                "2022-06-20T02:47:23.546784Z",
                "677386043.546784"))
        .endsWith(
            observed(
                285,
                visit(
                    "https://us02web.zoom.us/wc/leave?meetingNumber=81814613464&feedback=false",
                    "Thank you - Zoom",
                    from(
                        "https://us02web.zoom.us/wc/81814613464/join?track_id=&jmf_code=&meeting_result=&tk=&cap=undefined&refTK=&rn=false&epk=STXpCXQXtAvW69ovaIJu7GOuLbgcjuAtojmHOq0s7XcoY5EQIhU.2UPfB5t6SzG6rtOj&wpk=wcpkc2f1c2aba6b1c6cef1d2196fcdd8fd65",
                        "2022-06-26T17:18:24.885151Z")),
                "2022-06-26T18:56:47.924990Z",
                "677962607.92499"));
  }

  @Test
  void readsTheHistoryOf2017() {
    var parsed = corpus("ios/plaso/safari/History.db");
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.observations()).hasSize(25);
    assertThat(parsed.observations().get(1))
        .isEqualTo(
            observed(
                37,
                visit("http://facebook.com/", "", Optional.empty()),
                "2017-11-09T21:24:28.829571Z",
                "531955468.829571"));
  }

  @Test
  void refusesAnUnknownSchema() {
    var parsed = corpus("ios/artemis/browser/safari/BadHistory.db");
    assertThat(parsed.readings()).isEmpty();
    assertThat(parsed.ending().orElseThrow())
        .isInstanceOf(UnsupportedLayoutException.class)
        .hasMessage(
            "history_items has the columns id, adifferentcolumn, domain_expansion, visit_count,"
                + " daily_visit_counts, weekly_visit_counts, autocomplete_triggers,"
                + " should_recompute_derived_visit_counts, visit_count_score, status_code, expected"
                + " also url");
  }

  @Test
  void tellsAVisitWhoseTimeIsNone() {
    var parsed = corpus("ios/synthetic_dbs/safari.1.History.db");
    assertThat(parsed.observations()).hasSize(4);
    assertThat(parsed.observations().get(1).object())
        .isEqualTo(
            visit(
                "https://example.invalid/a",
                "Visit A2",
                from("https://example.invalid/a", "2023-03-08T20:26:40.500Z")));
    assertThat(parsed.observations().getLast().moments()).isEmpty();
    assertThat(parsed.unreadables())
        .containsExactly(
            new Unreadable(
                new Source(
                    "ios.safari-history",
                    "HomeDomain/" + PATH,
                    new Location.Row("history_visits", 4)),
                Reason.MALFORMED,
                "VISIT_TIME: the TEXT 'not-a-time' is no time, expected seconds since"
                    + " 2001-01-01"));
  }
}
