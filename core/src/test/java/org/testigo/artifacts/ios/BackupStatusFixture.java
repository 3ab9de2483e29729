package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.testigo.artifacts.ArtifactFixture;
import org.testigo.formats.plist.PlistBytes;

/// The `Status.plist` of a made-up backup.
@AutoService(ArtifactFixture.class)
public final class BackupStatusFixture implements ArtifactFixture {
  @Override
  public String artifactId() {
    return "ios.backup-status";
  }

  @Override
  public List<File> files() {
    return List.of(inState("finished"));
  }

  static File inState(String state) {
    var status = new LinkedHashMap<String, Object>();
    status.put("IsFullBackup", false);
    status.put("Date", Instant.parse("2024-04-30T22:10:05Z"));
    status.put("SnapshotState", state);
    status.put("Version", "3.3");
    return file(state, PlistBytes.binary(status));
  }

  static File file(String layout, byte[] content) {
    return File.of(layout, "", "Status.plist", content);
  }
}
