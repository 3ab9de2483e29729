package org.testigo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.testigo.cases.CaseFolder;
import org.testigo.evidence.EvidenceException;
import org.testigo.reports.Inert;
import org.testigo.reports.Words;
import picocli.CommandLine;

/// Turns what went wrong into one sentence for a person and one exit code for a program.
record Failures(Console console) implements CommandLine.IExecutionExceptionHandler {

  /// A command that cannot do what it was asked, with the sentence and the code to end with.
  static final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    CommandException(ExitCode code, String sentence) {
      super(sentence);
      this.code = code;
    }
  }

  static int usage(CommandLine.ParameterException e, String[] arguments) {
    var line = e.getCommandLine();
    line.getErr()
        .println(line.getColorScheme().errorText(Inert.visible(String.valueOf(e.getMessage()))));
    CommandLine.UnmatchedArgumentException.printSuggestions(e, line.getErr());
    line.getErr()
        .println(words().say(Testigo.class, "see-help", line.getCommandSpec().qualifiedName()));
    return ExitCode.USAGE.number();
  }

  @Override
  public int handleExecutionException(
      Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    console.out().flush();
    console.say(Inert.visible(sentence(e)));
    return exitCode(e);
  }

  private static String sentence(Exception e) {
    return switch (e) {
      case CommandException known -> String.valueOf(known.getMessage());
      case EvidenceException evidence -> words().say(evidence.text());
      case CaseFolder.RefusedException refused ->
          words()
              .say(
                  Testigo.class,
                  "folder." + refused.reason().name(),
                  String.valueOf(refused.getMessage()));
      case InterruptedException stopped -> words().say(Testigo.class, "interrupted");
      case NoSuchFileException missing ->
          words().say(Testigo.class, "no-such-file", String.valueOf(missing.getFile()));
      case IOException io -> words().say(Testigo.class, "io", e.toString());
      case UncheckedIOException io ->
          words().say(Testigo.class, "io", String.valueOf(io.getCause()));
      default -> words().say(Testigo.class, "mistake", trace(e));
    };
  }

  static int exitCode(Throwable e) {
    var code =
        switch (e) {
          case CommandException known -> known.code;
          case EvidenceException evidence ->
              evidence.reason() == EvidenceException.Cause.NO_SUCH_INPUT
                  ? ExitCode.NO_INPUT
                  : ExitCode.BAD_INPUT;
          case CaseFolder.RefusedException refused ->
              refused.reason() == CaseFolder.RefusedException.Cause.LOCKED
                  ? ExitCode.LOCKED
                  : ExitCode.USAGE;
          case InterruptedException stopped -> ExitCode.INTERRUPTED;
          case NoSuchFileException missing -> ExitCode.NO_INPUT;
          default -> ExitCode.IO;
        };
    return code.number();
  }

  private static String trace(Exception e) {
    var at = e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
    return e + at;
  }

  private static Words words() {
    return Words.in(Language.ofMachine());
  }
}
