package org.testigo.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.testigo.samples.large.LargeBackup;
import org.testigo.samples.large.LargePack;
import org.testigo.samples.large.Scale;
import picocli.CommandLine.Command;

/// Does once what people do, so that the launcher's cache holds the classes of it and knows which
/// code is run often. Leaves nothing behind.
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

  /// Of a phone of many years: large enough that the code that a whole examination spends its time
  /// in is run often, small enough to cost about two seconds.
  private static final int PART = 20;

  private static final int INDICATORS = 11_000;

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
      Testigo.run(new String[] {"demo", "--out", folder.resolve("case").toString()}, console);
      int ended = examineLargePhone(folder, console);
      return ended == ExitCode.FINDINGS.number() ? ExitCode.COMPLETE.number() : ended;
    } finally {
      DemoCommand.remove(folder);
    }
  }

  private static int examineLargePhone(Path folder, Console console) throws IOException {
    var phone = folder.resolve("phone");
    var pack = folder.resolve("pack.stix2");
    var out = folder.resolve("case-of-large");
    LargeBackup.prepare(Scale.FULL.dividedBy(PART), folder.resolve("databases"))
        .writeTo(phone, Optional.empty());
    LargePack.writeTo(pack, INDICATORS);
    return Testigo.run(
        new String[] {
          "examine", phone.toString(), "--packs", pack.toString(), "--out", out.toString()
        },
        console);
  }
}
