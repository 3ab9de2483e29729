package org.testigo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.testigo.evidence.Secrets;
import org.testigo.reports.Inert;
import org.testigo.reports.Words;

/// The password from a file, from `TESTIGO_PASSWORD` or from a prompt, in this order; never from an
/// argument, which other programs of the machine can read.
///
/// @param file its first line is the password, without the line end
record Passwords(Optional<Path> file, Console console, Words words) implements Secrets {

  @Override
  public Optional<char[]> password(String evidenceName) {
    if (file.isPresent()) return Optional.of(firstLine(file.get()));
    var variable = console.environment().get("TESTIGO_PASSWORD");
    if (variable != null) return Optional.of(variable.toCharArray());
    return prompt(evidenceName);
  }

  private static char[] firstLine(Path file) {
    try (var lines = Files.newBufferedReader(file)) {
      var line = lines.readLine();
      return line == null ? new char[0] : line.toCharArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<char[]> prompt(String evidenceName) {
    var question = words.say(Testigo.class, "password-prompt", Inert.visible(evidenceName));
    return Console.terminal().map(terminal -> terminal.readPassword("%s ", question));
  }
}
