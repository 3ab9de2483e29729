package org.testigo.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.testigo.cases.Options;
import org.testigo.evidence.Secrets;
import org.testigo.samples.MadeUpPack;
import org.testigo.samples.MadeUpPhone;
import org.testigo.samples.Variant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `testigo demo`: makes the made-up phone, examines it and says where the report lies. A new
/// folder every time, so it works again.
@Command(name = "demo", mixinStandardHelpOptions = true, resourceBundle = "org.testigo.app.Help")
final class DemoCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER")
  private @Nullable Path out;

  @Option(names = "--lang", paramLabel = "es|en")
  private @Nullable String language;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    var words = Language.words(Optional.ofNullable(language));
    var folder = Optional.ofNullable(out).orElseGet(DemoCommand::freeFolder);
    var made = Files.createTempDirectory("testigo-demo");
    try {
      console.say(words.say(Testigo.class, "demo-making"));
      var phone = made.resolve("made-up-phone");
      var pack = made.resolve("ocelote.stix2");
      MadeUpPhone.writeTo(phone, Variant.IMPLANT);
      MadeUpPack.writeTo(pack);
      var run =
          new ExamineRun(
              console,
              words,
              ProgressReports.of(ExamineCommand.ProgressStyle.AUTO, console, words));
      run.examine(phone, List.of(pack), folder, Options.DEFAULT, Secrets.NONE, false);
      return ExitCode.COMPLETE.number();
    } finally {
      remove(made);
    }
  }

  private static Path freeFolder() {
    var first = Path.of("testigo-case-demo");
    for (int number = 2; ; number++) {
      var folder =
          number == 2 && !Files.exists(first) ? first : Path.of("testigo-case-demo-" + number);
      if (!Files.exists(folder)) return folder;
    }
  }

  static void remove(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
