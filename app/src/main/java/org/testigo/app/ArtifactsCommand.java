package org.testigo.app;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.Artifacts;
import org.testigo.reports.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `testigo artifacts`: every artifact that can be read, printed from what each says of itself.
@Command(
    name = "artifacts",
    mixinStandardHelpOptions = true,
    resourceBundle = "org.testigo.app.Help")
final class ArtifactsCommand implements Callable<Integer> {
  @Mixin private final PartList list;

  ArtifactsCommand(Console console) {
    list = new PartList(console);
  }

  @Override
  public Integer call() {
    var words = list.words();
    Artifacts.all().forEach(artifact -> print(artifact, words));
    return ExitCode.COMPLETE.number();
  }

  private void print(Artifact artifact, Words words) {
    var spec = artifact.spec();
    list.heading(spec.id() + " — " + words.say(artifact.getClass(), "title"));
    var places =
        spec.places().stream()
            .map(place -> (place.domain() + " " + place.path()).strip())
            .collect(Collectors.joining("; "));
    line(words, "artifact-places", places);
    line(words, "artifact-versions", spec.versionsSeen());
    line(words, "artifact-written-by", spec.writtenBy());
    line(words, "artifact-class", spec.dataClass().word());
    line(words, "artifact-absence", words.say(artifact.getClass(), "absence"));
    spec.references().forEach(reference -> line(words, "artifact-reference", reference));
    list.end();
  }

  private void line(Words words, String key, String value) {
    list.item(words.say(Testigo.class, key) + ": " + value);
  }
}
