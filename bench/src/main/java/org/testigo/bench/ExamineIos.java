package org.testigo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.testigo.formats.keybag.KeyBag;
import org.testigo.formats.plist.Plist;
import org.testigo.formats.plist.PlistValue.Dictionary;
import org.testigo.model.Budget;
import org.testigo.samples.large.Plants;
import org.testigo.samples.large.Scale;

/// The benchmark `examine-ios`: makes a large backup, examines it with the launcher as a person
/// would, and says how long it took, how much memory, and whether the result is right.
///
/// `bench/run examine-ios [WORK_FOLDER]`; `BENCH_RUNS` sets how often each row runs (3), of which
/// the median is shown, `BENCH_DIVIDE` makes everything so many times smaller. Exit code 1 when a
/// result is wrong.
public final class ExamineIos {
  private static final double TARGET_WALL_SECONDS = 6;
  private static final double TARGET_CPU_SECONDS = 10;
  private static final double TARGET_MEGABYTES = 512;

  private final Path launcher;
  private final Path work;
  private final Inputs inputs;
  private final int runs;
  private boolean isRight = true;

  private ExamineIos(Path repository, Path work, Inputs inputs, int runs) {
    this.launcher = repository.resolve("testigo");
    this.work = work;
    this.inputs = inputs;
    this.runs = runs;
  }

