package org.testigo.samples.large;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.indicators.Packs;
import org.testigo.samples.backup.BackupWriter;

class LargeBackupTest {
  private static final Scale SMALL = new Scale(2_000, 3_000, 60, 700, 500, 120);
  private static final String SAFARI = "AppDomain-com.apple.mobilesafari";

  @TempDir static Path folder;

  @BeforeAll
  static void write() throws Exception {
    LargeBackup.prepare(SMALL, folder.resolve("databases"))
        .writeTo(folder.resolve("backup"), Optional.empty());
  }

  @Test
  void listsAsManyFilesAsTheScaleSays() throws Exception {
    Path list = folder.resolve("backup/Manifest.db");
    assertThat(number(list, "SELECT count(*) FROM Files")).isEqualTo(700);
    assertThat(number(list, "SELECT count(*) FROM Files WHERE flags = 1")).isEqualTo(500);
    try (Stream<Path> files = Files.walk(folder.resolve("backup"))) {
      assertThat(files.filter(Files::isRegularFile).count()).isEqualTo(500 + 4);
    }
  }

  @Test
  void holdsMessagesOfWhichOneInFiveHasALink() throws Exception {
    Path sms = file("HomeDomain", "Library/SMS/sms.db");
    assertThat(number(sms, "SELECT count(*) FROM message")).isEqualTo(2_000);
    assertThat(
            number(
                sms,
                "SELECT count(*) FROM message WHERE coalesce(text, CAST(attributedBody AS TEXT)) LIKE '%https://sitio-%'"
                    + " OR instr(attributedBody, CAST('https://sitio-' AS BLOB))"))
        .isBetween(380L, 400L);
    assertThat(number(sms, "SELECT count(*) FROM message WHERE text IS NULL"))
        .isBetween(600L, 750L);
  }

  @Test
  void holdsVisitsAndRedirectsInTwoProfiles() throws Exception {
    Path history = file(SAFARI, "Library/Safari/History.db");
    Path profile =
        file(SAFARI, "Library/Safari/Profiles/5D1C0A7E-0000-4000-8000-0000000000B1/History.db");
    String visits = "SELECT count(*) FROM history_visits";
    assertThat(number(history, visits)).isEqualTo(2_700);
    assertThat(number(history, visits + " WHERE redirect_destination IS NOT NULL")).isEqualTo(60);
    assertThat(number(profile, visits)).isEqualTo(300);
  }

  @Test
  void holdsEveryPlantedTextOnce() throws Exception {
    Path usage = file("WirelessDomain", "Library/Databases/DataUsage.sqlite");
    for (String seen : Plants.seenAt(Place.DATA_USAGE))
      assertThat(
              number(usage, "SELECT count(*) FROM ZPROCESS WHERE ZPROCNAME = '%s'".formatted(seen)))
          .as(seen)
          .isEqualTo(1);
    Path history = file(SAFARI, "Library/Safari/History.db");
    for (Place place : List.of(Place.VISIT, Place.REDIRECT_DESTINATION))
      for (String seen : Plants.seenAt(place))
        assertThat(
                number(
                    history,
                    "SELECT sum(visit_count) FROM history_items WHERE url = '%s'".formatted(seen)))
            .as(seen)
            .isEqualTo(1);
    Path sms = file("HomeDomain", "Library/SMS/sms.db");
    for (String seen : Plants.seenAt(Place.MESSAGE_TEXT))
      assertThat(number(sms, "SELECT count(*) FROM message WHERE text = '%s'".formatted(seen)))
          .as(seen)
          .isEqualTo(1);
  }

  @Test
  void thePackHoldsThePlantedIndicatorsAmongOthers() throws Exception {
    Path pack = folder.resolve("pack.stix2");
    LargePack.writeTo(pack, 1_000);
    var set = Packs.load(List.of(pack));
    assertThat(set.size()).isEqualTo(1_000);
    assertThat(set.packs().getFirst().refused()).isEmpty();
    String text = Files.readString(pack);
    for (Plant plant : Plants.all())
      assertThat(text).containsOnlyOnce("[%s = '%s']".formatted(plant.type(), plant.value()));
  }

  private static Path file(String domain, String path) {
    String id = BackupWriter.fileId(domain, path);
    return folder.resolve("backup").resolve(id.substring(0, 2)).resolve(id);
  }

  private static long number(Path database, String query) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      return result.getLong(1);
    }
  }
}
