package org.testigo.app;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/// Where a command reads and writes: data goes out, talk goes to the errors.
///
/// @param isTerminal whether a person sits at the errors stream
record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean isTerminal,
    Map<String, String> environment) {

  static Console standard() {
    var out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out),
            false,
            StandardCharsets.UTF_8);
    var err =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
    boolean isTerminal = "1".equals(System.getenv("TESTIGO_TERMINAL")) || terminal().isPresent();
    return new Console(System.in, out, err, isTerminal, System.getenv());
  }

  /// The terminal on both ends, where there is one: the runtime gives none, or one that is no
  /// terminal, when a stream is a file or a pipe.
  static Optional<java.io.Console> terminal() {
    return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal);
  }

  Ansi ansi() {
    boolean wantsNone = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return isTerminal && !wantsNone ? Ansi.ON : Ansi.OFF;
  }

  /// Prints a line of data.
  void data(String line) {
    out.println(line);
    out.flush();
  }

  /// Says something to the person.
  void say(String line) {
    err.println(line);
  }
}
