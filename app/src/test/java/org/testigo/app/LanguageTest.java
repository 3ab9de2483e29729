package org.testigo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class LanguageTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @Test
  void aMachineOfAnotherLanguageSpeaksEnglish() {
    Assumptions.assumeTrue(System.getenv("TESTIGO_LANG") == null, "the language is asked for");
    for (Locale locale : new Locale[] {Locale.FRENCH, Locale.of("c."), Locale.ROOT}) {
      Locale.setDefault(locale);
      var run = Session.of("packs", "check", "--help");
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).contains("Usage:").contains("Loads packs");
    }
    Locale.setDefault(Locale.of("es", "AR"));
    assertThat(Session.of("packs", "check", "--help").out()).contains("Uso:");
  }
}
