package org.testigo.scans;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScanFormatsPageTest {
  private static final Path PAGE = Path.of("../docs/reference/scan-formats.md");

  @Test
  void thePageIsWhatTheFormatsSayOfThemselves() throws IOException {
    assertThat(Files.readString(PAGE, UTF_8))
        .as("the sections of docs/reference/scan-formats.md are ScanFormats.markdown()")
        .endsWith("\n\n" + ScanFormats.markdown());
  }
}
