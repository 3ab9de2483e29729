package org.testigo.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.testigo.detections.Detection;
import org.testigo.detections.Detections;
import org.testigo.reports.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `testigo detections`: the page of every detection: its question, why it matters, innocent
/// causes, next steps, references.
@Command(
    name = "detections",
    mixinStandardHelpOptions = true,
    resourceBundle = "org.testigo.app.Help")
final class DetectionsCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--lang", paramLabel = "es|en")
  private @Nullable String language;

  @Option(names = "--markdown")
  private boolean markdown;

  DetectionsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var words = Language.words(Optional.ofNullable(language));
    Detections.all().forEach(detection -> print(detection, words));
    return ExitCode.COMPLETE.number();
  }

  private void print(Detection detection, Words words) {
    var spec = detection.spec();
    console.data((markdown ? "## " : "") + spec.id() + " [" + spec.strongest().word() + "]");
    item(words.say(detection.getClass(), "question"));
    item(words.say(detection.getClass(), "why"));
    list(detection, words, "explanation");
    list(detection, words, "step");
    spec.references().forEach(this::item);
    console.data("");
  }

  private void list(Detection detection, Words words, String name) {
    for (int number = 1; words.knows(detection.getClass(), name + "." + number); number++) {
      item(words.say(detection.getClass(), name + "." + number));
    }
  }

  private void item(String text) {
    console.data((markdown ? "- " : "    ") + text);
  }
}
