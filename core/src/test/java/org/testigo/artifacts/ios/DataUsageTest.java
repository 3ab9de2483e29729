package org.testigo.artifacts.ios;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.artifacts.ArtifactFixture;
import org.testigo.artifacts.Parsed;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Moment;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.Observation;
import org.testigo.model.ProcessObject;
import org.testigo.model.ProcessObject.DataVolume;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;
import org.testigo.model.Unreadable.Reason;

final class DataUsageTest {
  private static final String PATH = "Library/Databases/DataUsage.sqlite";

  @AutoService(ArtifactFixture.class)
  public static final class Fixture implements ArtifactFixture {
    @Override
    public String artifactId() {
      return "ios.data-usage";
    }

    @Override
    public List<File> files() {
      return List.of(
          file("with-wifi", withLeftOvers(database("ZWIFIIN FLOAT, ZWIFIOUT FLOAT,")).bytes()),
          file("without-wifi", database("").bytes()));
    }
  }

  private static ArtifactFixture.File file(String layout, byte[] content) {
    return ArtifactFixture.File.of(layout, "WirelessDomain", PATH, content);
  }

  private static Parsed parse(MadeUpDatabase database) {
    return Parsed.by(new DataUsage(), file("test", database.bytes()));
  }

  /// Process 1 has two usage rows, process 2 none.
  private static MadeUpDatabase database(String wifiColumns) {
    return new MadeUpDatabase(
        "CREATE TABLE ZPROCESS (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, ZFIRSTTIMESTAMP TIMESTAMP,"
            + " ZTIMESTAMP TIMESTAMP, ZBUNDLENAME VARCHAR, ZPROCNAME VARCHAR)",
        "CREATE TABLE ZLIVEUSAGE (Z_PK INTEGER PRIMARY KEY, ZHASPROCESS INTEGER, ZTIMESTAMP"
            + " TIMESTAMP, "
            + wifiColumns
            + " ZWWANIN FLOAT, ZWWANOUT FLOAT)",
        "INSERT INTO ZPROCESS VALUES (1, 7, 700000000.5, 700000100.25, 'org.example.mail',"
            + " 'mail/org.example.mail')",
        "INSERT INTO ZPROCESS VALUES (2, 7, 700000200, NULL, NULL, 'assistantd')",
        "INSERT INTO ZLIVEUSAGE (Z_PK, ZHASPROCESS, ZTIMESTAMP, ZWWANIN, ZWWANOUT)"
            + " VALUES (1, 1, 700000050, 1000.0, 20.0)",
        "INSERT INTO ZLIVEUSAGE (Z_PK, ZHASPROCESS, ZTIMESTAMP, ZWWANIN, ZWWANOUT)"
            + " VALUES (2, 1, 700000060, 0, NULL)");
  }

  /// Keys 3 and 5 to 7 are missing; usage is left of 5, and of a process whose key is gone too.
  private static MadeUpDatabase withLeftOvers(MadeUpDatabase database) {
    return database
        .run("INSERT INTO ZPROCESS VALUES (4, 7, 700000300, 700000301, NULL, 'kept')")
        .run("INSERT INTO ZPROCESS VALUES (8, 7, 700000400, 700000401, NULL, 'last')")
        .run(
            "INSERT INTO ZLIVEUSAGE (Z_PK, ZHASPROCESS, ZTIMESTAMP, ZWWANIN, ZWWANOUT)"
                + " VALUES (3, 5, 700000350, 7, 8)")
        .run(
            "INSERT INTO ZLIVEUSAGE (Z_PK, ZHASPROCESS, ZTIMESTAMP, ZWWANIN, ZWWANOUT)"
                + " VALUES (4, NULL, 700000360, 9, 10)");
  }

  private static Observation observed(
      String table, long row, ProcessObject process, Moment... moments) {
    return new Observation(
        process,
        List.of(moments),
        new Source("ios.data-usage", "WirelessDomain/" + PATH, new Location.Row(table, row)));
  }

  private static Moment moment(Meaning meaning, String at, String raw) {
    return new Moment(meaning, Instant.parse(at), raw);
  }

  private static Optional<DataVolume> mobile(OptionalLong in, OptionalLong out) {
    return Optional.of(new DataVolume(OptionalLong.empty(), OptionalLong.empty(), in, out));
  }

