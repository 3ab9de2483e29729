package org.testigo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.samples.MadeUpPack;
import picocli.CommandLine;

class PacksUpdateTest {
  private static final PacksUpdateDownloads.Limits LIMITS =
      new PacksUpdateDownloads.Limits(
          Duration.ofSeconds(10), Duration.ofSeconds(30), 20_000, 50_000);
  private static final String OCELOTE =
      "ocelote-" + digest("made-up/packs/main/ocelote.stix2") + ".stix2";
  private static final String LIST =
      "a-b-list-" + digest("made-up/packs/v1/a%20b/list.txt") + ".txt";
  private static final String INDEX =
      """
      indicators:
        -
          type: github
          name: Ocelote
          github:
            owner: made-up
            repo: packs
            path: ocelote.stix2
      """;
  private static final String SECOND =
      """
        - type: github
          name: A list
          github: {owner: made-up, repo: packs, branch: v1, path: a b/list.txt}
      """;

  @TempDir private static Path shared;
  private static PacksUpdateServer server;

  @TempDir private Path temp;
  private Path into;

  @BeforeAll
  static void start() throws Exception {
    server = new PacksUpdateServer(shared);
    MadeUpPack.writeTo(shared.resolve("ocelote.stix2"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void serve() throws IOException {
    into = temp.resolve("packs");
    server.serve("/indicators.yaml", INDEX);
    server.serve("/raw/made-up/packs/main/ocelote.stix2", shared.resolve("ocelote.stix2"));
    server.serve("/raw/made-up/packs/v1/a%20b/list.txt", "lure.example.org\nlure.example.net\n");
  }

  @Test
  void aNewPackIsKeptForItsOwnerOnly() throws IOException {
    var run = update();
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            new        %s (Ocelote): 12 indicators, 0 refused
                       SHA-256 %s
            1 packs: 1 new, 0 updated, 0 unchanged, 0 refused, 0 failed
            """
                .formatted(OCELOTE, sha256("ocelote.stix2")));
    assertThat(names()).containsExactly(OCELOTE);
    assertThat(into.resolve(OCELOTE)).hasSameBinaryContentAs(shared.resolve("ocelote.stix2"));
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      assertThat(permissions(into)).isEqualTo("rwx------");
      assertThat(permissions(into.resolve(OCELOTE))).isEqualTo("rw-------");
    }
  }

  @Test
  void theSecondRunChangesNothing() throws IOException {
    server.serve("/indicators.yaml", INDEX + SECOND);
    update();
    var before = Session.digests(into);
    var run = update();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("unchanged  " + OCELOTE)
        .contains("unchanged  " + LIST + " (A list): 2 indicators")
        .endsWith("2 packs: 0 new, 0 updated, 2 unchanged, 0 refused, 0 failed\n");
    assertThat(Session.digests(into)).isEqualTo(before).hasSize(2);
  }

  @Test
  void aChangedPackShowsBothDigestsAndCounts() throws IOException {
    update();
    var changed =
        Files.readString(shared.resolve("ocelote.stix2"))
            .replace("avisos-legales.test", "ocelote-panel.example");
    server.serve("/raw/made-up/packs/main/ocelote.stix2", changed);
    var run = update();
    Files.writeString(shared.resolve("changed.stix2"), changed);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith(
            """
            updated    %s (Ocelote): 12 indicators before, 11 now, 0 refused
                       SHA-256 %s before
                       SHA-256 %s now
            """
                .formatted(OCELOTE, sha256("ocelote.stix2"), sha256("changed.stix2")));
    assertThat(into.resolve(OCELOTE)).hasContent(changed);
  }

  @Test
  void aDryRunTellsAndWritesNothing() throws IOException {
    var first = update("--dry-run");
    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).startsWith("new        " + OCELOTE);
    assertThat(first.err()).contains("Nothing was written");
    assertThat(into).doesNotExist();
    update();
    var before = Session.digests(into);
    server.serve("/raw/made-up/packs/main/ocelote.stix2", "lure.example.org\n");
    assertThat(update("--dry-run").out()).startsWith("updated    " + OCELOTE);
    server.serve("/raw/made-up/packs/main/ocelote.stix2", "{\"type\":\"bundle\",");
    assertThat(update("--dry-run").exitCode()).isEqualTo(3);
    assertThat(Session.digests(into)).isEqualTo(before);
  }

  @Test
  void aPackThatDoesNotLoadLiesBesideTheOldOne() throws IOException {
    update();
    server.serve("/raw/made-up/packs/main/ocelote.stix2", "{\"type\":\"bundle\",");
    var run = update();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .startsWith("refused    " + OCELOTE)
        .endsWith("1 packs: 0 new, 0 updated, 0 unchanged, 1 refused, 0 failed\n");
    assertThat(run.err()).contains(".refused");
    assertThat(names()).containsExactly(OCELOTE, OCELOTE + ".refused");
    assertThat(into.resolve(OCELOTE)).hasSameBinaryContentAs(shared.resolve("ocelote.stix2"));
    assertThat(into.resolve(OCELOTE + ".refused")).hasContent("{\"type\":\"bundle\",");
    assertThat(Session.of("packs", "check", into.toString()).exitCode()).isEqualTo(3);

    serve();
    assertThat(update().exitCode()).isZero();
    assertThat(names()).containsExactly(OCELOTE);
  }

  @Test
  void aMissingPackFailsAloneAndTheOldOneStays() throws IOException {
    update();
    server.serve("/indicators.yaml", INDEX.replace("ocelote.stix2", "gone.stix2") + SECOND);
    var run = update();
    assertThat(run.exitCode()).isEqualTo(74);
    assertThat(run.out())
        .contains("failed     gone-")
        .contains("/raw/made-up/packs/main/gone.stix2 answers with status 404, not with 200.")
        .contains("new        " + LIST)
        .endsWith("2 packs: 1 new, 0 updated, 0 unchanged, 0 refused, 1 failed\n");
    assertThat(names()).containsExactlyInAnyOrder(OCELOTE, LIST);
  }

  @Test
  void onlyHttpsIsAsked() {
    var plain = address("/indicators.yaml").replace("https:", "http:");
    for (String index : List.of(plain, "ftp://localhost/x", "file:/etc/hosts", "indicators.yaml")) {
      var run = run("--index", index, "--into", into.toString());
      assertThat(run.exitCode()).as(index).isEqualTo(64);
      assertThat(run.err()).contains("Only https addresses").contains(index);
    }
    var named = run("--index", "https://someone@localhost/x", "--into", into.toString());
    assertThat(named.exitCode()).isEqualTo(64);
    var entry = "indicators:\n- {type: download, name: P, download_url: '%s'}\n";
    server.serve("/indicators.yaml", entry.formatted(plain));
    var run = update();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).startsWith("refused    (P): Only https addresses");
    assertThat(into).doesNotExist();
  }

  @Test
  void aRedirectIsFollowedToHttpsOnly() throws IOException {
    var raw = "/raw/made-up/packs/main/ocelote.stix2";
    server.serve("/moved", shared.resolve("ocelote.stix2"));
    server.redirect(raw, "/moved");
    assertThat(update().exitCode()).isZero();
    server.redirect(raw, address("/moved").replace("https:", "http:"));
    var run = update();
    assertThat(run.exitCode()).isEqualTo(74);
    assertThat(run.out())
        .contains("Only https addresses without a user name are fetched; this is not one: http:");
    assertThat(into.resolve(OCELOTE)).hasSameBinaryContentAs(shared.resolve("ocelote.stix2"));
  }

  @Test
  void fiveRedirectsAreFollowedAndSixAreNot() throws IOException {
    server.serve("/hop0", shared.resolve("ocelote.stix2"));
    for (int i = 1; i <= 6; i++) server.redirect("/hop" + i, "/hop" + (i - 1));
    server.redirect("/raw/made-up/packs/main/ocelote.stix2", "/hop4");
    assertThat(update().exitCode()).isZero();
    server.redirect("/raw/made-up/packs/main/ocelote.stix2", "/hop5");
    var run = update();
    assertThat(run.exitCode()).isEqualTo(74);
    assertThat(run.out()).contains("leads on more than 5 times.");
  }

  @Test
  void whatIsTooLargeIsStopped() throws IOException {
    var raw = "/raw/made-up/packs/main/ocelote.stix2";
    server.serve(raw, "a.example.org\n".repeat(4_000));
    var told = update();
    server.serveWithoutLength(raw, "a.example.org\n", 1_000_000);
    var untold = update();
    for (Session run : List.of(told, untold)) {
      assertThat(run.exitCode()).isEqualTo(74);
      assertThat(run.out()).contains("/ocelote.stix2 sends more than 50,000 bytes.");
    }
    assertThat(names()).isEmpty();
    server.serve("/indicators.yaml", "#" + "-".repeat(20_000) + "\n" + INDEX);
    var index = update();
    assertThat(index.exitCode()).isEqualTo(74);
    assertThat(index.err()).contains("/indicators.yaml sends more than 20,000 bytes.");
  }

  @Test
  void whatArrivesCutIsNotKept() throws IOException {
    server.serveCut("/raw/made-up/packs/main/ocelote.stix2", "lure.example.org\n", 10);
    var pack = update();
    assertThat(pack.exitCode()).isEqualTo(74);
    assertThat(pack.out()).contains("failed     " + OCELOTE).contains("could not be fetched");
    assertThat(names()).isEmpty();
    server.serveCut("/indicators.yaml", INDEX, 10);
    assertThat(update().exitCode()).isEqualTo(74);
  }

  @Test
  void anIndexThatIsNoneEndsWith65() {
    var cut = INDEX.substring(0, INDEX.indexOf("ocelote.stix2") - "th: ".length());
    for (String index : List.of(cut, "<html>", "indicators: []", "indicators: {a: b}", "", "- a")) {
      server.serve("/indicators.yaml", index);
      var run = update();
      assertThat(run.exitCode()).as(index + run.err()).isEqualTo(65);
      assertThat(run.err()).as(index).contains("index").hasLineCount(1);
      assertThat(run.out()).isEmpty();
    }
    assertThat(into).doesNotExist();
  }

  @Test
  void aMissingIndexEndsWith74() {
    var run = run("--index", address("/none.yaml"), "--into", into.toString());
    assertThat(run.exitCode()).isEqualTo(74);
    assertThat(run.err()).contains("/none.yaml answers with status 404");
  }

  @Test
  void aServerThatIsNotThereIsToldAsSuch() throws IOException {
    int closed;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    var run = run("--index", "https://localhost:" + closed + "/x", "--into", into.toString());
    assertThat(run.exitCode()).isEqualTo(74);
    assertThat(run.err()).contains("/x cannot be reached").hasLineCount(1);
  }

  @Test
  void aServerThatNobodyVouchesForIsRefused() {
    var run =
        run(
            PacksUpdateDownloads::standard,
            "--index",
            address("/indicators.yaml"),
            "--into",
            into.toString());
    assertThat(run.exitCode()).isEqualTo(74);
    assertThat(run.err()).contains("could not be fetched").contains("certification path");
  }

  @Test
  void aServerThatStaysSilentIsNotWaitedForLong() {
    var ended = new CountDownLatch(1);
    server.serveWith(
        "/raw/made-up/packs/main/ocelote.stix2",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          awaitQuietly(ended);
        });
    var limits =
        new PacksUpdateDownloads.Limits(
            Duration.ofSeconds(10), Duration.ofMillis(1_500), 20_000, 50_000);
    var run = run(() -> PacksUpdateDownloads.trusting(server.trust(), limits), arguments());
    ended.countDown();
    assertThat(run.exitCode()).isEqualTo(74);
    assertThat(run.out()).contains("did not answer in full within 1.5 seconds.");
  }

  private static void awaitQuietly(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  @Test
  void hostileEntriesStayInTheFolderAndOnTheirLine() throws IOException {
    server.serve("/a/CON.stix2", "one.example.org\n");
    server.serve("/b/CON.stix2", "two.example.org\n");
    server.serve("/", "three.example.org\n");
    var download = "- {type: download, name: %s, download_url: '%s'}\n";
    server.serve(
        "/indicators.yaml",
        INDEX.replace("ocelote.stix2", "../../x")
            + download.formatted("CON", address("/a/CON.stix2")).indent(2)
            + download.formatted("CON", address("/b/CON.stix2")).indent(2)
            + download.formatted("\"\\nnew  all\\e[31m\"", address("/")).indent(2)
            + "  - {type: torrent, name: T}\n  - text\n");
    var run = update();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out().lines())
        .anyMatch(line -> line.startsWith("refused    (Ocelote): The field path"))
        .anyMatch(line -> line.startsWith("refused    (T): The type of this entry is \"torrent\""))
        .anyMatch(line -> line.contains("( new  all\\u001b[31m)"));
    assertThat(run.out()).endsWith("6 packs: 3 new, 0 updated, 0 unchanged, 3 refused, 0 failed\n");
    assertThat(names())
        .hasSize(3)
        .allMatch(name -> name.matches("(a-CON|b-CON|pack)-[0-9a-f]{12}(\\.stix2)?"));
    try (Stream<Path> all = Files.list(temp)) {
      assertThat(all).containsExactly(into);
    }
  }

  @Test
  void whatAKilledRunLeftIsRemovedAndWhatAnotherRunWritesStays() throws IOException {
    // No system gives out so high a number.
    long ended = 999_999_999_999L;
    long running = otherProcess().pid();
    Files.createDirectories(into);
    Files.writeString(into.resolve(".partial-" + ended + "-17-" + OCELOTE), "{\"type\":\"bun");
    Files.writeString(into.resolve(".partial-" + (ended + 1) + "-of-no-run"), "");
    Files.writeString(into.resolve(".partial-" + running + "-18-" + OCELOTE), "{\"type\"");
    Files.writeString(into.resolve(".mine"), "lure.example.org\n");
    assertThat(update("--dry-run").exitCode()).isZero();
    assertThat(names()).hasSize(4);
    assertThat(update().exitCode()).isZero();
    assertThat(names())
        .containsExactlyInAnyOrder(".mine", ".partial-" + running + "-18-" + OCELOTE, OCELOTE);
  }

  @Test
  void whatIsNotWholeIsNamedForTheRunThatWritesIt() throws IOException {
    try (var folder = new PacksUpdateFolder(into, false)) {
      folder.begin(OCELOTE);
      assertThat(names())
          .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
          .startsWith(".partial-" + ProcessHandle.current().pid() + "-")
          .endsWith("-" + OCELOTE);
    }
    assertThat(names()).isEmpty();
  }

  private static ProcessHandle otherProcess() {
    var self = ProcessHandle.current();
    return ProcessHandle.allProcesses()
        .filter(other -> !other.equals(self))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFileCannotBeTheFolder() throws IOException {
    Files.writeString(into, "mine");
    assertThat(update().exitCode()).isEqualTo(64);
    assertThat(into).hasContent("mine");
  }

  @Test
  void theCommandIsReachedAndRefusesBeforeItConnects() {
    var run =
        Session.of(
            "packs",
            "update",
            "--index",
            "http://192.0.2.1/x",
            "--into",
            into.toString(),
            "--lang",
            "es");
    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).startsWith("Solo se descarga de direcciones https");
    var help = Session.of("packs", "update", "--help");
    assertThat(help.out()).contains("--into").contains("--dry-run").doesNotContain("--raw-base");
    assertThat(Session.of("packs", "update").exitCode()).isEqualTo(64);
  }

  private Session update(String... options) {
    var all = new ArrayList<>(List.of(arguments()));
    all.addAll(List.of(options));
    return run(all.toArray(new String[0]));
  }

  private String[] arguments() {
    return new String[] {
      "--index",
      address("/indicators.yaml"),
      "--raw-base",
      address("/raw"),
      "--into",
      into.toString()
    };
  }

  private static Session run(String... arguments) {
    return run(() -> PacksUpdateDownloads.trusting(server.trust(), LIMITS), arguments);
  }

  private static Session run(Supplier<PacksUpdateDownloads> network, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            Map.of());
    var line = new CommandLine(new PacksUpdate(console, network));
    line.setExitCodeExceptionMapper(Failures::exitCode);
    line.setExecutionExceptionHandler(new Failures(console));
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--lang", "en"));
    int exitCode = line.execute(all.toArray(new String[0]));
    return new Session(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  private static String address(String path) {
    return server.address(path);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(into)) {
      return all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static String sha256(String name) throws IOException {
    return String.valueOf(Session.digests(shared).get(name));
  }

  private static String digest(String source) {
    var name = PacksUpdateName.of("x.txt", source);
    return name.substring("x-".length(), name.length() - ".txt".length());
  }
}
