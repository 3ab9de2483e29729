package org.testigo.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.testigo.indicators.PackReport;
import org.testigo.indicators.Packs;
import org.testigo.reports.Inert;
import org.testigo.reports.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `testigo packs`: what loads of the packs of indicators, and what is refused and why.
@Command(
    name = "packs",
    resourceBundle = "org.testigo.app.Help",
    mixinStandardHelpOptions = true,
    subcommands = {PacksCommand.Check.class, PacksUpdate.class})
final class PacksCommand {

  /// `testigo packs check`: loads packs and tells what became of each.
  @Command(name = "check", mixinStandardHelpOptions = true, resourceBundle = "org.testigo.app.Help")
  static final class Check implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "FILE_OR_FOLDER")
    private List<Path> packs = List.of();

    @Option(names = "--lang", paramLabel = "es|en")
    private @Nullable String language;

    Check(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws Exception {
      var words = Language.words(Optional.ofNullable(language));
      for (Path pack : packs) {
        if (!java.nio.file.Files.exists(pack)) {
          throw new Failures.CommandException(
              ExitCode.NO_INPUT, words.say(Testigo.class, "no-such-file", pack.toString()));
        }
      }
      var loaded = Packs.load(packs);
      loaded.packs().forEach(report -> print(report, words));
      console.data(words.say(Testigo.class, "packs-total", loaded.packs().size(), loaded.size()));
      boolean allLoaded = loaded.packs().stream().allMatch(PackReport::loaded);
      return (allLoaded ? ExitCode.COMPLETE : ExitCode.INCOMPLETE).number();
    }

    private void print(PackReport report, Words words) {
      var key = report.loaded() ? "pack-loaded" : "pack-refused";
      console.data(
          words.say(
              Testigo.class,
              key,
              Inert.visible(report.name()),
              report.indicators(),
              report.refused().size()));
      for (PackReport.Refusal refusal : report.refused()) {
        console.data(
            "    "
                + Inert.visible(refusal.subject())
                + "  "
                + Inert.visible(words.say(refusal.why())));
      }
    }
  }
}
