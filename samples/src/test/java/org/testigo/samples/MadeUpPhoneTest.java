package org.testigo.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testigo.formats.plist.Plist;
import org.testigo.formats.plist.PlistValue.Dictionary;
import org.testigo.model.Budget;
import org.testigo.samples.backup.BackupWriter;
import org.testigo.samples.backup.Encryption;

class MadeUpPhoneTest {
  private static final String SAFARI = "AppDomain-com.apple.mobilesafari";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everyDatabaseIsOneForTheRealLibrary(Variant.Story story) throws Exception {
    MadeUpPhone.writeTo(folder, new Variant(story, Optional.empty()));
    List<Path> databases =
        List.of(
            folder.resolve("Manifest.db"),
            file("HomeDomain", "Library/TCC/TCC.db"),
            file("HomeDomain", "Library/Accounts/Accounts3.sqlite"),
            file("WirelessDomain", "Library/Databases/DataUsage.sqlite"),
            file(SAFARI, "Library/Safari/History.db"),
            messages());
    for (Path database : databases)
      assertThat(Sql.rows(database, "PRAGMA integrity_check"))
          .as(database.toString())
          .containsExactly("ok");
  }

  @Test
  void holdsALife() throws Exception {
    MadeUpPhone.writeTo(folder, Variant.IMPLANT);
    Path manifest = folder.resolve("Manifest.db");
    assertThat(Sql.rows(manifest, "SELECT flags, count(*) FROM Files GROUP BY flags"))
        .containsExactly("1|88", "2|7", "4|1");
    assertThat(
            Sql.rows(
                messages(), "SELECT count(*), sum(text IS NULL), sum(handle_id = 0) FROM message"))
        .containsExactly("278|83|2");
    assertThat(
            Sql.rows(
                file(SAFARI, "Library/Safari/History.db"),
                "SELECT count(*), sum(redirect_source IS NOT NULL) FROM history_visits"))
        .containsExactly("334|2");
    assertThat(
            Sql.rows(
                file("WirelessDomain", "Library/Databases/DataUsage.sqlite"),
                "SELECT count(ZPROCESS.Z_PK), count(*) FROM ZLIVEUSAGE LEFT JOIN ZPROCESS ON ZHASPROCESS = ZPROCESS.Z_PK"))
        .containsExactly("43|44");
  }

  @Test
  void theNewestLureLiesInTheLogOnly() throws Exception {
    MadeUpPhone.writeTo(folder, Variant.IMPLANT);
    String query = "SELECT count(*), sum(text LIKE '%secuestraron%') FROM message";
    Path alone = Files.copy(file("HomeDomain", "Library/SMS/sms.db"), folder.resolve("alone.db"));
    assertThat(Sql.rows(alone, query)).containsExactly("272|0");
    assertThat(Sql.rows(messages(), query)).containsExactly("278|1");
  }

  @Test
  void theRedirectTakesLessThanASecond() throws Exception {
    MadeUpPhone.writeTo(folder, Variant.IMPLANT);
    String query =
        "SELECT a.url, b.url, round((w.visit_time - v.visit_time) * 1000) FROM history_visits v"
            + " JOIN history_visits w ON w.id = v.redirect_destination AND w.redirect_source = v.id"
            + " JOIN history_items a ON a.id = v.history_item JOIN history_items b ON b.id = w.history_item";
    assertThat(Sql.rows(file(SAFARI, "Library/Safari/History.db"), query))
        .containsExactly(
            "http://clima.example/|https://clima.example/|300.0",
            Ocelote.LURE_URL + "|" + Ocelote.LANDING_URL + "|400.0");
  }

  @Test
  void thePhoneWithoutTracesNamesNothingOfTheImplant() throws Exception {
    MadeUpPhone.writeTo(folder, Variant.NO_TRACES);
    for (String name : Folders.digests(folder).keySet()) {
      String bytes =
          new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.ISO_8859_1);
      assertThat(bytes.replace(Ocelote.LURE_DOMAIN + ".org", ""))
          .as(name)
          .doesNotContainIgnoringCase("ocelot")
          .doesNotContain(Ocelote.LURE_DOMAIN)
          .doesNotContain(Ocelote.LANDING_DOMAIN);
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoRunsWriteTheSameBytes(Variant.Story story) throws Exception {
    var variant = new Variant(story, Optional.empty());
    for (Variant each : List.of(variant, variant.encrypted(Encryption.quick("contraseña✓")))) {
      Path one = folder.resolve("one" + each.encryption().isPresent());
      Path two = folder.resolve("two" + each.encryption().isPresent());
      MadeUpPhone.writeTo(one, each);
      MadeUpPhone.writeTo(two, each);
      assertThat(Folders.digests(one)).isEqualTo(Folders.digests(two));
    }
  }

  @Test
  void infoListsTheAppsAndWhereTheyCameFrom() throws Exception {
    MadeUpPhone.writeTo(folder, Variant.IMPLANT);
    var info =
        (Dictionary)
            Plist.parse(Files.readAllBytes(folder.resolve("Info.plist")), Budget.unhurried());
    assertThat(info.text("Product Version")).contains("18.6.2");
    var apps = info.dictionary("Applications").orElseThrow();
    assertThat(apps.entries()).hasSize(13);
    byte[] metadata =
        apps.dictionary("example.seguridad.movil")
            .orElseThrow()
            .data("iTunesMetadata")
            .orElseThrow();
    var app = (Dictionary) Plist.parse(metadata, Budget.unhurried());
    assertThat(app.text("sourceApp")).contains("com.example.instalador");
  }

  /// The messages as the phone would see them, with the log beside the database.
  private Path messages() throws Exception {
    Path copy = folder.resolve("copy.db");
    Files.deleteIfExists(copy);
    Files.copy(file("HomeDomain", "Library/SMS/sms.db"), copy);
    Files.deleteIfExists(folder.resolve("copy.db-wal"));
    Files.copy(file("HomeDomain", "Library/SMS/sms.db-wal"), folder.resolve("copy.db-wal"));
    return copy;
  }

  private Path file(String domain, String path) {
    String id = BackupWriter.fileId(domain, path);
    return folder.resolve(id.substring(0, 2)).resolve(id);
  }
}