  /// @param arguments the root of the repository, then the work folder
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path repository = Path.of(arguments[0]).toAbsolutePath();
    Path work = Path.of(arguments[1]).toAbsolutePath();
    Scale scale = Scale.FULL.dividedBy(setting("BENCH_DIVIDE", 1));
    long begun = System.nanoTime();
    Inputs inputs = Inputs.in(work, scale);
    System.err.printf("Inputs ready after %.1f s%n", secondsSince(begun));
    var benchmark = new ExamineIos(repository, work, inputs, setting("BENCH_RUNS", 3));
    System.out.println(scale);
    benchmark.run();
    if (!benchmark.isRight) System.exit(1);
  }

  private void run() throws IOException, InterruptedException {
    List<String> version = List.of(launcher.toString(), "--version");
    // The first run after a build makes the launcher's cache, which is no part of any row.
    ChildRun.of(version, work.resolve("version.txt"));
    ChildRun start = measure(version, "version");
    System.out.printf("%-34s %7s %7s %7s  %s%n", "", "wall s", "CPU s", "MB", "traces");
    print("testigo --version", start, "");
    ChildRun whole = examine("whole, 11,000 indicators", inputs.clean(), inputs.smallPack());
    ChildRun large = examine("whole, 100,000 indicators", inputs.clean(), inputs.largePack());
    ChildRun half = examine("half, 11,000 indicators", inputs.half(), inputs.smallPack());
    ChildRun twin = examine("encrypted, 11,000 indicators", inputs.encrypted(), inputs.smallPack());
    System.out.printf(
        "whole to half: %.2f times the time, %.2f times the CPU, both without start (linear: 2)%n",
        (whole.wallSeconds() - start.wallSeconds()) / (half.wallSeconds() - start.wallSeconds()),
        (whole.cpuSeconds() - start.cpuSeconds()) / (half.cpuSeconds() - start.cpuSeconds()));
    double derivation = keyDerivationSeconds();
    System.out.printf(
        "encrypted on top: %.2f s, %.2f CPU s, of which the key derivation takes %.2f s here%n",
        twin.wallSeconds() - whole.wallSeconds(),
        twin.cpuSeconds() - whole.cpuSeconds(),
        derivation);
    packs(start);
    compare();
    System.out.println(isTarget(whole) && isTarget(large) ? "Targets met." : "Targets missed.");
  }

  private static boolean isTarget(ChildRun run) {
    return run.wallSeconds() <= TARGET_WALL_SECONDS
        && run.cpuSeconds() <= TARGET_CPU_SECONDS
        && run.peakMegabytes() <= TARGET_MEGABYTES;
  }

  private ChildRun examine(String name, Path backup, Path pack)
      throws IOException, InterruptedException {
    Path out = work.resolve("case");
    List<String> command =
        List.of(
            launcher.toString(),
            "examine",
            backup.toString(),
            "--packs",
            pack.toString(),
            "--out",
            out.toString(),
            "--password-file",
            inputs.passwordFile().toString(),
            "--json");
    var results = new ArrayList<ChildRun>();
    for (int i = 0; i < runs; i++) {
      if (Files.exists(out)) Inputs.deleteAll(out);
      results.add(ChildRun.of(command, work.resolve("talk.txt")));
    }
    ChildRun median = median(results);
    print(name, median, correctness(out, median));
    return median;
  }

  /// A right run ends with 1 (findings) and holds every trace and nothing else.
  private String correctness(Path out, ChildRun run) throws IOException {
    Path findings = out.resolve("findings.jsonl");
    if (run.exitCode() != 1 || Files.notExists(findings)) {
      isRight = false;
      return "exit code %d: %s"
          .formatted(
              run.exitCode(),
              Files.readString(work.resolve("talk.txt")).lines().findFirst().orElse(""));
    }
    Correctness result = Correctness.of(Plants.all(), FoundLines.read(findings));
    isRight &= result.isWhole();
    result.missing().forEach(plant -> System.err.println("missing: " + plant));
    result.wrong().forEach(line -> System.err.println("wrong: " + line));
    return "%d of %d found, %d wrong"
        .formatted(result.found(), result.planted(), result.wrong().size());
  }

  /// Loading alone is what a check of the packs takes beyond the start of the program.
  private void packs(ChildRun start) throws IOException, InterruptedException {
    for (Path pack : List.of(inputs.smallPack(), inputs.largePack())) {
      List<String> check = List.of(launcher.toString(), "packs", "check", pack.toString());
      ChildRun run = measure(check, "packs");
      double wall = run.wallSeconds() - start.wallSeconds();
      double cpu = run.cpuSeconds() - start.cpuSeconds();
      print(
          "packs check " + pack.getFileName(),
          run,
          "loading: %.2f s, %.2f CPU s".formatted(wall, cpu));
    }
  }

  /// Runs the Mobile Verification Toolkit beside it, where it is installed.
  private void compare() throws IOException, InterruptedException {
    if (!isOnPath("mvt-ios")) {
      System.out.println("mvt-ios: not installed, no comparison");
      return;
    }
    Path out = work.resolve("mvt");
    List<String> command =
        List.of(
            "mvt-ios",
            "check-backup",
            "--iocs",
            inputs.smallPack().toString(),
            "--output",
            out.toString(),
            inputs.clean().toString());
    print("mvt-ios, 11,000 indicators", ChildRun.of(command, work.resolve("mvt.txt")), "");
  }

  private ChildRun measure(List<String> command, String name)
      throws IOException, InterruptedException {
    var results = new ArrayList<ChildRun>();
    for (int i = 0; i < runs; i++) results.add(ChildRun.of(command, work.resolve(name + ".txt")));
    return median(results);
  }

  /// By wall time, but with the largest memory of all.
  private static ChildRun median(List<ChildRun> results) {
    var sorted =
        results.stream().sorted(Comparator.comparingDouble(ChildRun::wallSeconds)).toList();
    ChildRun middle = sorted.get(sorted.size() / 2);
    double most = results.stream().mapToDouble(ChildRun::peakMegabytes).max().orElse(0);
    return new ChildRun(middle.wallSeconds(), middle.cpuSeconds(), most, middle.exitCode());
  }

  private static void print(String name, ChildRun run, String remark) {
    System.out.printf(
        "%-34s %7.2f %7.2f %7.0f  %s%n",
        name, run.wallSeconds(), run.cpuSeconds(), run.peakMegabytes(), remark);
  }

  private double keyDerivationSeconds() throws IOException {
    byte[] manifest = Files.readAllBytes(inputs.encrypted().resolve("Manifest.plist"));
    var list = (Dictionary) Plist.parse(manifest, Budget.unhurried());
    KeyBag bag = KeyBag.parse(list.data("BackupKeyBag").orElseThrow());
    long begun = System.nanoTime();
    bag.open(Inputs.PASSWORD.toCharArray()).orElseThrow().close();
    return secondsSince(begun);
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static int setting(String name, int unset) {
    String value = System.getenv(name);
    return value == null ? unset : Integer.parseInt(value);
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
