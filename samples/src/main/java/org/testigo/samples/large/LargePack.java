package org.testigo.samples.large;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Writes a pack: the planted indicators among many that nothing matches, in the proportions of
/// published packs. Each has a relationship to what it indicates, as published ones do.
public final class LargePack {
  private static final String PUBLISHED = "2026-03-01T00:00:00.000Z";

  private final BufferedWriter out;
  private final Random random = new Random(100);
  private int written;

  private LargePack(BufferedWriter out) {
    this.out = out;
  }

  public static void writeTo(Path file, int indicators) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      new LargePack(out).write(indicators);
    }
  }

  private void write(int indicators) throws IOException {
    out.write("{\"type\": \"bundle\", \"id\": \"bundle--" + uuid(9, 0) + "\", \"objects\": [\n");
    out.write(malware(uuid(1, 0), "Nobody"));
    List<Plant> plants = Plants.all();
    int between = indicators / plants.size();
    for (int i = 0; i < indicators; i++) {
      boolean isPlant = i % between == 0 && i / between < plants.size();
      if (isPlant) add(plants.get(i / between));
      else indicator("[%s = '%s']".formatted(type(i), value(i)), "Nobody", uuid(1, 0));
    }
    out.write("\n]}\n");
  }

  private void add(Plant plant) throws IOException {
    UUID malware = uuid(1, plant.number());
    out.write(",\n" + malware(malware, plant.name()));
    indicator("[%s = '%s']".formatted(plant.type(), plant.value()), plant.name(), malware);
  }

  private void indicator(String pattern, String name, UUID malware) throws IOException {
    UUID id = uuid(2, ++written);
    out.write(
        """
        ,
        {"type": "indicator", "spec_version": "2.1", "id": "indicator--%1$s", "created": "%2$s", \
        "modified": "%2$s", "name": "%3$s", "indicator_types": ["malicious-activity"], \
        "pattern": "%4$s", "pattern_type": "stix", "pattern_version": "2.1", "valid_from": "%2$s"},
        {"type": "relationship", "spec_version": "2.1", "id": "relationship--%5$s", \
        "created": "%2$s", "modified": "%2$s", "relationship_type": "indicates", \
        "source_ref": "indicator--%1$s", "target_ref": "malware--%6$s"}\
        """
            .formatted(id, PUBLISHED, name, pattern, uuid(3, written), malware));
  }

  private static String malware(UUID id, String name) {
    return """
    {"type": "malware", "spec_version": "2.1", "id": "malware--%1$s", "created": "%2$s", \
    "modified": "%2$s", "name": "%3$s", "is_family": true}\
    """
        .formatted(id, PUBLISHED, name);
  }

  /// Nine of ten are domains.
  private static String type(int number) {
    return switch (number % 40) {
      case 1 -> "process:name";
      case 2 -> "file:name";
      case 3 -> "email-addr:value";
      case 4 -> "ipv6-addr:value";
      case 5 -> "url:value";
      default -> "domain-name:value";
    };
  }

  private String value(int number) {
    String word = Integer.toHexString(random.nextInt()) + number;
    return switch (number % 40) {
      case 1 -> "listedd-" + word;
      case 2 -> "listed-" + word + ".plist";
      case 3 -> word + "@listed.example";
      case 4 -> "2001:db8:beef::%x".formatted(number);
      case 5 -> "https://listed.example/" + word;
      default -> "listed-" + word + (number % 2 == 0 ? ".test" : ".example");
    };
  }

  private static UUID uuid(int kind, int number) {
    return new UUID(
        0xbe7c_0000_0000_4000L | (long) kind << 32, 0x8000_0000_0000_0000L | (number * 0x1_0001L));
  }
}
