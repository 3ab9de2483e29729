package org.testigo.app;

import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Does once what people do, so that the launcher's cache holds the classes of it. Leaves nothing
/// behind.
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

  @Override
  public Integer call() throws Exception {
    var silent = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var console =
        new Console(new ByteArrayInputStream(new byte[0]), silent, silent, false, Map.of());
    var folder = Files.createTempDirectory("testigo-warm-up");
    try {
      Testigo.run(new String[] {"--version"}, console);
      Testigo.run(new String[] {"examine", "--help"}, console);
      Testigo.run(new String[] {"artifacts"}, console);
      return Testigo.run(
          new String[] {"demo", "--out", folder.resolve("case").toString()}, console);
    } finally {
      DemoCommand.remove(folder);
    }
  }
}
