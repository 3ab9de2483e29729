package org.testigo.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsoleTest {

  /// The build talks to the tests through pipes.
  @Test
  void withoutATerminalThereIsStillAConsole() {
    assertThat(Console.terminal()).isEmpty();
    assertThat(Console.standard().in()).isSameAs(System.in);
  }
}
