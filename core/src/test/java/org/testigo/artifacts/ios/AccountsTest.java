package org.testigo.artifacts.ios;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.artifacts.ArtifactFixture;
import org.testigo.artifacts.Parsed;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.Observation;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;
import org.testigo.model.Unreadable.Reason;
import org.testigo.model.UserAccount;

final class AccountsTest {
  private static final String PATH = "Library/Accounts/Accounts3.sqlite";

  @AutoService(ArtifactFixture.class)
  public static final class Fixture implements ArtifactFixture {
    @Override
    public String artifactId() {
      return "ios.accounts";
    }

    @Override
    public List<File> files() {
      return List.of(
          file("no-modification-id", database("").bytes()),
          file("modification-id", database(", ZMODIFICATIONID VARCHAR").bytes()));
    }
  }

  private static ArtifactFixture.File file(String layout, byte[] content) {
    return ArtifactFixture.File.of(layout, "HomeDomain", PATH, content);
  }

  private static MadeUpDatabase database(String moreColumns) {
    return new MadeUpDatabase(
        "CREATE TABLE ZACCOUNT (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, ZACCOUNTTYPE INTEGER,"
            + " ZDATE TIMESTAMP, ZACCOUNTDESCRIPTION VARCHAR, ZOWNINGBUNDLEID VARCHAR,"
            + " ZUSERNAME VARCHAR"
            + moreColumns
            + ")",
        "CREATE TABLE ZACCOUNTTYPE (Z_PK INTEGER PRIMARY KEY, ZACCOUNTTYPEDESCRIPTION VARCHAR,"
            + " ZIDENTIFIER VARCHAR)",
        "INSERT INTO ZACCOUNTTYPE VALUES (7, 'Correo', 'org.example.account.mail')",
        "INSERT INTO ZACCOUNT (Z_PK, ZACCOUNTTYPE, ZDATE, ZACCOUNTDESCRIPTION, ZOWNINGBUNDLEID,"
            + " ZUSERNAME) VALUES (1, 7, 700000000.25, 'Trabajo', 'org.example.mail',"
            + " 'lucía@example.org')",
        "INSERT INTO ZACCOUNT (Z_PK, ZACCOUNTTYPE, ZDATE) VALUES (2, 7, 700000001)");
  }

  private static Observation observed(long row, UserAccount account, String at, String raw) {
    return new Observation(
        account,
        List.of(new Moment(Meaning.CREATED, Instant.parse(at), raw)),
        new Source("ios.accounts", "HomeDomain/" + PATH, new Location.Row("ZACCOUNT", row)));
  }

  @Test
  void readsAccountsWithTheirKind() {
    var parsed = Parsed.by(new Accounts(), file("test", database("").bytes()));
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.layouts())
        .containsExactly("ZACCOUNT without ZMODIFICATIONID (iOS 14 and earlier)");
    assertThat(parsed.observations())
        .containsExactly(
            observed(
                1,
                new UserAccount(
                    "org.example.account.mail",
                    Optional.of("Correo"),
                    Optional.of("lucía@example.org"),
                    Optional.of("Trabajo"),
                    Optional.of("org.example.mail")),
                "2023-03-08T20:26:40.250Z",
                "700000000.25"),
            observed(
                2,
                new UserAccount(
                    "org.example.account.mail",
                    Optional.of("Correo"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                "2023-03-08T20:26:41Z",
                "700000001"));
  }

  @Test
  void tellsAnAccountWhoseKindIsGone() {
    byte[] content =
        database("").run("INSERT INTO ZACCOUNT (Z_PK, ZACCOUNTTYPE) VALUES (3, 99)").bytes();
    var parsed = Parsed.by(new Accounts(), file("test", content));
    assertThat(parsed.observations()).hasSize(3);
    assertThat(parsed.unreadables())
        .containsExactly(
            new Unreadable(
                new Source("ios.accounts", "HomeDomain/" + PATH, new Location.Row("ZACCOUNT", 3)),
                Reason.MALFORMED,
                "kind of account 99 is not there, expected a row of ZACCOUNTTYPE"));
  }

  @Test
  void readsTheDatabaseOfIos13() {
    var parsed =
        Parsed.by(new Accounts(), file("corpus", Corpus.bytes("ios/plaso/ios/Accounts3.sqlite")));
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.observations()).hasSize(18);
    assertThat(parsed.observations().get(3))
        .isEqualTo(
            observed(
                4,
                new UserAccount(
                    "com.apple.account.AppleAccount",
                    Optional.of("iCloud"),
                    Optional.of("thisisdfir@gmail.com"),
                    Optional.of("iCloud"),
                    Optional.of("com.apple.purplebuddy")),
                "2020-03-21T21:47:57.068197Z",
                "606520077.068197"));
  }

  /// All nineteen accounts lie in the write-ahead log.
  @Test
  void readsTheDatabaseAndLogOfIos15() throws IOException {
    var zip =
        Corpus.path(
            "ios/ileapp/data/accountData/testdata.accountData.accountData.josh_ios15_ffs.zip");
    String name = "filesystem2/mobile/Library/Accounts/Accounts3.sqlite";
    var file =
        new ArtifactFixture.File(
            "corpus", "HomeDomain", PATH, entry(zip, name), Optional.of(entry(zip, name + "-wal")));
    var parsed = Parsed.by(new Accounts(), file);
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.layouts()).contains("ZACCOUNT with ZMODIFICATIONID (iOS 15 and later)");
    assertThat(parsed.observations())
        .hasSize(19)
        .startsWith(
            observed(
                1,
                new UserAccount(
                    "com.apple.account.iTunesStore",
                    Optional.of("iTunes Store"),
                    Optional.of("local"),
                    Optional.empty(),
                    Optional.of("locationd")),
                "2023-04-11T14:45:47.731093Z",
                "702917147.731093"))
        .endsWith(
            observed(
                19,
                new UserAccount(
                    "com.apple.account.IMAPNotes",
                    Optional.of("IMAPNotes"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("com.apple.accounts.accountsd")),
                "2023-04-24T17:59:52.308441Z",
                "704051992.308441"));
  }

  private static byte[] entry(Path zip, String name) throws IOException {
    try (var file = new ZipFile(zip.toFile());
        var content = file.getInputStream(file.getEntry(name))) {
      return content.readAllBytes();
    }
  }
}
