package org.testigo.artifacts.ios;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.auto.service.AutoService;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.artifacts.ArtifactFixture;
import org.testigo.artifacts.Parsed;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Moment;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.Observation;
import org.testigo.model.PermissionGrant;
import org.testigo.model.PermissionGrant.Decision;
import org.testigo.model.Source;
import org.testigo.model.UnsupportedLayoutException;

final class TccTest {
  private static final String FILE = "HomeDomain/Library/TCC/TCC.db";

  @AutoService(ArtifactFixture.class)
  public static final class Fixture implements ArtifactFixture {
    @Override
    public String artifactId() {
      return "ios.tcc";
    }

    @Override
    public List<File> files() {
      return List.of(
          file("boot_uuid", withBootUuid()),
          file("auth_value", withAuthValue()),
          file("allowed-and-last_modified", withAllowed()),
          file("allowed", withoutTime()));
    }
  }

  private static ArtifactFixture.File file(String layout, MadeUpDatabase database) {
    return ArtifactFixture.File.of(layout, "HomeDomain", "Library/TCC/TCC.db", database.bytes());
  }

  private static Parsed parse(MadeUpDatabase database) {
    return Parsed.by(new Tcc(), file("test", database));
  }

  private static MadeUpDatabase withAuthValue() {
    var database =
        new MadeUpDatabase(
            """
            CREATE TABLE access (service TEXT NOT NULL, client TEXT NOT NULL,
              client_type INTEGER NOT NULL, auth_value INTEGER NOT NULL,
              auth_reason INTEGER NOT NULL, auth_version INTEGER NOT NULL, csreq BLOB,
              policy_id INTEGER, indirect_object_identifier TEXT NOT NULL DEFAULT 'UNUSED',
              flags INTEGER, last_modified INTEGER NOT NULL DEFAULT 0,
              PRIMARY KEY (service, client, client_type, indirect_object_identifier))\
            """);
    String insert =
        "INSERT INTO access (service, client, client_type, auth_value, auth_reason, auth_version,"
            + " last_modified) VALUES (?, ?, 0, ?, ?, 1, ?)";
    database.run(insert, "kTCCServiceMicrophone", "org.example.notes", 2, 2, 1_700_000_000);
    database.run(insert, "kTCCServiceCamera", "org.example.notes", 0, 3, 1_700_000_001);
    database.run(insert, "kTCCServicePhotos", "org.example.notes", 3, 2, 1_700_000_002);
    database.run(insert, "kTCCServicePhotos", "org.example.other", 1, 77, 1_700_000_003);
    database.run(insert, "kTCCServicePhotos", "org.example.newer", 5, 4, 1_700_000_004);
    return database;
  }

  private static MadeUpDatabase withBootUuid() {
    return withAuthValue().run("ALTER TABLE access ADD COLUMN boot_uuid TEXT DEFAULT 'UNUSED'");
  }

  private static MadeUpDatabase withAllowed() {
    return new MadeUpDatabase(
        "CREATE TABLE access (service TEXT, client TEXT, client_type INTEGER, allowed INTEGER,"
            + " prompt_count INTEGER, csreq BLOB, last_modified INTEGER)",
        "INSERT INTO access VALUES ('kTCCServiceCamera', 'org.example.notes', 0, 1, 1, NULL,"
            + " 1500000000)",
        "INSERT INTO access VALUES ('kTCCServiceCamera', 'org.example.other', 0, 0, 1, NULL, 0)");
  }

  private static MadeUpDatabase withoutTime() {
    return new MadeUpDatabase(
        "CREATE TABLE access (service TEXT, client TEXT, client_type INTEGER, allowed INTEGER,"
            + " prompt_count INTEGER)",
        "INSERT INTO access VALUES ('kTCCServiceCamera', 'org.example.notes', 0, 1, 1)");
  }

  private static Observation observed(long row, PermissionGrant grant, long unixSeconds) {
    return new Observation(
        grant,
        List.of(
            new Moment(
                Meaning.DECIDED, Instant.ofEpochSecond(unixSeconds), Long.toString(unixSeconds))),
        new Source("ios.tcc", FILE, new Location.Row("access", row)));
  }

