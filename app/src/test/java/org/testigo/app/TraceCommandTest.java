package org.testigo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.samples.MadeUpPhone;
import org.testigo.samples.Variant;
import org.testigo.samples.scans.MadeUpScan;
import org.testigo.samples.scans.ScanFiles;

class TraceCommandTest {
  @TempDir private static Path shared;
  @TempDir private Path temp;

  @BeforeAll
  static void makeScans() throws IOException {
    MadeUpScan.writeTo(shared.resolve("scans"));
    Files.writeString(
        shared.resolve("look-alikes.jsonl"), ScanFiles.sonarHttp(MadeUpScan.lookAlikes()));
    Files.writeString(
        shared.resolve("claims.csv"),
        """
        subject,predicate,object,report,date,url
        192.0.2.12,role,endpoint,Made-up Report,2013-06-01,https://example.org/report
        192.0.2.12,operator-country,Mexico,Made-up Report,2013-06-01,https://example.org/report
        """);
  }

  private Session trace(String... arguments) {
    return traceTo("atlas", arguments);
  }

  private Session traceTo(String out, String... arguments) {
    var all = new ArrayList<>(List.of("trace"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--out", temp.resolve(out).toString(), "--lang", "en"));
    return Session.of(all.toArray(new String[0]));
  }

  private static String path(String name) {
    return shared.resolve(name).toString();
  }

  private String file(String name) throws IOException {
    return Files.readString(temp.resolve("atlas").resolve(name));
  }

  @Test
  void serversAreFoundAndTheExitCodeSaysSo() throws IOException {
    var run = trace(path("scans"));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    var expected = new ArrayList<>(MadeUpScan.RECOGNISED);
    expected.add(MadeUpScan.TIED);
    var found =
        Session.lines(temp.resolve("atlas/addresses.csv")).stream()
            .skip(1)
            .map(line -> line.substring(0, line.indexOf(',')))
            .toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(run.out())
        .contains("Found 16 addresses")
        .contains("scans/20130312-http.jsonl (sonar-http): ")
        .contains("Families: finfisher, hacking-team-rcs");
    assertThat(file("clusters.json"))
        .contains("\"kind\":\"key\"")
        .contains("\"kind\":\"name\"")
        .contains("name:cdn.news.example");
    assertThat(file("atlas.html")).contains("</html>");
    assertThat(temp.resolve("atlas"))
        .isDirectoryNotContaining(path -> path.toString().contains("spool"));
  }

  @Test
  void twoRunsGiveTheSameBytes() throws IOException {
    traceTo("one", path("scans"), "--claims", path("claims.csv"));
    traceTo("two", path("scans"), "--claims", path("claims.csv"));
    var one = Session.digests(temp.resolve("one"));
    var two = Session.digests(temp.resolve("two"));
    assertThat(one).containsKey("run.json").hasSize(10);
    one.remove("run.json");
    two.remove("run.json");
    assertThat(two).isEqualTo(one);
  }

  @Test
  void theOrderOfTheInputsChangesNothing() throws IOException {
    var files = new ArrayList<String>();
    try (var all = Files.list(shared.resolve("scans"))) {
      all.sorted().map(Path::toString).forEach(files::add);
    }
    traceTo("one", files.toArray(new String[0]));
    traceTo("two", files.reversed().toArray(new String[0]));
    var one = Session.digests(temp.resolve("one"));
    var two = Session.digests(temp.resolve("two"));
    one.remove("run.json");
    two.remove("run.json");
    assertThat(two).isEqualTo(one);
  }

  @Test
  void whatWasHandedInStaysAsItWas() throws IOException {
    var before = Session.digests(shared);
    trace(path("scans"), "--claims", path("claims.csv"));
    assertThat(Session.digests(shared)).isEqualTo(before);
  }

  @Test
  void claimsStandBesideAndGiveNoRole() throws IOException {
    trace(path("scans"), "--claims", path("claims.csv"));
    assertThat(Session.lines(temp.resolve("atlas/addresses.csv")))
        .filteredOn(line -> line.startsWith("192.0.2.12,"))
        .singleElement()
        .asString()
        .contains(",unknown,");
    assertThat(Session.lines(temp.resolve("atlas/hosts.csv")))
        .anyMatch(
            line -> line.contains("role = endpoint (published by Made-up Report on 2013-06-01)"));
    assertThat(file("summary.json"))
        .contains("\"after_reports\":[{\"report\":\"Made-up Report\",\"date\":\"2013-06-01\"")
        .contains("\"addresses\":[\"198.51.100.7\"]");
    assertThat(file("atlas.html")).contains("Made-up Report");
  }

  @Test
  void redactedOutputsHideTheActive() throws IOException {
    var run = trace(path("scans"), "--redact", "--as-of", "2014-03-10");
    assertThat(run.exitCode()).isEqualTo(1);
    for (String name : Session.digests(temp.resolve("atlas")).keySet())
      if (!name.equals("run.json"))
        assertThat(file(name))
            .as(name)
            .doesNotContain("198.51.100.7\"")
            .doesNotContain(">198.51.100.7<");
    assertThat(file("addresses.csv")).contains("198.51.100.x,").contains("192.0.2.12,");
    assertThat(file("indicators.stix2")).doesNotContain("'198.51.100.7'").contains("'192.0.2.12'");
  }

  @Test
  void anotherDayHasOtherActiveServers() throws IOException {
    trace(path("scans"), "--as-of", "2013-03-12");
    assertThat(file("summary.json")).contains("\"as_of\":\"2013-03-12\"");
    assertThat(Session.lines(temp.resolve("atlas/hosts.csv")))
        .filteredOn(line -> line.contains(",yes,"))
        .isNotEmpty()
        .noneMatch(line -> line.contains("198.51.100.7"));
  }

  @Test
  void programsGetTheSummary() throws IOException {
    var run = trace(path("scans"), "--json", "--progress", "json");
    assertThat(run.out()).isEqualTo(file("summary.json"));
    assertThat(run.err()).contains("{\"bytes\":").contains("\"bytesPlanned\":");
  }

  @Test
  void nothingRecognisedIsNotProved() {
    var run = trace(path("look-alikes.jsonl"));
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out()).startsWith("No server was recognised").contains("does not prove");
  }

  @Test
  void badLinesAreGaps() throws IOException {
    var damaged = temp.resolve("damaged.jsonl");
    Files.writeString(
        damaged, Files.readString(shared.resolve("look-alikes.jsonl")) + "{\"host\":\"192.0.2");
    var run = trace(damaged.toString());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("  ! damaged.jsonl, line ").contains(", 1 refused");
    assertThat(file("summary.json")).contains("\"lines_refused\":1");
  }

  @Test
  void badClaimsAreGapsToo() throws IOException {
    var claims = temp.resolve("claims.csv");
    Files.writeString(claims, "subject,predicate,object,report,date,url\na,b\n");
    var run = trace(path("look-alikes.jsonl"), "--claims", claims.toString());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("claims.csv, line 2: 2 cells, expected 6.");
  }

  @Test
  void mistakesInTheCommandHaveTheirCodes() throws IOException {
    assertThat(trace(path("nothing-here")).exitCode()).isEqualTo(66);
    assertThat(trace(path("scans"), "--claims", path("no.csv")).exitCode()).isEqualTo(66);
    assertThat(trace(path("scans"), "--as-of", "yesterday").exitCode()).isEqualTo(64);
    assertThat(Session.of("trace").exitCode()).isEqualTo(64);
    Files.writeString(temp.resolve("note.txt"), "hello");
    var unknown = trace(temp.resolve("note.txt").toString());
    assertThat(unknown.exitCode()).isEqualTo(65);
    assertThat(unknown.err()).contains("note.txt").contains("no known format");
    assertThat(temp.resolve("atlas")).doesNotExist();
    assertThat(trace(path("scans"), "--networks", path("claims.csv")).exitCode()).isEqualTo(65);
    assertThat(trace(path("scans"), "--mapping", path("claims.csv")).exitCode()).isEqualTo(65);
    Files.createDirectories(temp.resolve("atlas"));
    Files.writeString(temp.resolve("atlas/mine.txt"), "mine");
    assertThat(trace(path("scans")).exitCode()).isEqualTo(64);
    var inside = Session.of("trace", path("scans"), "--out", path("scans/atlas"));
    assertThat(inside.exitCode()).isEqualTo(64);
  }

  @Test
  void theSameFileTwiceIsReadOnce() throws IOException {
    var one = path("scans/20130312-http.jsonl");
    var run = trace(one, one);
    assertThat(run.out()).contains("20130312-http.jsonl was handed in twice and read once.");
    assertThat(run.out().lines().filter(line -> line.contains("entries read"))).hasSize(1);
  }

  @Test
  void indicatorsFlowBackIntoAnExamination() throws IOException {
    trace(path("scans"));
    MadeUpPhone.writeTo(temp.resolve("phone"), Variant.NO_TRACES);
    var run =
        Session.of(
            "examine",
            temp.resolve("phone").toString(),
            "--packs",
            temp.resolve("atlas/indicators.stix2").toString(),
            "--out",
            temp.resolve("case").toString());
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(Files.readString(temp.resolve("case/case.json")))
        .contains("\"name\":\"indicators.stix2\"")
        .contains("\"indicators\":16")
        .contains("\"refused\":[]");
  }

  @Test
  void spanishIsComplete() {
    var arguments = new String[] {"trace", path("scans"), "--lang", "es", "--out"};
    var all = new ArrayList<>(List.of(arguments));
    all.add(temp.resolve("atlas").toString());
    var run = Session.with(Map.of(), all.toArray(new String[0]));
    assertThat(run.out()).contains("Se encontraron 16 direcciones").contains("Sin enlaces: ");
  }
}
