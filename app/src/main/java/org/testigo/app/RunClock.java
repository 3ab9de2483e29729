package org.testigo.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.testigo.cases.Case;
import org.testigo.cases.CaseFolder;
import org.testigo.reports.RunJson;

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
            packs.stream().map(pack -> pack.toAbsolutePath().toString()).toList(),
            folder.path().toAbsolutePath().toString(),
            theCase.tool());
    RunJson.write(facts, folder.begin(RunJson.NAME));
    folder.keep(RunJson.NAME);
  }
}
