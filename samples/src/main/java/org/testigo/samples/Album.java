package org.testigo.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.testigo.samples.backup.BackupWriter;
import org.testigo.samples.backup.FileFacts;

/// Files that no artifact claims: pictures and the documents of apps.
final class Album {
  private static final int PICTURES = 60;

  private Album() {}

  static void writeTo(BackupWriter backup) throws IOException {
    backup.folder(
        "CameraRollDomain", "Media/DCIM/100APPLE", FileFacts.since(MadeUpPhone.SET_UP_AT));
    for (int i = 1; i <= PICTURES; i++) {
      Instant taken = MadeUpPhone.SET_UP_AT.plusSeconds(i * 96_000L);
      String path = "Media/DCIM/100APPLE/IMG_%04d.HEIC".formatted(i);
      backup.file("CameraRollDomain", path, FileFacts.since(taken), content(path));
    }
    for (Apps.App app : Apps.FROM_THE_STORE) {
      String path = "Library/Preferences/" + app.bundle() + ".plist";
      backup.file("AppDomain-" + app.bundle(), path, MadeUpPhone.often(), content(path));
    }
  }

  private static byte[] content(String path) {
    return ("made-up content of " + path).getBytes(StandardCharsets.UTF_8);
  }
}
