package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.testigo.artifacts.ArtifactFixture;
import org.testigo.formats.plist.PlistBytes;

/// The global preferences of a made-up iPhone in Lockdown Mode.
@AutoService(ArtifactFixture.class)
public final class GlobalPreferencesFixture implements ArtifactFixture {
  @Override
  public String artifactId() {
    return "ios.global-preferences";
  }

  @Override
  public List<File> files() {
    return List.of(lockdownMode());
  }

  static File file(String layout, byte[] content) {
    return File.of(layout, "HomeDomain", "Library/Preferences/.GlobalPreferences.plist", content);
  }

  static File lockdownMode() {
    var preferences = new LinkedHashMap<String, Object>();
    preferences.put("AppleLanguages", List.of("es-MX", "en"));
    preferences.put("AKLastEmailListRequestDateKey", Instant.parse("2024-04-01T08:00:00Z"));
    preferences.put("LDMGlobalEnabled", true);
    preferences.put("AppleLocale", "es_MX");
    return file("lockdown-mode", PlistBytes.binary(preferences));
  }
}
