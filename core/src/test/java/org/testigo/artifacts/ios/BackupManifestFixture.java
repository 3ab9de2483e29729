package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testigo.artifacts.ArtifactFixture;
import org.testigo.formats.plist.PlistBytes;

/// The `Manifest.plist` of a made-up encrypted backup.
@AutoService(ArtifactFixture.class)
public final class BackupManifestFixture implements ArtifactFixture {
  @Override
  public String artifactId() {
    return "ios.backup-manifest";
  }

  @Override
  public List<File> files() {
    return List.of(whole());
  }

  static File whole() {
    var manifest = new LinkedHashMap<String, Object>();
    manifest.put("BackupKeyBag", new byte[] {1, 2, 3});
    manifest.put("Date", Instant.parse("2024-04-30T22:10:05Z"));
    manifest.put("IsEncrypted", true);
    manifest.put("WasPasscodeSet", true);
    manifest.put("Lockdown", Map.of("ProductVersion", "17.4.1"));
    manifest.put(
        "Applications", Map.of("org.example.news", Map.of("CFBundleVersion", "3.2", "Path", "/x")));
    return file("encrypted", PlistBytes.binary(manifest));
  }

  static File file(String layout, byte[] content) {
    return File.of(layout, "", "Manifest.plist", content);
  }
}
