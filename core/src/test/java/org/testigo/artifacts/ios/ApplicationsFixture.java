package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testigo.artifacts.ArtifactFixture;
import org.testigo.formats.plist.PlistBytes;

/// The apps of a made-up iPhone: one of the store, one from elsewhere, one that is only named.
@AutoService(ArtifactFixture.class)
public final class ApplicationsFixture implements ArtifactFixture {
  @Override
  public String artifactId() {
    return "ios.applications";
  }

  @Override
  public List<File> files() {
    return List.of(threeApps());
  }

  static File file(String layout, byte[] content) {
    return File.of(layout, "", "Info.plist", content);
  }

  static File threeApps() {
    var apps = new LinkedHashMap<String, Object>();
    apps.put("org.example.news", Map.of("iTunesMetadata", metadata("org.example.news")));
    apps.put("org.example.elsewhere", Map.of());
    var names = List.of("org.example.news", "org.example.elsewhere", "org.example.named");
    return of("three-apps", apps, names);
  }

  static File of(String layout, Map<String, ?> apps, List<?> names) {
    var info = new LinkedHashMap<String, Object>();
    info.put("Applications", apps);
    info.put("Installed Applications", names);
    return file(layout, PlistBytes.xml(info));
  }

  static byte[] metadata(String bundleId) {
    var metadata = new LinkedHashMap<String, Object>();
    metadata.put("softwareVersionBundleId", bundleId);
    metadata.put("itemName", "Noticias");
    metadata.put("artistName", "Example A.C.");
    metadata.put("bundleShortVersionString", "3.2.1");
    metadata.put("sourceApp", "com.apple.AppStore");
    metadata.put(
        "com.apple.iTunesStore.downloadInfo", Map.of("purchaseDate", "2023-05-06T07:08:09Z"));
    return PlistBytes.binary(metadata);
  }
}
