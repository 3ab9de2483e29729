package org.testigo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource({
    "es_MX.UTF-8,es",
    "es,es",
    "es-ES,es",
    "en_US.UTF-8,en",
    "C.UTF-8,en",
    "C,en",
    "POSIX,en",
    "fr_FR.UTF-8,en",
    "est_EE,en",
    "est,en"
  })
  void theLaunchersLocaleDecides(String launcher, String language) {
    assertThat(Language.of(launcher, Locale.GERMAN).getLanguage()).isEqualTo(language);
  }

  @Test
  void withoutALauncherTheMachineDecides() {
    assertThat(Language.of(null, Locale.of("es", "AR")).getLanguage()).isEqualTo("es");
    assertThat(Language.of("", Locale.JAPANESE).getLanguage()).isEqualTo("en");
  }
}
