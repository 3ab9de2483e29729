package org.testigo.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.testigo.detections.fingerprints.Checked;
import org.testigo.detections.fingerprints.FingerprintCheck;
import org.testigo.detections.fingerprints.FingerprintSet;
import org.testigo.model.Text;
import org.testigo.reports.Inert;
import org.testigo.reports.Words;
import org.testigo.scanning.ExampleViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `testigo fingerprints check`: each rule against its own matches and misses and against the
/// look-alikes that all rules share.
@Command(name = "check", mixinStandardHelpOptions = true, resourceBundle = "org.testigo.app.Help")
final class FingerprintsCheck implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "FILE_OR_FOLDER")
  private List<Path> rules = List.of();

  @Option(names = "--lang", paramLabel = "es|en")
  private @Nullable String language;

  FingerprintsCheck(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var words = Language.words(Optional.ofNullable(language));
    FingerprintsCommand.requireFiles(rules, words);
    var set = FingerprintSet.loadAlone(rules);
    var results = FingerprintCheck.check(set, new ExampleViews());
    results.forEach(result -> print(result, words));
    set.passedOver().forEach(file -> say(words, "fingerprint-passed-over", Inert.visible(file)));
    set.refused().forEach(refused -> console.data(FingerprintsCommand.refusal(refused, words)));
    long failing = results.stream().filter(result -> !result.failures().isEmpty()).count();
    say(words, "fingerprint-total", results.size(), failing, set.refused().size());
    if (!set.refused().isEmpty()) return ExitCode.BAD_INPUT.number();
    return (failing == 0 ? ExitCode.COMPLETE : ExitCode.FINDINGS).number();
  }

  /// A file of Recog holds hundreds: of those only the ones that fail are told.
  private void print(Checked result, Words words) {
    var fingerprint = result.fingerprint();
    if (!result.failures().isEmpty()) {
      say(words, "fingerprint-fails", fingerprint.id());
      for (Text failure : result.failures())
        console.data("    " + Inert.visible(words.say(failure)));
    } else if (!fingerprint.file().endsWith(".xml")) {
      say(
          words,
          result.hasLiteral() ? "fingerprint-holds" : "fingerprint-holds-slowly",
          fingerprint.id(),
          result.matches(),
          result.misses());
    }
  }

  private void say(Words words, String key, Object... arguments) {
    console.data(words.say(Testigo.class, key, arguments));
  }
}
