package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testigo.artifacts.ArtifactFixture;
import org.testigo.formats.plist.PlistBytes;

/// The `Info.plist` of a made-up iPhone.
@AutoService(ArtifactFixture.class)
public final class BackupInfoFixture implements ArtifactFixture {
  static final File BINARY = file("binary", PlistBytes.binary(facts()));
  static final File XML = file("XML", PlistBytes.xml(facts()));

  @Override
  public String artifactId() {
    return "ios.backup-info";
  }

  @Override
  public List<File> files() {
    return List.of(BINARY, XML);
  }

  static File file(String layout, byte[] content) {
    return File.of(layout, "", "Info.plist", content);
  }

  private static Map<String, Object> facts() {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("Build Version", "21E236");
    facts.put("Device Name", "iPhone de Inés");
    facts.put("Installed Applications", List.of("org.example.news", "org.example.maps"));
    facts.put("Last Backup Date", Instant.parse("2024-04-30T22:10:05Z"));
    facts.put("Applications", Map.of("org.example.news", Map.of()));
    facts.put("iTunes Files", Map.of("IC-Info.sidb", new byte[] {1, 2, 3}));
    facts.put("Product Version", "17.4.1");
    return facts;
  }
}
