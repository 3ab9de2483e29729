package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testigo.artifacts.ArtifactFixture;
import org.testigo.formats.plist.PlistBytes;

/// The daily analytics of a made-up iPhone.
@AutoService(ArtifactFixture.class)
public final class OsAnalyticsFixture implements ArtifactFixture {
  @Override
  public String artifactId() {
    return "ios.osanalytics-addaily";
  }

  @Override
  public List<File> files() {
    return List.of(twoProcesses());
  }

  static File file(String layout, byte[] content) {
    return File.of(
        layout, "HomeDomain", "Library/Preferences/com.apple.osanalytics.addaily.plist", content);
  }

  static File twoProcesses() {
    var baseline = new LinkedHashMap<String, Object>();
    baseline.put("mediaserverd", usage(1_000, 2_000, 30, 40.0));
    baseline.put("roleaccountd", usage(5, 6, 7, 8));
    return of("two-processes", baseline);
  }

  static File of(String layout, Map<String, ?> baseline) {
    return file(layout, PlistBytes.binary(Map.of("netUsageBaseline", baseline)));
  }

  static List<Object> usage(Object wifiIn, Object wifiOut, Object mobileIn, Object mobileOut) {
    return List.of(Instant.parse("2024-04-29T05:00:01Z"), wifiIn, wifiOut, mobileIn, mobileOut);
  }
}
