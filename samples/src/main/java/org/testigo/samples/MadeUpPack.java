package org.testigo.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The pack of indicators of [Ocelote], as a STIX 2.1 bundle: what the phone carries, and as much
/// again that it does not.
public final class MadeUpPack {
  public static final String FILE_NAME = "ocelote.stix2";

  private static final String PUBLISHED = "2026-03-01T00:00:00.000Z";

  private static final List<String> PATTERNS =
      List.of(
          equal("domain-name:value", Ocelote.LURE_DOMAIN),
          equal("domain-name:value", Ocelote.LANDING_DOMAIN),
          equal("domain-name:value", "avisos-legales.test"),
          equal("domain-name:value", "ocelote-panel.example"),
          equal("url:value", "https://descargas.example/ocelote/perfil.mobileconfig"),
          equal("ipv4-addr:value", "192.0.2.77"),
          equal("ipv6-addr:value", "2001:db8:0:77::1"),
          equal("process:name", Ocelote.PROGRAM),
          equal("process:name", "ocelotstaged"),
          equal("file:name", "com.ocelote.agent.plist"),
          equal("file:path", "/private/var/tmp/ocelote-1"),
          equal("email-addr:value", Ocelote.ACCOUNT));

  private MadeUpPack() {}

  /// How many indicators the pack holds.
  public static int indicators() {
    return PATTERNS.size();
  }

  /// @param file such as `packs/ocelote.stix2`
  public static void writeTo(Path file) throws IOException {
    Files.writeString(file, bundle(), StandardCharsets.UTF_8);
  }

  /// The bundle as JSON.
  static String bundle() {
    var objects = new ArrayList<String>();
    objects.add(malware());
    for (int i = 0; i < PATTERNS.size(); i++) {
      objects.add(indicator(i + 1, PATTERNS.get(i)));
      objects.add(relationship(i + 1));
    }
    return """
    {
      "type": "bundle",
      "id": "bundle--%s",
      "objects": [
    %s
      ]
    }
    """
        .formatted(uuid(0, 0), String.join(",\n", objects));
  }

  private static String malware() {
    return """
        {"type": "malware", "spec_version": "2.1", "id": "malware--%1$s", "created": "%2$s", "modified": "%2$s", \
    "name": "%3$s", "description": "A made-up implant. No such program exists.", "is_family": true, \
    "malware_types": ["spyware"]}\
    """
        .formatted(uuid(1, 0), PUBLISHED, Ocelote.NAME);
  }

  private static String indicator(int number, String pattern) {
    return """
        {"type": "indicator", "spec_version": "2.1", "id": "indicator--%1$s", "created": "%2$s", "modified": "%2$s", \
    "name": "%3$s", "indicator_types": ["malicious-activity"], "pattern": "%4$s", "pattern_type": "stix", \
    "pattern_version": "2.1", "valid_from": "%2$s"}\
    """
        .formatted(uuid(2, number), PUBLISHED, Ocelote.NAME, pattern);
  }

  private static String relationship(int number) {
    return """
        {"type": "relationship", "spec_version": "2.1", "id": "relationship--%1$s", "created": "%2$s", "modified": "%2$s", \
    "relationship_type": "indicates", "source_ref": "indicator--%3$s", "target_ref": "malware--%4$s"}\
    """
        .formatted(uuid(3, number), PUBLISHED, uuid(2, number), uuid(1, 0));
  }

  private static String equal(String path, String value) {
    return "[%s = '%s']".formatted(path, value);
  }

  /// A UUID of version 4 by its form.
  private static UUID uuid(int kind, int number) {
    return new UUID(0x0ce1_07e0_0000_4000L | (long) kind << 16, 0x8000_0000_0000_0000L | number);
  }
}
