package org.testigo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/// The shared corpus of real evidence, which lies outside the repository: in `$TESTIGO_SHARED`,
/// else in `../shared` beside it. Without it the tests that need it are skipped, and counted.
public final class Corpus {
  private static final AtomicInteger RAN = new AtomicInteger();
  private static final AtomicInteger SKIPPED = new AtomicInteger();

  private Corpus() {}

  /// A file or folder of the corpus; ends the test as skipped where it is not there.
  public static Path path(String name) {
    Path path = root().resolve(name);
    boolean isThere = Files.exists(path);
    (isThere ? RAN : SKIPPED).incrementAndGet();
    Assumptions.assumeTrue(isThere, () -> "not in the corpus: " + name);
    return path;
  }

  /// A table of what was published, which lies beside the corpus; ends the test as skipped where it
  /// is not there.
  public static Path groundTruth(String name) {
    return path("../ground-truth/" + name);
  }

  public static byte[] bytes(String name) {
    return read(path(name));
  }

  /// Every file below a folder, in the order of their names.
  public static List<Path> filesBelow(String folder) {
    try (Stream<Path> all = Files.walk(path(folder))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    String shared = System.getenv("TESTIGO_SHARED");
    // Tests run in a module of the repository.
    return Path.of(shared == null ? "../../shared" : shared).resolve("corpus");
  }

  /// Prints at the end of a run how many checks ran and how many were skipped.
  public static final class Counts implements TestExecutionListener {
    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
      if (RAN.get() + SKIPPED.get() == 0) return;
      System.out.printf("corpus: %d checks ran, %d skipped%n", RAN.get(), SKIPPED.get());
    }
  }
}
