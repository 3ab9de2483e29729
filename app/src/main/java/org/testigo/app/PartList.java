package org.testigo.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testigo.reports.Words;
import picocli.CommandLine.Option;

/// The options and the layout of the commands that print what parts say of themselves: as text, or
/// as a page of the reference.
final class PartList {
  private final Console console;

  @Option(names = "--lang", paramLabel = "es|en")
  private @Nullable String language;

  @Option(names = "--markdown")
  private boolean markdown;

  PartList(Console console) {
    this.console = console;
  }

  Words words() {
    return Language.words(Optional.ofNullable(language));
  }

  /// Begins a part.
  void heading(String text) {
    console.data((markdown ? "## " : "") + text);
  }

  void item(String text) {
    console.data((markdown ? "- " : "    ") + text);
  }

  /// Ends a part.
  void end() {
    console.data("");
  }
}
