package org.testigo.artifacts.ios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.artifacts.Parsed;
import org.testigo.formats.plist.PlistBytes;
import org.testigo.model.Location;
import org.testigo.model.Setting;
import org.testigo.model.Software;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;

class BackupManifestTest {
  @Test
  void settingsAndApps() {
    var parsed = Parsed.by(new BackupManifest(), BackupManifestFixture.whole());
    assertThat(parsed.objects())
        .containsExactly(
            new Setting("Manifest", "Date", "2024-04-30T22:10:05Z"),
            new Setting("Manifest", "IsEncrypted", "true"),
            new Setting("Manifest", "WasPasscodeSet", "true"),
            new Setting("Manifest", "Lockdown/ProductVersion", "17.4.1"),
            new Software(
                "org.example.news",
                Optional.empty(),
                Optional.of("3.2"),
                Optional.empty(),
                Optional.empty(),
                List.of()));
    assertThat(parsed.unreadables()).isEmpty();
  }

  @Test
  void appThatIsNoDictionaryIsReported() {
    byte[] content = PlistBytes.binary(Map.of("Applications", Map.of("a", 1)));
    var parsed = Parsed.by(new BackupManifest(), BackupManifestFixture.file("odd-app", content));
    assertThat(parsed.objects()).isEmpty();
    assertThat(parsed.unreadables())
        .containsExactly(
            new Unreadable(
                new Source(
                    "ios.backup-manifest", "Manifest.plist", new Location.Key("Applications/a")),
                Unreadable.Reason.MALFORMED,
                "the app is a whole number, expected a dictionary"));
  }

  @Test
  void corpusBackup() {
    byte[] content = Corpus.bytes("ios/encrypted_backup/Manifest.plist");
    var parsed = Parsed.by(new BackupManifest(), BackupManifestFixture.file("real", content));
    assertThat(parsed.objects())
        .hasSize(11)
        .startsWith(new Setting("Manifest", "Date", "2024-03-09T10:11:12Z"))
        .contains(new Setting("Manifest", "Lockdown/ProductVersion", "14.3"))
        .endsWith(new Setting("Manifest", "Lockdown/UniqueDeviceID", "00008020-00AAAAAAAAAAAAAA"));
  }
}
