package org.testigo.scanning;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.model.Budget.Allowance;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ScanTime.Precision;
import org.testigo.scans.SonarHttp;

class ScanTest {
  private static final FakeRules RULES = new FakeRules("Hola Ocelote", "Ocelote CA", true);
  private static final int LINES = 4_000;

  @TempDir Path folder;
  private List<String> lines;

  @BeforeEach
  void makeLines() {
    var random = new Random(5);
    lines = new ArrayList<>();
    for (int i = 1; i <= LINES; i++) lines.add(line(i, answer(i, random)));
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "7, false", "1, true", "3, true"})
  void findsEveryHitWithItsLineForEveryNumberOfThreads(int threads, boolean isCompressed)
      throws Exception {
    var file = write("20131029-http.jsonl", isCompressed);
    var found = new Gathered();
    ScanSummary summary = scan(List.of(file), RULES, threads, found);
    assertThat(found.endpoints())
        .hasSize(LINES / 100)
        .startsWith("192.0.2.100:80", "192.0.2.200:80")
        .endsWith("192.0.2.160:80");
    assertThat(found.sightings)
        .extracting(seen -> seen.source().entry())
        .startsWith(100L, 200L)
        .isSorted()
        .endsWith(4_000L);
    assertThat(found.sightings.getFirst())
        .satisfies(seen -> {
          assertThat(seen.hits()).extracting("fingerprint").containsExactly("test.answer");
          assertThat(seen.source().file()).isEqualTo(file.toString());
          assertThat(seen.answerMd5()).hasSize(32);
          assertThat(seen.at())
              .contains(
                  new ScanTime(java.time.Instant.parse("2013-10-29T00:00:00Z"), Precision.DAY));
        });
    assertThat(found.unreadables).isEmpty();
    assertThat(summary.total()).isEqualTo(new Counts(LINES, LINES / 100, 0, 0));
    assertThat(summary.files().getFirst().format()).isEqualTo("sonar-http");
  }

  @Test
  void rulesWithoutLiteralSeeEveryLineAndFindTheSame() throws Exception {
    var file = write("20131029-http.jsonl", false);
    var fast = new Gathered();
    scan(List.of(file), RULES, 2, fast);
    var slow = new Gathered();
    var summary = scan(List.of(file), new FakeRules("Hola Ocelote", "Ocelote CA", false), 2, slow);
    assertThat(summary.total()).isEqualTo(new Counts(LINES, LINES, 0, 0));
    assertThat(slow.sightings).isEqualTo(fast.sightings);
  }

  @Test
  void theOrderOfTheInputsDoesNotMatter() throws Exception {
    var files = new ArrayList<Path>();
    for (String name : List.of("a-http.jsonl", "b-http.jsonl", "c-http.jsonl"))
      files.add(write(name, false));
    var forward = new Gathered();
    scan(files, RULES, 2, forward);
    Collections.reverse(files);
    var backward = new Gathered();
    scan(files, RULES, 2, backward);
    assertThat(forward.sightings).hasSize(3 * LINES / 100).isEqualTo(backward.sightings);
  }

  @Test
  void badLinesAreToldWithTheirNumbersAndStopNothing() throws Exception {
    lines.set(9, "no JSON");
    lines.set(11, "");
    lines.set(99, lines.get(99).replace("data\": \"", "data\": "));
    lines.set(199, lines.get(199).substring(0, 60));
    var found = new Gathered();
    var summary = scan(List.of(write("http.jsonl", true)), RULES, 2, found);
    assertThat(summary.total().read()).isEqualTo(LINES);
    assertThat(summary.total().refused()).isEqualTo(3);
    assertThat(found.sightings).hasSize(LINES / 100 - 2);
    assertThat(found.faults())
        .hasSize(3)
        .satisfiesExactlyInAnyOrder(
            fault ->
                assertThat(fault)
                    .isEqualTo(
                        "line 10 MALFORMED: a line of 7 bytes from 0x6e to 0x4e, which is no entry"
                            + " of sonar-http"),
            fault -> assertThat(fault).startsWith("line 100 MALFORMED: "),
            fault -> assertThat(fault).startsWith("line 200 MALFORMED: a line of 60 bytes"));
  }

  @Test
  void hostileLinesBesideALiteralEndAsFaultsOfTheirOwn() throws Exception {
    var data = lines.get(99).replaceAll(".*\"data\": ", "");
    lines.clear();
    lines.add("{\"vhost\": \"x\", \"host\": \"192.0.2.1\", \"data\": " + data);
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    lines.add("{\"vhost\": " + deep + ", \"host\": \"192.0.2.2\", \"data\": " + data);
    lines.add(
        "{\"vhost\": %s, \"host\": \"192.0.2.3\", \"data\": ".formatted("9".repeat(1_000_000))
            + data);
    lines.add(
        "{\"host\": \"192.0.2.4\", \"host\": \"192.0.2.5\", \"vhost\": \"x\", \"data\": " + data);
    var found = new Gathered();
    var summary = scan(List.of(write("http.jsonl", false)), RULES, 2, found);
    assertThat(found.endpoints()).containsExactly("192.0.2.1:80", "192.0.2.3:80");
    assertThat(found.faults())
        .containsExactly(
            "line 2 MALFORMED: nested deeper than 500 levels",
            "line 4 MALFORMED: the key 'host' stands twice");
    assertThat(summary.total()).isEqualTo(new Counts(4, 2, 2, 0));
  }

  @Test
  void whatStandsBeforeDamageOfTheCompressionIsGiven() throws Exception {
    var file = write("http.jsonl.gz", true);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    var found = new Gathered();
    var summary = scan(List.of(file), RULES, 2, found);
    assertThat(found.sightings).hasSizeBetween(LINES / 400, LINES / 100 - 1);
    assertThat(summary.total().read()).isBetween(LINES / 4L, LINES - 1L);
    assertThat(found.faults())
        .anySatisfy(fault -> assertThat(fault).contains("MALFORMED: damaged"));
  }

  @Test
  void filesOfNoKnownFormatAreRefusedWithTheirFirstBytes() throws Exception {
    var text = Files.writeString(folder.resolve("notes.txt"), "notes\n");
    var empty = Files.createFile(folder.resolve("empty.jsonl"));
    var missing = folder.resolve("missing.jsonl");
    var found = new Gathered();
    var summary = scan(List.of(text, missing, empty), RULES, 1, found);
    assertThat(summary.files())
        .extracting(file -> file.refusal().orElse(""))
        .containsExactly(
            "an empty file",
            "not readable: " + missing,
            "no known format of scan data begins with the bytes 6e 6f 74 65 73 0a");
    assertThat(found.unreadables).hasSize(3);
  }

  @Test
  void foldersAreReadWithTheirFoldersAndAStreamOnce() throws Exception {
    Files.createDirectories(folder.resolve("scan/later"));
    Files.writeString(folder.resolve("scan/1.jsonl"), lines.get(99) + "\n");
    Files.writeString(folder.resolve("scan/later/2.jsonl"), lines.get(199));
    var inputs = new ArrayList<>(ScanInput.of(folder.resolve("scan")));
    byte[] piped = (lines.get(299) + "\n").getBytes(ISO_8859_1);
    inputs.add(new ScanInput.Once("-", new ByteArrayInputStream(piped)));
    var found = new Gathered();
    var summary = Scan.run(request(inputs, RULES, 1), found);
    assertThat(found.endpoints()).containsExactly("192.0.2.44:0", "192.0.2.100:0", "192.0.2.200:0");
    assertThat(summary.files())
        .extracting(FileCount::isReadOnce)
        .containsExactly(true, false, false);
  }

  private static ScanSummary scan(List<Path> files, Rules rules, int threads, Gathered into)
      throws Exception {
    var inputs = new ArrayList<ScanInput>();
    for (Path file : files) inputs.addAll(ScanInput.of(file));
    return Scan.run(request(inputs, rules, threads), into);
  }

  private static ScanRequest request(List<ScanInput> inputs, Rules rules, int threads) {
    return new ScanRequest(
        inputs,
        List.of(new SonarHttp()),
        rules,
        Optional.empty(),
        threads,
        Allowance.DEFAULT,
        () -> 0);
  }

  private Path write(String name, boolean isCompressed) throws IOException {
    var file = folder.resolve(name);
    try (OutputStream plain = Files.newOutputStream(file);
        OutputStream out = isCompressed ? new GZIPOutputStream(plain) : plain) {
      for (String line : lines) out.write((line + "\n").getBytes(ISO_8859_1));
    }
    return file;
  }

  private static String answer(int number, Random random) {
    byte[] body = new byte[random.nextInt(3_000)];
    for (int i = 0; i < body.length; i++) body[i] = (byte) (32 + random.nextInt(90));
    String text = number % 100 == 0 ? "Hola Ocelote" : "Hola ocelote";
    int at = random.nextInt(body.length + 1);
    String noise = new String(body, ISO_8859_1);
    return "HTTP/1.1 200 OK\r\nServer: x\r\n\r\n"
        + noise.substring(0, at)
        + text
        + noise.substring(at);
  }

  private static String line(int number, String answer) {
    return "{\"vhost\": \"x\", \"host\": \"192.0.2.%d\", \"data\": \"%s\"}"
        .formatted(number % 256, Base64.getEncoder().encodeToString(answer.getBytes(ISO_8859_1)));
  }
}
