package org.testigo.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.testigo.indicators.IndicatorSet;
import org.testigo.indicators.Packs;
import org.testigo.model.Direction;
import org.testigo.model.Location;
import org.testigo.model.MessageObject;
import org.testigo.model.Observable;
import org.testigo.model.Observation;
import org.testigo.model.Source;
import org.testigo.model.UrlVisit;

/// How long a made-up STIX pack takes to load in a fresh virtual machine, and what an observation
/// costs to match against it.
///
/// Usage: `PackLoad [count]`; without a count a fresh virtual machine for 11,000 and for 100,000
/// indicators each. Targets: 100,000 indicators in 1,000 ms; the same cost of an observation for
/// both.
public final class PackLoad {
  private static final int OBSERVATIONS = 200_000;
  private static final int ROUNDS = 5;

  private PackLoad() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length > 0) measure(Integer.parseInt(arguments[0]));
    else for (int count : new int[] {11_000, 100_000}) inFreshMachine(count);
  }

  private static void inFreshMachine(int count) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-Xmx448m",
            "-cp",
            System.getProperty("java.class.path"),
            PackLoad.class.getName(),
            String.valueOf(count));
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) throw new IllegalStateException("ended with " + code);
  }

  private static void measure(int count) throws IOException {
    Path pack = Files.createTempFile("testigo-pack", ".stix2");
    try {
      write(pack, count);
      long start = System.nanoTime();
      long cpuStart = cpuMillis();
      var set = Packs.load(List.of(pack));
      long loadMillis = (System.nanoTime() - start) / 1_000_000;
      System.out.printf(
          "%,d indicators, %,d bytes: loaded %,d in %,d ms, %,d ms of processor%n",
          count, Files.size(pack), set.size(), loadMillis, cpuMillis() - cpuStart);
      match(set, "messages without a link", PackLoad::plainMessage);
      match(set, "messages with a link", PackLoad::linkMessage);
      match(set, "visits", PackLoad::visit);
    } finally {
      Files.delete(pack);
    }
  }

  /// What the whole machine used, compilers and collector included.
  private static long cpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
  }

  private interface Maker {
    Observable make(Random random);
  }

  private static void match(IndicatorSet set, String what, Maker maker) {
    var random = new Random(7);
    var observations = new ArrayList<Observation>();
    for (int i = 0; i < OBSERVATIONS; i++)
      observations.add(
          new Observation(
              maker.make(random), List.of(), new Source("bench", "made-up", Location.WHOLE)));
    var nanos = new ArrayList<String>();
    long[] hits = new long[1];
    for (int round = 0; round < ROUNDS; round++) {
      var matching = set.begin();
      long start = System.nanoTime();
      for (var observation : observations) matching.match(observation, _ -> hits[0]++);
      nanos.add(String.valueOf((System.nanoTime() - start) / OBSERVATIONS));
    }
    System.out.printf("  %s: ns each, by round: %s; %d hits%n", what, nanos, hits[0] / ROUNDS);
  }

  private static Observable plainMessage(Random random) {
    return message(
        "Hola, nos vemos a las "
            + random.nextInt(24)
            + " en la plaza. Lleva el libro y "
            + "los documentos que te pidieron, por favor. Un abrazo");
  }

  private static Observable linkMessage(Random random) {
    return message(
        "Mira esto https://www."
            + host(random.nextInt(400_000))
            + "/nota/"
            + random.nextInt(10_000)
            + " y dime qué piensas.");
  }

  private static Observable message(String body) {
    return new MessageObject(
        "iMessage",
        Direction.INCOMING,
        Optional.of("+525500000000"),
        Optional.empty(),
        body,
        List.of(),
        List.of());
  }

  private static Observable visit(Random random) {
    String url =
        "https://news."
            + host(random.nextInt(10_000_000))
            + "/2024/05/a-page.html?id="
            + random.nextInt();
    return new UrlVisit("Safari", Optional.empty(), url, Optional.empty(), Optional.empty());
  }

  private static String host(int number) {
    return "name-" + Integer.toString(number, 36) + "-listed.example";
  }

  /// Writes a bundle as the published ones are: an indicator and its relationship, in turn.
  private static void write(Path pack, int count) throws IOException {
    var random = new Random(1);
    String malware = "malware--" + uuid(random);
    try (BufferedWriter out = Files.newBufferedWriter(pack)) {
      out.write("{\"type\": \"bundle\", \"id\": \"bundle--" + uuid(random) + "\", \"objects\": [");
      out.write(
          "{\"type\": \"malware\", \"spec_version\": \"2.1\", \"id\": \""
              + malware
              + "\", \"name\": \"Made-up\", \"is_family\": false}");
      for (int i = 0; i < count; i++) writeIndicator(out, random, malware, i);
      out.write("]}");
    }
  }

  private static void writeIndicator(BufferedWriter out, Random random, String malware, int number)
      throws IOException {
    String id = "indicator--" + uuid(random);
    String times =
        "\"created\": \"2024-01-26T21:28:21.013288Z\", \"modified\": \"2024-01-26T21:28:21.013288Z\"";
    out.write(
        ", {\"type\": \"indicator\", \"spec_version\": \"2.1\", \"id\": \""
            + id
            + "\", "
            + times
            + ", \"indicator_types\": [\"malicious-activity\"], \"pattern\": \"["
            + pattern(number)
            + "]\", \"pattern_type\": \"stix\", \"pattern_version\": \"2.1\", \"valid_from\":"
            + " \"2024-01-26T21:28:21.013288Z\"}");
    out.write(
        ", {\"type\": \"relationship\", \"spec_version\": \"2.1\", \"id\": \"relationship--"
            + uuid(random)
            + "\", "
            + times
            + ", \"relationship_type\": \"indicates\", \"source_ref\": \""
            + id
            + "\", \"target_ref\": \""
            + malware
            + "\"}");
  }

  /// Eight of ten are names, as in the published packs; the others digests and programs.
  private static String pattern(int number) {
    return switch (number % 10) {
      case 8 -> "file:hashes.sha256='%064x'".formatted(number);
      case 9 -> "process:name='made-up-process-%d'".formatted(number);
      default -> "domain-name:value='" + host(number) + "'";
    };
  }

  private static UUID uuid(Random random) {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
