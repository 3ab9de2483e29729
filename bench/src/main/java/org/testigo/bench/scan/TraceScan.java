package org.testigo.bench.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.testigo.bench.ChildRun;
import org.testigo.bench.scan.Corpora.Style;

/// The benchmark `trace-scan`: makes scan data with planted servers, searches it in every
/// compression with the rules that come with the program, and says how fast, with how much memory,
/// and whether the result is right.
///
/// `bench/run trace-scan [WORK_FOLDER]`; `BENCH_MB` sets the size of the largest files (1000),
/// `BENCH_RUNS` how often each row runs (3), of which the fastest is shown. Exit code 1 when a
/// result is wrong.
public final class TraceScan {
  /// What the launcher gives to the virtual machine, less than the target with what it needs beside
  /// the heap.
  private static final String HEAP = "-Xmx320m";

  private static final int MEGA = 1_000_000;
  private static final String PLAIN = "sonar-http.jsonl";

  private final Path work;
  private final int runs;
  private final Corpora corpora;
  private boolean isRight = true;

  private TraceScan(Path work, int megabytes, int runs) {
    this.work = work;
    this.runs = runs;
    this.corpora = new Corpora(work, megabytes);
  }

  /// @param arguments the work folder
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var work = Path.of(arguments[0]).toAbsolutePath();
    Files.createDirectories(work);
    var benchmark = new TraceScan(work, setting("BENCH_MB", 1_000), setting("BENCH_RUNS", 3));
    benchmark.make();
    benchmark.run();
    if (!benchmark.isRight) System.exit(1);
  }

  /// Makes the files that are not there for this size.
  private void make() throws IOException, InterruptedException {
    var made = work.resolve("made");
    var description = "3 " + corpora.bytes() + "\n";
    if (Files.exists(made) && Files.readString(made).equals(description)) return;
    System.err.println("Making the inputs in " + work);
    long whole = corpora.bytes();
    long part = whole / 10;
    expect(PLAIN, corpora.sonarHttp(PLAIN, Style.USUAL, whole));
    expect("shuffled.jsonl", corpora.sonarHttp("shuffled.jsonl", Style.SHUFFLED_KEYS, part));
    expect("spelled.jsonl", corpora.sonarHttp("spelled.jsonl", Style.OTHER_SPELLING, part));
    expect("certs.csv", corpora.sonarSsl("certs.csv", "hosts.csv", whole));
    expect("zgrab2.jsonl", corpora.zgrab2("zgrab2.jsonl", part));
    for (Packing packing : Packing.values()) packing.pack(work.resolve(PLAIN));
    Files.writeString(made, description);
  }

  private void expect(String file, SortedSet<String> lines) throws IOException {
    Files.write(work.resolve(file + ".expected"), lines);
  }

  private void run() throws IOException, InterruptedException {
    System.out.printf(
        "%-32s %8s %8s %8s %6s  %s%n",
        "", "MB/s", "wall s", "CPU s", "MB", "lines, decoded; result");
    double mega = megabytes(PLAIN);
    scan("plain", PLAIN, mega, "literal", PLAIN);
    for (Packing packing : Packing.values()) {
      if (!Files.exists(packing.packed(work.resolve(PLAIN)))) continue;
      scan(packing.suffix(), PLAIN, mega, "literal", PLAIN + packing.suffix());
      tool(packing.program() + " -dc", mega, packing.unpack(work.resolve(PLAIN)));
    }
    scan(
        "shuffled keys",
        "shuffled.jsonl",
        megabytes("shuffled.jsonl"),
        "literal",
        "shuffled.jsonl");
    scan("other spelling", "spelled.jsonl", megabytes("spelled.jsonl"), "literal", "spelled.jsonl");
    double certificates = megabytes("certs.csv") + megabytes("hosts.csv");
    scan("certificates and hosts", "certs.csv", certificates, "literal", "certs.csv", "hosts.csv");
    scan("zgrab2", "zgrab2.jsonl", megabytes("zgrab2.jsonl"), "literal", "zgrab2.jsonl");
    scan("rules without literal", PLAIN, mega, "everywhere", PLAIN);
    scan(
        "certificates, without literal",
        "certs.csv",
        certificates,
        "everywhere",
        "certs.csv",
        "hosts.csv");
    compare(mega);
  }

  private void scan(String name, String expected, double megabytes, String mode, String... files)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", HEAP));
    command.addAll(List.of("-XX:+UseParallelGC", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ScanRun.class.getName(), work.resolve("found").toString(), mode));
    for (String file : files) command.add(work.resolve(file).toString());
    var talk = work.resolve("talk.txt");
    var best = ChildRun.of(command, talk);
    for (int i = 1; i < runs; i++) best = faster(best, ChildRun.of(command, talk));
    print(name, megabytes, best, Files.readString(talk).strip() + "; " + correctness(expected));
    if (best.exitCode() != 0) isRight = false;
  }

  private static ChildRun faster(ChildRun one, ChildRun other) {
    double most = Math.max(one.peakMegabytes(), other.peakMegabytes());
    var fast = one.wallSeconds() <= other.wallSeconds() ? one : other;
    return new ChildRun(fast.wallSeconds(), fast.cpuSeconds(), most, fast.exitCode());
  }

  private String correctness(String expectedName) throws IOException {
    var found = new TreeSet<>(Files.readAllLines(work.resolve("found")));
    var expected = new TreeSet<>(Files.readAllLines(work.resolve(expectedName + ".expected")));
    var missing = new TreeSet<>(expected);
    missing.removeAll(found);
    var wrong = new TreeSet<>(found);
    wrong.removeAll(expected);
    missing.forEach(line -> System.err.println("missing: " + line));
    wrong.forEach(line -> System.err.println("wrong: " + line));
    isRight &= missing.isEmpty() && wrong.isEmpty();
    return "%d of %d found, %d wrong"
        .formatted(expected.size() - missing.size(), expected.size(), wrong.size());
  }

  /// Other programs on the same files, where they are installed.
  private void compare(double mega) throws IOException, InterruptedException {
    var file = work.resolve(PLAIN).toString();
    // "NotFound" in the three phases of base64; ripgrep knows nothing of the rules besides.
    tool("rg -c, one literal", mega, List.of("rg", "-c", "Tm90Rm91bm|5vdEZvdW5k|Ob3RGb3VuZ", file));
    double part = megabytes("shuffled.jsonl");
    tool(
        "jq, decode and search",
        part,
        List.of(
            "jq",
            "-r",
            "select(.data | @base64d | contains(\"404 NotFound\")) | .host",
            work.resolve("shuffled.jsonl").toString()));
    var query =
        "select count(*) from read_json('"
            + file
            + "', columns={host:'VARCHAR',data:'VARCHAR'},"
            + " format='newline_delimited') where contains(decode(from_base64(data))::VARCHAR, '404 NotFound')";
    tool("duckdb, decode and search", mega, List.of("duckdb", "-c", query));
  }

  private void tool(String name, double megabytes, List<String> command)
      throws IOException, InterruptedException {
    if (!isOnPath(command.getFirst())) {
      System.out.println(name + ": not installed");
      return;
    }
    var best = ChildRun.of(command, Path.of("/dev/null"));
    for (int i = 1; i < runs; i++) best = faster(best, ChildRun.of(command, Path.of("/dev/null")));
    print("  " + name, megabytes, best, "");
  }

  private static void print(String name, double megabytes, ChildRun run, String remark) {
    System.out.printf(
        "%-32s %8.0f %8.2f %8.2f %6.0f  %s%n",
        name,
        megabytes / run.wallSeconds(),
        run.wallSeconds(),
        run.cpuSeconds(),
        run.peakMegabytes(),
        remark);
  }

  private double megabytes(String file) throws IOException {
    return Files.size(work.resolve(file)) / (double) MEGA;
  }

  static boolean isOnPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static int setting(String name, int unset) {
    String value = System.getenv(name);
    return value == null ? unset : Integer.parseInt(value);
  }
}