  @Test
  void readsDecisionsOfEveryValue() {
    var parsed = parse(withAuthValue());
    assertThat(parsed.ending()).isEmpty();
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.layouts()).containsExactly("access with auth_value (iOS 14 to 16)");
    assertThat(parsed.observations())
        .containsExactly(
            observed(
                1,
                grant("Microphone", "notes", Decision.ALLOWED, "2 (user consent)"),
                1_700_000_000),
            observed(2, grant("Camera", "notes", Decision.DENIED, "3 (user set)"), 1_700_000_001),
            observed(
                3, grant("Photos", "notes", Decision.LIMITED, "2 (user consent)"), 1_700_000_002),
            observed(4, grant("Photos", "other", Decision.UNKNOWN, "77"), 1_700_000_003),
            observed(
                5,
                grant("Photos", "newer", Decision.UNKNOWN, "auth_value 5, 4 (system set)"),
                1_700_000_004));
  }

  private static PermissionGrant grant(
      String service, String client, Decision decision, String reason) {
    return new PermissionGrant("kTCCService" + service, "org.example." + client, decision, reason);
  }

  @Test
  void namesTheGeneration() {
    assertThat(parse(withBootUuid()).layouts())
        .containsExactly("access with auth_value and boot_uuid (iOS 17 and later)");
    assertThat(parse(withAllowed()).layouts())
        .containsExactly("access with allowed and last_modified (iOS 12 and 13)");
    assertThat(parse(withoutTime()).layouts())
        .containsExactly("access with allowed (iOS 11 and earlier)");
  }

  @Test
  void readsTheOlderGenerations() {
    var parsed = parse(withAllowed());
    assertThat(parsed.objects())
        .containsExactly(
            grant("Camera", "notes", Decision.ALLOWED, ""),
            grant("Camera", "other", Decision.DENIED, ""));
    assertThat(parsed.observations().getFirst().moments())
        .containsExactly(
            new Moment(Meaning.DECIDED, Instant.ofEpochSecond(1_500_000_000), "1500000000"));
    assertThat(parsed.observations().getLast().moments()).isEmpty();
    var oldest = parse(withoutTime());
    assertThat(oldest.objects()).containsExactly(grant("Camera", "notes", Decision.ALLOWED, ""));
    assertThat(oldest.observations().getFirst().moments()).isEmpty();
  }

  @Test
  void refusesAViewInPlaceOfTheTable() {
    var parsed = parse(new MadeUpDatabase("CREATE VIEW access AS SELECT 1 AS service"));
    assertThat(parsed.readings()).isEmpty();
    assertThat(parsed.ending().orElseThrow())
        .isInstanceOf(MalformedException.class)
        .hasMessage("access is a view or a virtual table, expected a stored table of that name");
  }

  @Test
  void refusesAMissingTable() {
    var parsed = parse(new MadeUpDatabase("CREATE TABLE admin (key TEXT, value INTEGER)"));
    assertThat(parsed.ending().orElseThrow())
        .isInstanceOf(MalformedException.class)
        .hasMessage("no table access among the 1 tables, expected a stored table of that name");
  }

  @Test
  void refusesAnUnknownSchema() {
    var parsed =
        parse(new MadeUpDatabase("CREATE TABLE access (service TEXT, client TEXT, verdict TEXT)"));
    assertThat(parsed.ending().orElseThrow())
        .isInstanceOf(UnsupportedLayoutException.class)
        .hasMessage(
            "access has the columns service, client, verdict, expected also auth_value or allowed");
  }

  @Test
  void readsTheBackupOfTheCorpus() {
    byte[] content = Corpus.bytes("ios/mvt_ios_backup/64/64d0019cb3d46bfc8cce545a8ba54b93e7ea9347");
    var parsed =
        Parsed.by(
            new Tcc(),
            ArtifactFixture.File.of("corpus", "HomeDomain", "Library/TCC/TCC.db", content));
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.observations())
        .hasSize(11)
        .startsWith(
            observed(
                5,
                new PermissionGrant(
                    "kTCCServiceUbiquity",
                    "com.apple.Preferences",
                    Decision.ALLOWED,
                    "0 (inherited)"),
                1_597_237_996))
        .endsWith(
            observed(
                52,
                new PermissionGrant(
                    "kTCCServiceLiverpool", "Launch", Decision.ALLOWED, "5 (service policy)"),
                1_638_559_923));
  }

  @Test
  void readsTheMacDatabaseOfTheCorpus() {
    var parsed =
        Parsed.by(
            new Tcc(),
            ArtifactFixture.File.of(
                "corpus",
                "HomeDomain",
                "Library/TCC/TCC.db",
                Corpus.bytes("ios/plaso/macos/TCC-test.db")));
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.observations())
        .hasSize(21)
        .startsWith(
            observed(
                1,
                new PermissionGrant(
                    "kTCCServiceUbiquity", "com.apple.weather", Decision.ALLOWED, ""),
                1_590_754_191))
        .endsWith(
            observed(
                21,
                new PermissionGrant(
                    "kTCCServiceSystemPolicyDownloadsFolder",
                    "com.adobe.illustrator",
                    Decision.ALLOWED,
                    ""),
                1_592_339_660));
  }
}
