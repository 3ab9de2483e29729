package org.testigo.formats.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Databases that SQLite made as seeds decide, value for value as it reads them.
///
/// `TESTIGO_SQLITE_DATABASES` sets how many, `TESTIGO_SQLITE_SEED` the first seed.
class GeneratedDatabasesTest {
  private static final int USUAL_COUNT = 1000;

  @TempDir private Path scratch;

  @Test
  void readsWhatSqliteWrote() throws IOException {
    long first = number("TESTIGO_SQLITE_SEED", 1);
    long count = number("TESTIGO_SQLITE_DATABASES", USUAL_COUNT);
    long tables = 0;
    long rows = 0;
    long broken = 0;
    for (long seed = first; seed < first + count; seed++) {
      AgainstSqlite.Compared compared = compare(seed);
      if (compared.equals(AgainstSqlite.Compared.BROKEN)) broken++;
      else tables += compared.tables();
      rows += compared.rows();
    }
    System.out.printf(
        "%d generated databases, %d of them broken by a torn log; %d tables, %d rows%n",
        count, broken, tables, rows);
    assertThat(broken).isLessThanOrEqualTo(count / 50);
    assertThat(rows).isGreaterThan(100 * count);
  }

  private static long number(String variable, long otherwise) {
    String value = System.getenv(variable);
    return value == null ? otherwise : Long.parseLong(value);
  }

  private AgainstSqlite.Compared compare(long seed) throws IOException {
    Path folder = Files.createDirectory(scratch.resolve("seed-" + seed));
    try {
      return AgainstSqlite.compare(DatabaseMaker.make(seed, folder));
    } catch (AssertionError | RuntimeException | SQLException e) {
      throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
