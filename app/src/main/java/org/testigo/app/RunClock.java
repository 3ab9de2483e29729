package org.testigo.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.testigo.cases.Case;
import org.testigo.cases.CaseFolder;
import org.testigo.reports.RunJson;
import org.testigo.reports.atlas.Making;
import org.testigo.reports.atlas.TraceRunJson;

/// When a run began; everything that differs between two equal runs goes into `run.json`.
record RunClock(Instant startedAt, long startNanos) {

  static RunClock start() {
    return new RunClock(Instant.now(), System.nanoTime());
  }

  void write(CaseFolder folder, Path input, List<Path> packs, Case theCase) throws IOException {
    var facts =
        new RunJson.Facts(
            startedAt,
            Duration.ofNanos(System.nanoTime() - startNanos),
            System.getProperty("user.name", ""),
            System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""),
            Runtime.version().toString(),
            input.toAbsolutePath().toString(),
            absolute(packs),
            folder.path().toAbsolutePath().toString(),
            theCase.tool());
    RunJson.write(facts, folder.begin(RunJson.NAME));
    folder.keep(RunJson.NAME);
  }

  void write(CaseFolder folder, TraceOptions options, Making making) throws IOException {
    var facts =
        new TraceRunJson.Facts(
            startedAt,
            Duration.ofNanos(System.nanoTime() - startNanos),
            System.getProperty("user.name", ""),
            System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""),
            Runtime.version().toString(),
            absolute(options.inputs()),
            absolute(options.claims()),
            absolute(options.fingerprints()),
            absolute(options.networks()),
            folder.path().toAbsolutePath().toString(),
            making.toolVersion());
    TraceRunJson.write(facts, folder.begin(RunJson.NAME));
    folder.keep(RunJson.NAME);
  }

  private static List<String> absolute(List<Path> paths) {
    return paths.stream().map(path -> path.toAbsolutePath().toString()).toList();
  }
}
