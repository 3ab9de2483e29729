package org.testigo.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.samples.backup.BackupWriter;

class DamageTest {
  private static final String USAGE = "Library/Databases/DataUsage.sqlite";

  @TempDir Path folder;

  private Path usage;
  private long whole;

  @BeforeEach
  void writePhone() throws Exception {
    MadeUpPhone.writeTo(folder, Variant.IMPLANT);
    String id = BackupWriter.fileId("WirelessDomain", USAGE);
    usage = folder.resolve(id.substring(0, 2)).resolve(id);
    whole = Files.size(usage);
  }

  @ParameterizedTest
  @CsvSource({
    "CUT_AT_5_PERCENT,5",
    "CUT_AT_25_PERCENT,25",
    "CUT_AT_50_PERCENT,50",
    "CUT_AT_90_PERCENT,90",
    "EMPTY,0",
    "RANDOM,100",
    "JPEG_HEADER,100"
  })
  void leavesSoMuchOfTheFile(Damage damage, int percent) throws Exception {
    damage.applyTo(folder, "WirelessDomain", USAGE);
    assertThat(Files.size(usage)).isEqualTo(whole * percent / 100);
  }

  @Test
  void takesTheFileAway() throws Exception {
    Damage.MISSING.applyTo(folder, "WirelessDomain", USAGE);
    assertThat(usage).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "HomeDomain,Library/TCC/TCC.db,access",
    "HomeDomain,Library/TCC/TCC.db,admin",
    "WirelessDomain,Library/Databases/DataUsage.sqlite,ZPROCESS",
    "WirelessDomain,Library/Databases/DataUsage.sqlite,ZLIVEUSAGE",
    "HomeDomain,Library/SMS/sms.db,message",
    "HomeDomain,Library/SMS/sms.db,handle",
    "AppDomain-com.apple.mobilesafari,Library/Safari/History.db,history_visits",
    "HomeDomain,Library/Accounts/Accounts3.sqlite,ZACCOUNT"
  })
  void putsAViewWithoutRowsInThePlaceOfATable(String domain, String path, String table)
      throws Exception {
    Damage.replaceByEmptyView(folder, domain, path, table);
    String id = BackupWriter.fileId(domain, path);
    Path database = folder.resolve(id.substring(0, 2)).resolve(id);
    assertThat(
            Sql.rows(
                database,
                "SELECT type FROM sqlite_schema WHERE name = '%s' AND rootpage = 0"
                    .formatted(table)))
        .containsExactly("view");
    assertThat(Sql.rows(database, "SELECT count(*) FROM " + table)).containsExactly("0");
  }

  @Test
  void aTableThatIsNotThereIsAMistake() {
    assertThatThrownBy(
            () -> Damage.replaceByEmptyView(folder, "HomeDomain", "Library/TCC/TCC.db", "visits"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such table");
  }
}
