package org.testigo.formats.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testigo.Corpus;
import org.testigo.model.Budget;

/// What becomes of each damaged database of the corpus, to the word.
class HostileDatabasesTest {
  /// What the database holds that the damaged ones were made from.
  private static final Map<String, String> SOUND = Map.of();

  @Test
  @Timeout(20)
  void readsWhatIsLeftAndSaysWhatIsNot() {
    Map<String, List<String>> outcomes = new TreeMap<>();
    for (Path file : Corpus.filesBelow("hostile/sqlite")) {
      if (file.toString().endsWith("-wal")) continue;
      Path log = file.resolveSibling(file.getFileName() + "-wal");
      outcomes.put(
          file.getFileName().toString(),
          Reading.of(
              Corpus.read(file),
              Files.exists(log) ? Optional.of(Corpus.read(log)) : Optional.empty(),
              Budget.unhurried()));
    }
    outcomes.forEach((k, v) -> {
      System.out.println("==" + k);
      v.forEach(System.out::println);
    });
  }
}
