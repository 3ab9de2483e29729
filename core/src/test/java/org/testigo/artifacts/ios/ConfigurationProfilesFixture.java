package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testigo.artifacts.ArtifactFixture;
import org.testigo.formats.plist.PlistBytes;

/// A made-up profile with a VPN and a certificate, and one that was fetched over the air.
@AutoService(ArtifactFixture.class)
public final class ConfigurationProfilesFixture implements ArtifactFixture {
  @Override
  public String artifactId() {
    return "ios.configuration-profiles";
  }

  @Override
  public List<File> files() {
    return List.of(vpn(), overTheAir());
  }

  static File file(String layout, byte[] content) {
    return File.of(
        layout,
        "SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles",
        "Library/ConfigurationProfiles/profile-0ce107e0.stub",
        content);
  }

  static File vpn() {
    return file("vpn", PlistBytes.binary(profile()));
  }

  static File overTheAir() {
    var stub = profile();
    stub.put("PayloadContent", Map.of("PayloadType", "Profile Service"));
    return file(
        "over-the-air",
        PlistBytes.xml(
            Map.of("InstallDate", Instant.parse("2024-02-11T06:00:00Z"), "OTAProfileStub", stub)));
  }

  static Map<String, Object> profile() {
    var profile = new LinkedHashMap<String, Object>();
    profile.put("InstallDate", Instant.parse("2024-02-10T23:48:02Z"));
    profile.put(
        "PayloadContent",
        List.of(
            Map.of("PayloadType", "com.apple.vpn.managed"),
            Map.of("PayloadType", "com.apple.security.root")));
    profile.put("PayloadDisplayName", "Seguridad Móvil");
    profile.put("PayloadIdentifier", "example.seguridad");
    profile.put("PayloadOrganization", "Servicios de Ejemplo");
    profile.put("PayloadUUID", "0CE107E0-1111-4000-8000-0000000000F1");
    return profile;
  }
}
