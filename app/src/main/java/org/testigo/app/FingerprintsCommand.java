package org.testigo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.testigo.detections.fingerprints.Fingerprint;
import org.testigo.detections.fingerprints.FingerprintSet;
import org.testigo.detections.fingerprints.Refused;
import org.testigo.reports.Inert;
import org.testigo.reports.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `testigo fingerprints`: every rule that recognises servers: what it knows, since when, from
/// whom.
@Command(
    name = "fingerprints",
    mixinStandardHelpOptions = true,
    resourceBundle = "org.testigo.app.Help",
    subcommands = FingerprintsCheck.class)
final class FingerprintsCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--lang", paramLabel = "es|en")
  private @Nullable String language;

  @Option(names = "--markdown")
  private boolean markdown;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--rules", paramLabel = "FILE_OR_FOLDER")
  private List<Path> rules = List.of();

  FingerprintsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var words = Language.words(Optional.ofNullable(language));
    requireFiles(rules, words);
    var set = FingerprintSet.load(rules);
    for (Fingerprint fingerprint : set.fingerprints())
      if (json) console.data(FingerprintJson.line(fingerprint, words.locale()));
      else print(fingerprint, words);
    set.refused().forEach(refused -> console.say(refusal(refused, words)));
    return (set.refused().isEmpty() ? ExitCode.COMPLETE : ExitCode.BAD_INPUT).number();
  }

  static void requireFiles(List<Path> files, Words words) {
    for (Path file : files)
      if (!Files.exists(file))
        throw new Failures.CommandException(
            ExitCode.NO_INPUT, words.say(Testigo.class, "no-such-file", file.toString()));
  }

  static String refusal(Refused refused, Words words) {
    String subject = refused.file() + (refused.rule().isEmpty() ? "" : " – " + refused.rule());
    return words.say(Testigo.class, "fingerprint-file-refused", Inert.visible(subject))
        + "\n    "
        + Inert.visible(words.say(refused.why()));
  }

  private void print(Fingerprint fingerprint, Words words) {
    console.data(
        (markdown ? "## " : "") + fingerprint.id() + " [" + fingerprint.strength().word() + "]");
    item(fingerprint.description().in(words.locale()));
    named(words, "fingerprint-family", fingerprint.family());
    named(words, "fingerprint-generation", fingerprint.generation());
    item(words.say(Testigo.class, "fingerprint-subject." + fingerprint.subject().name()));
    item(words.say(Testigo.class, "fingerprint-strength." + fingerprint.strength().name()));
    item(
        words.say(
            Testigo.class,
            "fingerprint-valid",
            day(fingerprint.validFrom(), words),
            day(fingerprint.validUntil(), words)));
    var source = fingerprint.source();
    String date = source.date().map(day -> day + ", ").orElse("");
    item(
        words.say(
            Testigo.class,
            "fingerprint-source",
            source.title(),
            source.author(),
            date + source.url()));
    console.data("");
  }

  private void named(Words words, String key, String value) {
    if (!value.isEmpty()) item(words.say(Testigo.class, key, value));
  }

  private static String day(Optional<LocalDate> day, Words words) {
    return day.map(LocalDate::toString)
        .orElseGet(() -> words.say(Testigo.class, "fingerprint-open"));
  }

  private void item(String text) {
    console.data((markdown ? "- " : "    ") + Inert.visible(text));
  }
}