  private static ProcessObject gone(OptionalLong key, Optional<DataVolume> usage) {
    return new ProcessObject(Optional.empty(), Optional.empty(), key, usage);
  }

  @Test
  void readsProcessesWithTheirUsage() {
    var parsed = parse(database(""));
    assertThat(parsed.ending()).isEmpty();
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.layouts())
        .containsExactly("ZLIVEUSAGE without ZWIFIIN and ZWIFIOUT (recent iOS)");
    var first = moment(Meaning.FIRST_USED, "2023-03-08T20:26:40.500Z", "700000000.5");
    var last = moment(Meaning.LAST_USED, "2023-03-08T20:28:20.250Z", "700000100.25");
    assertThat(parsed.observations())
        .containsExactly(
            observed(
                "ZLIVEUSAGE",
                1,
                mail(mobile(OptionalLong.of(1000), OptionalLong.of(20))),
                first,
                last,
                moment(Meaning.RECORDED, "2023-03-08T20:27:30Z", "700000050")),
            observed(
                "ZLIVEUSAGE",
                2,
                mail(mobile(OptionalLong.of(0), OptionalLong.empty())),
                first,
                last,
                moment(Meaning.RECORDED, "2023-03-08T20:27:40Z", "700000060")),
            observed(
                "ZPROCESS",
                2,
                new ProcessObject(
                    Optional.of("assistantd"),
                    Optional.empty(),
                    OptionalLong.of(2),
                    Optional.empty()),
                moment(Meaning.FIRST_USED, "2023-03-08T20:30:00Z", "700000200")));
  }

  private static ProcessObject mail(Optional<DataVolume> usage) {
    return new ProcessObject(
        Optional.of("mail/org.example.mail"),
        Optional.of("org.example.mail"),
        OptionalLong.of(1),
        usage);
  }

  @Test
  void tellsWhatIsLeftOfProcessesThatAreGone() {
    var parsed = parse(withLeftOvers(database("")));
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.observations()).hasSize(9);
    assertThat(parsed.observations().get(3))
        .isEqualTo(observed("ZPROCESS", 3, gone(OptionalLong.of(3), Optional.empty())));
    assertThat(parsed.observations().get(5))
        .isEqualTo(observed("ZPROCESS", 6, gone(OptionalLong.of(6), Optional.empty())));
    assertThat(parsed.observations().subList(7, 9))
        .containsExactly(
            observed(
                "ZLIVEUSAGE",
                4,
                gone(OptionalLong.empty(), mobile(OptionalLong.of(9), OptionalLong.of(10))),
                moment(Meaning.RECORDED, "2023-03-08T20:32:40Z", "700000360")),
            observed(
                "ZLIVEUSAGE",
                3,
                gone(OptionalLong.of(5), mobile(OptionalLong.of(7), OptionalLong.of(8))),
                moment(Meaning.RECORDED, "2023-03-08T20:32:30Z", "700000350")));
  }

  @Test
  void refusesVolumesAndTimesThatAreNone() {
    var database =
        database("").run("UPDATE ZLIVEUSAGE SET ZWWANIN = -5, ZTIMESTAMP = 'soon' WHERE Z_PK = 2");
    var parsed = parse(database);
    assertThat(parsed.observations()).hasSize(3);
    assertThat(parsed.observations().get(1).object())
        .isEqualTo(mail(mobile(OptionalLong.empty(), OptionalLong.empty())));
    assertThat(parsed.unreadables())
        .extracting(Unreadable::reason, Unreadable::detail)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Reason.MALFORMED,
                "ZTIMESTAMP: the TEXT 'soon' is no time, expected seconds since 2001-01-01"),
            org.assertj.core.groups.Tuple.tuple(
                Reason.MALFORMED, "ZWWANIN is -5.0, expected a number of bytes"));
  }

  /// A leaf page of ZPROCESS is damaged: its processes are not gone, they cannot be read.
  @Test
  void saysNothingIsGoneWhereProcessesCannotBeRead() {
    var database = database("");
    for (int key = 3; key <= 400; key++) {
      database.run("INSERT INTO ZPROCESS VALUES (?, 7, 1, 1, NULL, ?)", key, "process-" + key);
      database.run(
          "INSERT INTO ZLIVEUSAGE (Z_PK, ZHASPROCESS, ZTIMESTAMP) VALUES (?, ?, 1)", key, key);
    }
    byte[] content = database.bytes();
    int pageBytes = 4096;
    int place = ByteSearch.indexOf(content, "process-200".getBytes(StandardCharsets.US_ASCII));
    content[place / pageBytes * pageBytes] = 0x77;
    var parsed = Parsed.by(new DataUsage(), file("test", content));
    assertThat(parsed.ending()).isEmpty();
    assertThat(parsed.objects())
        .allSatisfy(object -> assertThat(((ProcessObject) object).name()).isPresent());
    assertThat(parsed.unreadables().getFirst().detail()).contains("0x77");
    assertThat(parsed.unreadables().getLast().detail())
        .endsWith("whose row was not read: a part of ZPROCESS is damaged");
    // Two observations for process 1, one for each of the others; the damage itself is one more.
    assertThat(parsed.readings()).hasSize(401 + 1);
  }

  @Test
  void keepsProcessesWhereTheUsageTableIsReplaced() {
    var database =
        database("")
            .run("ALTER TABLE ZLIVEUSAGE RENAME TO MOVED")
            .run("CREATE VIEW ZLIVEUSAGE AS SELECT * FROM MOVED WHERE 0");
    var parsed = parse(database);
    assertThat(parsed.observations()).hasSize(2);
    assertThat(parsed.ending().orElseThrow())
        .isInstanceOf(MalformedException.class)
        .hasMessage(
            "ZLIVEUSAGE is a view or a virtual table, expected a stored table of that name");
  }

  /// 31 processes without usage, 9 with 10 rows of it, and key 5 is missing.
  @Test
  void readsTheBackupOfTheCorpus() {
    var parsed =
        Parsed.by(
            new DataUsage(),
            file(
                "corpus",
                Corpus.bytes("ios/mvt_ios_backup/0d/0d609c54856a9bb2d56729df1d68f2958a88426b")));
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.observations())
        .hasSize(42)
        .startsWith(
            observed(
                "ZPROCESS",
                1,
                new ProcessObject(
                    Optional.of("1FB47783-A2FE-47D9-B256-DF50EF44BBA4/com.apple.facetime"),
                    Optional.of("com.apple.facetime"),
                    OptionalLong.of(1),
                    Optional.empty()),
                moment(Meaning.FIRST_USED, "2019-08-27T15:08:09.250545Z", "588611289.250545"),
                moment(Meaning.LAST_USED, "2019-08-27T15:08:09.250545Z", "588611289.250545")))
        .contains(observed("ZPROCESS", 5, gone(OptionalLong.of(5), Optional.empty())))
        .endsWith(
            observed(
                "ZPROCESS",
                41,
                new ProcessObject(
                    Optional.of("1FB47783-A2FE-47D9-B256-DF50EF44BBA4/com.apple.Translate"),
                    Optional.of("com.apple.Translate"),
                    OptionalLong.of(41),
                    Optional.empty()),
                moment(Meaning.FIRST_USED, "2021-01-15T01:35:30.510064Z", "632367330.510064"),
                moment(Meaning.LAST_USED, "2021-01-15T01:35:30.510066Z", "632367330.510066")));
    assertThat(parsed.objects())
        .filteredOn(object ->
            object instanceof ProcessObject process
                && process.name().equals(Optional.of("CumulativeUsageTracker")))
        .hasSize(2);
  }

  /// 887 usage rows, and 35 processes without any.
  @Test
  void readsTheDatabaseOfIos16() {
    var parsed =
        Parsed.by(new DataUsage(), file("corpus", Corpus.bytes("ios/plaso/ios/DataUsage.sqlite")));
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.observations()).hasSize(887 + 35);
    assertThat(parsed.objects())
        .contains(
            new ProcessObject(
                Optional.of("mDNSResponder/com.apple.MobileSMS"),
                Optional.of("com.apple.MobileSMS"),
                OptionalLong.of(81),
                Optional.of(
                    new DataVolume(
                        OptionalLong.of(0),
                        OptionalLong.of(0),
                        OptionalLong.of(4498),
                        OptionalLong.of(1408)))));
  }
}
