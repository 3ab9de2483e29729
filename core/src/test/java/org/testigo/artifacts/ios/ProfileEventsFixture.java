package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.testigo.artifacts.ArtifactFixture;
import org.testigo.formats.plist.PlistBytes;

/// The log of a made-up profile that was installed and removed.
@AutoService(ArtifactFixture.class)
public final class ProfileEventsFixture implements ArtifactFixture {
  @Override
  public String artifactId() {
    return "ios.profile-events";
  }

  @Override
  public List<File> files() {
    return List.of(twoEvents());
  }

  static File file(String layout, byte[] content) {
    return File.of(
        layout,
        "SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles",
        "Library/ConfigurationProfiles/MCProfileEvents.plist",
        content);
  }

  static File twoEvents() {
    var installed =
        Map.of(
            "Operation", "install",
            "Process", "Preferences",
            "timestamp", Instant.parse("2024-02-10T23:48:02Z"));
    var removed =
        Map.of(
            "operation", "remove",
            "process", "profiled",
            "timestamp", Instant.parse("2024-02-12T01:00:00Z"));
    return of("two-events", List.of(Map.of("a.profile", installed), Map.of("a.profile", removed)));
  }

  static File of(String layout, List<?> events) {
    return file(layout, PlistBytes.binary(Map.of("ProfileEvents", events)));
  }
}
