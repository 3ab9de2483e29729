package org.testigo.app;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.testigo.cases.Options;
import org.testigo.model.DataClass;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `testigo examine`: evidence in, verdict and case folder out.
@Command(
    name = "examine",
    mixinStandardHelpOptions = true,
    resourceBundle = "org.testigo.app.Help",
    sortOptions = false)
final class ExamineCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "EVIDENCE")
  private Path evidence = Path.of("");

  @Option(
      names = {"-p", "--packs"},
      paramLabel = "FILE_OR_FOLDER")
  private List<Path> packs = List.of();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER")
  private @Nullable Path out;

  @Option(names = "--password-file", paramLabel = "FILE")
  private @Nullable Path passwordFile;

  @Option(names = "--without", paramLabel = "CLASS", split = ",")
  private List<String> without = List.of();

  @Option(names = "--hash", paramLabel = "read|all", defaultValue = "read")
  private HashScope hash = HashScope.READ;

  @Option(names = "--timeline")
  private boolean timeline;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--lang", paramLabel = "es|en")
  private @Nullable String language;

  @Option(names = "--progress", paramLabel = "auto|json|none", defaultValue = "auto")
  private ProgressStyle progress = ProgressStyle.AUTO;

  /// Which files are hashed.
  enum HashScope {
    READ,
    ALL
  }

  /// How progress is told.
  enum ProgressStyle {
    AUTO,
    JSON,
    NONE
  }

  ExamineCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    var words = Language.words(Optional.ofNullable(language));
    var options = new Options(new TreeSet<>(dataClasses()), hash == HashScope.ALL, timeline);
    var folder = Optional.ofNullable(out).orElseGet(() -> defaultFolder(evidence));
    var secrets = new Passwords(Optional.ofNullable(passwordFile), console, words);
    var run = new ExamineRun(console, words, ProgressReports.of(progress, console, words));
    return run.examine(evidence, packs, folder, options, secrets, json).number();
  }

  private Set<DataClass> dataClasses() {
    var classes = EnumSet.noneOf(DataClass.class);
    for (String word : without) classes.add(dataClass(word.strip()));
    return classes;
  }

  private DataClass dataClass(String word) {
    for (DataClass known : DataClass.values())
      if (known.word().equals(word.toLowerCase(Locale.ROOT))) return known;
    var all =
        EnumSet.allOf(DataClass.class).stream()
            .map(DataClass::word)
            .collect(Collectors.joining(", "));
    throw new Failures.CommandException(
        ExitCode.USAGE,
        Language.words(Optional.ofNullable(language))
            .say(Testigo.class, "no-such-class", word, all));
  }

  private static Path defaultFolder(Path evidence) {
    var last = evidence.toAbsolutePath().normalize().getFileName();
    return Path.of("testigo-case-" + (last == null ? "root" : last));
  }
}
