package org.testigo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The reference pages of artifacts, detections and fingerprints are what the commands print.
class ReferencePagesTest {

  @ParameterizedTest
  @ValueSource(strings = {"artifacts", "detections", "fingerprints"})
  void thePageIsWhatTheCommandPrints(String command) throws IOException {
    var printed = Session.of(command, "--markdown", "--lang", "en");
    var page = Files.readString(Path.of("../docs/reference", command + ".md"), UTF_8);
    assertThat(printed.exitCode()).isZero();
    assertThat(page)
        .as("print it again: ./testigo %s --markdown --lang en", command)
        .endsWith("\n\n" + printed.out().stripTrailing() + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"artifacts", "detections", "fingerprints"})
  void spanishIsPrintedToo(String command) {
    var english = Session.of(command, "--lang", "en").out();
    var spanish = Session.of(command, "--lang", "es").out();
    assertThat(spanish).isNotEqualTo(english);
    assertThat(spanish.lines().count()).isEqualTo(english.lines().count());
  }
}
