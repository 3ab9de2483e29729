package org.testigo.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.Artifacts;
import org.testigo.reports.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `testigo artifacts`: every artifact that can be read, printed from what each says of itself.
@Command(
    name = "artifacts",
    mixinStandardHelpOptions = true,
    resourceBundle = "org.testigo.app.Help")
final class ArtifactsCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--lang", paramLabel = "es|en")
  private @Nullable String language;

  @Option(names = "--markdown")
  private boolean markdown;

  ArtifactsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var words = Language.words(Optional.ofNullable(language));
    Artifacts.all().forEach(artifact -> print(artifact, words));
    return ExitCode.COMPLETE.number();
  }

  private void print(Artifact artifact, Words words) {
    var spec = artifact.spec();
    console.data(
        (markdown ? "## " : "") + spec.id() + " — " + words.say(artifact.getClass(), "title"));
    var places =
        spec.places().stream()
            .map(place ->
                place.domain().isEmpty() ? place.path() : place.domain() + " " + place.path())
            .collect(Collectors.joining("; "));
    line(words, "artifact-places", places);
    line(words, "artifact-versions", spec.versionsSeen());
    line(words, "artifact-written-by", spec.writtenBy());
    line(words, "artifact-class", spec.dataClass().word());
    line(words, "artifact-absence", words.say(artifact.getClass(), "absence"));
    spec.references().forEach(reference -> line(words, "artifact-reference", reference));
    console.data("");
  }

  private void line(Words words, String key, String value) {
    console.data((markdown ? "- " : "    ") + words.say(Testigo.class, key) + ": " + value);
  }
}
