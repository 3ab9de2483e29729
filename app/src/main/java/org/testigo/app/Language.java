package org.testigo.app;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.testigo.reports.Words;

/// Which language to speak.
final class Language {
  private Language() {}

  /// The language asked for, else that of the machine.
  static Words words(Optional<String> asked) {
    return Words.in(asked.map(Locale::forLanguageTag).orElseGet(Language::ofMachine));
  }

  /// The language of Testigo's that is nearest to the machine's: what the launcher found before it
  /// set a locale of its own, else what the JVM says.
  static Locale ofMachine() {
    return Words.in(machine()).locale();
  }

  private static Locale machine() {
    return Stream.of("TESTIGO_LANG")
        .map(System::getenv)
        .filter(value -> value != null && value.length() >= 2)
        .map(value -> Locale.of(value.substring(0, 2)))
        .findFirst()
        .orElseGet(Locale::getDefault);
  }
}
