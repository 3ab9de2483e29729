package org.testigo.artifacts.ios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.artifacts.ArtifactFixture.File;
import org.testigo.artifacts.Parsed;
import org.testigo.formats.plist.PlistBytes;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.Observation;
import org.testigo.model.Setting;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;

class BackupInfoTest {
  private static Parsed parse(File file) {
    return Parsed.by(new BackupInfo(), file);
  }

  private static Source source(String key) {
    return new Source("ios.backup-info", "Info.plist", new Location.Key(key));
  }

  @Test
  void factsOfBothForms() {
    for (File file : List.of(BackupInfoFixture.BINARY, BackupInfoFixture.XML)) {
      var parsed = parse(file);
      assertThat(parsed.objects())
          .containsExactly(
              new Setting("Info", "Build Version", "21E236"),
              new Setting("Info", "Device Name", "iPhone de Inés"),
              new Setting("Info", "Installed Applications", "[org.example.news, org.example.maps]"),
              new Setting("Info", "Last Backup Date", "2024-04-30T22:10:05Z"),
              new Setting("Info", "Product Version", "17.4.1"));
      assertThat(parsed.unreadables()).isEmpty();
      assertThat(parsed.layouts()).containsExactly(file.layout() + " property list");
    }
  }

  @Test
  void dateOfTheBackup() {
    assertThat(parse(BackupInfoFixture.BINARY).observations().get(3))
        .isEqualTo(
            new Observation(
                new Setting("Info", "Last Backup Date", "2024-04-30T22:10:05Z"),
                List.of(
                    new Moment(
                        Moment.Meaning.BACKED_UP,
                        Instant.parse("2024-04-30T22:10:05Z"),
                        "736207805")),
                source("Last Backup Date")));
  }

  @Test
  void damagedValueIsReportedAndTheOthersAreRead() {
    var objects =
        List.of(
            PlistBytes.container(0xd0, 2, 1, 2, 3, 4),
            PlistBytes.counted(0x50, 1, new byte[] {'a'}),
            PlistBytes.counted(0x50, 1, new byte[] {'b'}),
            new byte[] {(byte) 0xf7},
            new byte[] {9});
    var parsed = parse(BackupInfoFixture.file("damaged-value", PlistBytes.assemble(objects)));
    assertThat(parsed.objects()).containsExactly(new Setting("Info", "b", "true"));
    assertThat(parsed.unreadables())
        .containsExactly(
            new Unreadable(
                source("a"),
                Unreadable.Reason.MALFORMED,
                "marker 0xf7, expected that of a property list object"));
  }

  @Test
  void corpusBackup() {
    byte[] content = Corpus.bytes("ios/mvt_ios_backup/Info.plist");
    var parsed = parse(BackupInfoFixture.file("real", content));
    assertThat(parsed.objects())
        .hasSize(15)
        .startsWith(new Setting("Info", "Build Version", "18C66"))
        .contains(new Setting("Info", "IMEI", "42"))
        .endsWith(new Setting("Info", "iTunes Version", "12.5.0"));
    assertThat(parsed.unreadables()).isEmpty();
  }
}
