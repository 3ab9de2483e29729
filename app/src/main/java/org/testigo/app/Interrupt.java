package org.testigo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.testigo.cases.CaseFolder;

/// On Ctrl-C removes what is not whole from a case folder, so that no half file stays behind.
final class Interrupt implements AutoCloseable {
  private final Thread hook;

  private Interrupt(Thread hook) {
    this.hook = hook;
  }

  static Interrupt watch(CaseFolder folder) {
    var hook = Thread.ofPlatform().unstarted(() -> close(folder));
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interrupt(hook);
  }

  private static void close(CaseFolder folder) {
    try {
      folder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
