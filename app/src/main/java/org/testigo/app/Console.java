package org.testigo.app;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
    boolean isTerminal =
        "1".equals(System.getenv("TESTIGO_TERMINAL")) || System.console().isTerminal();
    return new Console(System.in, out, err, isTerminal, System.getenv());
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
