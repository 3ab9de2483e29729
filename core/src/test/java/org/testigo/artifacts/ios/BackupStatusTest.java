package org.testigo.artifacts.ios;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.artifacts.Parsed;
import org.testigo.model.Location;
import org.testigo.model.Setting;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;

class BackupStatusTest {
  @Test
  void finishedBackup() {
    var parsed = Parsed.by(new BackupStatus(), BackupStatusFixture.inState("finished"));
    assertThat(parsed.objects())
        .containsExactly(
            new Setting("Status", "IsFullBackup", "false"),
            new Setting("Status", "Date", "2024-04-30T22:10:05Z"),
            new Setting("Status", "SnapshotState", "finished"),
            new Setting("Status", "Version", "3.3"));
    assertThat(parsed.unreadables()).isEmpty();
  }

  @Test
  void unfinishedBackupIsAGap() {
    var parsed = Parsed.by(new BackupStatus(), BackupStatusFixture.inState("uploading"));
    assertThat(parsed.objects()).hasSize(4);
    assertThat(parsed.unreadables())
        .containsExactly(
            new Unreadable(
                new Source("ios.backup-status", "Status.plist", new Location.Key("SnapshotState")),
                Unreadable.Reason.MISSING,
                "the state of the backup is uploading, expected finished: files are missing"));
  }

  @Test
  void corpusBackup() {
    byte[] content = Corpus.bytes("ios/encrypted_backup/Status.plist");
    var parsed = Parsed.by(new BackupStatus(), BackupStatusFixture.file("real", content));
    assertThat(parsed.objects())
        .hasSize(6)
        .startsWith(new Setting("Status", "BackupState", "new"))
        .contains(new Setting("Status", "SnapshotState", "finished"))
        .endsWith(new Setting("Status", "Version", "3.3"));
    assertThat(parsed.unreadables()).isEmpty();
  }
}
