package org.testigo.formats.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.Corpus;

/// Every database of the corpus that is meant to be sound, value for value as SQLite reads it.
class CorpusDatabasesTest {
  @TempDir private Path scratch;

  private int databases;
  private int tables;
  private long rows;

  @Test
  void readsEveryDatabaseAsSqliteDoes() throws IOException, SQLException {
    Path corpus = Corpus.path("");
    for (Path file : Corpus.filesBelow("")) {
      String name = corpus.relativize(file).toString();
      if (name.startsWith("hostile/")) continue;
      if (isDatabase(file)) compare(name, copy(file));
      if (name.startsWith("ios/ileapp/data/") && name.endsWith(".zip")) compareZip(name, file);
    }
    assertThat(List.of(databases, tables)).isEqualTo(List.of(59, 739));
    assertThat(rows).isEqualTo(66_673);
  }

  private void compare(String name, Path copy) throws SQLException, IOException {
    try {
      AgainstSqlite.Compared compared = AgainstSqlite.compare(copy);
      assertThat(compared).as(name).isNotEqualTo(AgainstSqlite.Compared.BROKEN);
      databases++;
      tables += compared.tables();
      rows += compared.rows();
    } catch (AssertionError | RuntimeException | SQLException e) {
      throw new AssertionError(name + ": " + e.getMessage(), e);
    }
  }

  private static boolean isDatabase(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(16), Header.MAGIC);
    }
  }

  private Path copy(Path file) throws IOException {
    Path folder = Files.createTempDirectory(scratch, "database");
    Path copy = folder.resolve("copy.db");
    Files.write(copy, Files.readAllBytes(file));
    for (String suffix : List.of("-wal", "-journal")) {
      Path beside = file.resolveSibling(file.getFileName() + suffix);
      if (Files.exists(beside)) {
        Files.write(folder.resolve("copy.db" + suffix), Files.readAllBytes(beside));
      }
    }
    return copy;
  }

  /// Compares the databases of an archive, each with the log beside it there.
  private void compareZip(String name, Path zip) throws IOException, SQLException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (var in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) entries.put(entry.getName(), in.readAllBytes());
      }
    }
    for (var entry : entries.entrySet()) {
      if (entry.getValue().length < 16) continue;
      if (!Arrays.equals(entry.getValue(), 0, 16, Header.MAGIC, 0, 16)) continue;
      Path folder = Files.createTempDirectory(scratch, "zip");
      Path copy = Files.write(folder.resolve("copy.db"), entry.getValue());
      for (String suffix : List.of("-wal", "-journal")) {
        byte[] beside = entries.get(entry.getKey() + suffix);
        if (beside != null) Files.write(folder.resolve("copy.db" + suffix), beside);
      }
      compare(name + "!" + entry.getKey(), copy);
    }
  }
}
