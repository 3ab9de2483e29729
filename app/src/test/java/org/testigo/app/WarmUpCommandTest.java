package org.testigo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WarmUpCommandTest {

  /// The launcher keeps no cache of a warm-up that ended otherwise.
  @Test
  void examinesALargePhoneToTheEndAndSaysNothing() {
    var said = new ByteArrayOutputStream();
    var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    var console =
        new Console(new ByteArrayInputStream(new byte[0]), stream, stream, false, Map.of());
    assertThat(Testigo.run(new String[] {"warm-up"}, console)).isEqualTo(0);
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
