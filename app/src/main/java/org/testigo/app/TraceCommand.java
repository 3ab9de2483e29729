package org.testigo.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `testigo trace`: scan data in, atlas out.
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    resourceBundle = "org.testigo.app.Help",
    sortOptions = false)
final class TraceCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "SCAN_DATA")
  private List<Path> inputs = List.of();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER")
  private @Nullable Path out;

  @Option(names = "--claims", paramLabel = "FILE")
  private List<Path> claims = List.of();

  @Option(names = "--as-of", paramLabel = "DATE")
  private @Nullable LocalDate asOf;

  @Option(names = "--fingerprints", paramLabel = "FILE_OR_FOLDER")
  private List<Path> fingerprints = List.of();

  @Option(names = "--networks", paramLabel = "FILE")
  private List<Path> networks = List.of();

  @Option(names = "--mapping", paramLabel = "FILE")
  private @Nullable Path mapping;

  @Option(names = "--scan-date", paramLabel = "DATE")
  private @Nullable LocalDate scanDate;

  @Option(names = "--redact")
  private boolean redact;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--lang", paramLabel = "es|en")
  private @Nullable String language;

  @Option(names = "--progress", paramLabel = "auto|json|none", defaultValue = "auto")
  private ExamineCommand.ProgressStyle progress = ExamineCommand.ProgressStyle.AUTO;

  TraceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    var words = Language.words(Optional.ofNullable(language));
    var options =
        new TraceOptions(
            inputs,
            claims,
            Optional.ofNullable(asOf),
            fingerprints,
            networks,
            Optional.ofNullable(mapping),
            Optional.ofNullable(scanDate),
            redact);
    var folder = Optional.ofNullable(out).orElseGet(this::defaultFolder);
    return new TraceRun(console, words, options, progress).trace(folder, json).number();
  }

  private Path defaultFolder() {
    var last = inputs.getFirst().toAbsolutePath().normalize().getFileName();
    boolean isStandardInput = TraceInputs.isStandardInput(inputs.getFirst());
    return Path.of("testigo-atlas-" + (isStandardInput ? "stdin" : last == null ? "root" : last));
  }
}
