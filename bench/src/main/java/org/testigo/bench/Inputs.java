package org.testigo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.testigo.samples.backup.Encryption;
import org.testigo.samples.large.LargeBackup;
import org.testigo.samples.large.LargePack;
import org.testigo.samples.large.Scale;

/// What the benchmark runs on, made once and kept in a work folder.
record Inputs(
    Path clean, Path half, Path encrypted, Path smallPack, Path largePack, Path passwordFile) {
  static final String PASSWORD = "contrase\u00f1a de prueba";
  static final int SMALL_PACK = 11_000;
  static final int LARGE_PACK = 100_000;

  /// Changes when what is generated changes, so that old inputs are made again.
  private static final String VERSION = "1";

  /// Gives the inputs in the folder, after making them where they are not there. Only what an
  /// earlier run made is ever deleted.
  static Inputs in(Path work, Scale scale) throws IOException {
    var inputs = under(work);
    Path made = work.resolve("made");
    String description = VERSION + " " + scale + "\n";
    if (Files.exists(made) && Files.readString(made).equals(description)) return inputs;
    if (Files.exists(made)) deleteAll(work);
    refuseForeign(work);
    System.err.println("Making the inputs in " + work);
    Files.createDirectories(work);
    Files.writeString(made, "unfinished\n");
    inputs.make(work, scale);
    Files.writeString(made, description);
    return inputs;
  }

  private static void refuseForeign(Path work) throws IOException {
    if (Files.notExists(work)) return;
    try (Stream<Path> content = Files.list(work)) {
      if (content.findAny().isPresent())
        throw new IllegalArgumentException(
            work + " is not empty and no work folder of a benchmark");
    }
  }

  private static Inputs under(Path work) {
    return new Inputs(
        work.resolve("clean"),
        work.resolve("half"),
        work.resolve("encrypted"),
        work.resolve("pack-%d.stix2".formatted(SMALL_PACK)),
        work.resolve("pack-%d.stix2".formatted(LARGE_PACK)),
        work.resolve("password"));
  }

  private void make(Path work, Scale scale) throws IOException {
    LargeBackup whole = LargeBackup.prepare(scale, work.resolve("databases"));
    whole.writeTo(clean, Optional.empty());
    whole.writeTo(encrypted, Optional.of(Encryption.asOnAPhone(PASSWORD)));
    deleteAll(work.resolve("databases"));
    LargeBackup.prepare(scale.dividedBy(2), work.resolve("databases"))
        .writeTo(half, Optional.empty());
    deleteAll(work.resolve("databases"));
    LargePack.writeTo(smallPack, SMALL_PACK);
    LargePack.writeTo(largePack, LARGE_PACK);
    Files.writeString(passwordFile, PASSWORD + "\n");
  }

  static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
