package org.testigo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One run of a program, as the operating system saw it.
///
/// @param cpuSeconds of all threads and children, user and system together
/// @param peakMegabytes largest resident set of one process of the run
public record ChildRun(double wallSeconds, double cpuSeconds, double peakMegabytes, int exitCode) {
  private static final Path TIME = Path.of("/usr/bin/time");

  /// @param talk the file that takes what the program prints, on both streams
  public static ChildRun of(List<String> command, Path talk)
      throws IOException, InterruptedException {
    if (!Files.isExecutable(TIME))
      throw new IllegalStateException("GNU time is needed as " + TIME + " (apt install time)");
    Path measured = Files.createTempFile("testigo-bench", ".time");
    var all = new ArrayList<>(List.of(TIME.toString(), "-q", "-o", measured.toString()));
    all.addAll(List.of("-f", "%e %U %S %M"));
    all.addAll(command);
    int exitCode =
        new ProcessBuilder(all)
            .redirectErrorStream(true)
            .redirectOutput(talk.toFile())
            .start()
            .waitFor();
    List<String> fields = List.of(Files.readString(measured).strip().split(" ", -1));
    Files.delete(measured);
    return new ChildRun(
        Double.parseDouble(fields.get(0)),
        Double.parseDouble(fields.get(1)) + Double.parseDouble(fields.get(2)),
        Double.parseDouble(fields.get(3)) / 1024,
        exitCode);
  }
}
