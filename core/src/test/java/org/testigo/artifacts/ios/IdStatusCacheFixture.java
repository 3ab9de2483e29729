package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testigo.artifacts.ArtifactFixture;
import org.testigo.formats.plist.PlistBytes;

/// The look-ups of a made-up iPhone, one of an address with NUL bytes.
@AutoService(ArtifactFixture.class)
public final class IdStatusCacheFixture implements ArtifactFixture {
  @Override
  public String artifactId() {
    return "ios.id-status-cache";
  }

  @Override
  public List<File> files() {
    return List.of(threeLookups());
  }

  static File file(String layout, byte[] content) {
    return File.of(
        layout,
        "HomeDomain",
        "Library/Preferences/com.apple.identityservices.idstatuscache.plist",
        content);
  }

  static File threeLookups() {
    var madrid = new LinkedHashMap<String, Object>();
    madrid.put("mailto:ana@example.org", Map.of("LookupDate", 600_000_000.5, "IDStatus", 1));
    madrid.put("mailto:x\0@example.org", Map.of("LookupDate", 600_000_001, "IDStatus", 2));
    var cache = new LinkedHashMap<String, Object>();
    cache.put("CacheVersion", 3);
    cache.put("com.apple.madrid", madrid);
    cache.put("com.apple.ess", Map.of("tel:+525500000001", Map.of()));
    return file("three-lookups", PlistBytes.binary(cache));
  }
}
