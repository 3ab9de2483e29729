package org.testigo.app;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testigo.reports.Words;

/// Which language to speak.
final class Language {
  private Language() {}

  /// The language asked for, else that of the machine.
  static Words words(Optional<String> asked) {
    return Words.in(asked.map(Locale::forLanguageTag).orElseGet(Language::ofMachine));
  }

  /// Spanish or English: what the launcher found before it set a locale of its own, else what the
  /// JVM says. Every other language, and none, is English.
  static Locale ofMachine() {
    return of(System.getenv("TESTIGO_LANG"), Locale.getDefault());
  }

  static Locale of(@Nullable String launcher, Locale machine) {
    boolean isSpanish =
        launcher == null || launcher.isEmpty()
            ? machine.getLanguage().equals("es")
            : launcher.equals("es") || launcher.startsWith("es_") || launcher.startsWith("es-");
    return Words.in(isSpanish ? Locale.of("es") : Locale.ENGLISH).locale();
  }
}
