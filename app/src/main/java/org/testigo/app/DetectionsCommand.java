package org.testigo.app;

import java.util.concurrent.Callable;
import org.testigo.detections.Detection;
import org.testigo.detections.Detections;
import org.testigo.reports.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `testigo detections`: the page of every detection: its question, why it matters, innocent
/// causes, next steps, references.
@Command(
    name = "detections",
    mixinStandardHelpOptions = true,
    resourceBundle = "org.testigo.app.Help")
final class DetectionsCommand implements Callable<Integer> {
  @Mixin private final PartList list;

  DetectionsCommand(Console console) {
    list = new PartList(console);
  }

  @Override
  public Integer call() {
    var words = list.words();
    Detections.all().forEach(detection -> print(detection, words));
    return ExitCode.COMPLETE.number();
  }

  private void print(Detection detection, Words words) {
    var spec = detection.spec();
    list.heading(spec.id() + " [" + spec.strongest().word() + "]");
    list.item(words.say(detection.getClass(), "question"));
    list.item(words.say(detection.getClass(), "why"));
    numbered(detection, words, "explanation");
    numbered(detection, words, "step");
    spec.references().forEach(list::item);
    list.end();
  }

  private void numbered(Detection detection, Words words, String name) {
    for (int number = 1; words.knows(detection.getClass(), name + "." + number); number++) {
      list.item(words.say(detection.getClass(), name + "." + number));
    }
  }
}
