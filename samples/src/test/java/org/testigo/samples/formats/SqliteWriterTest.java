package org.testigo.samples.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.samples.Sql;

class SqliteWriterTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 60, 61, 1_000, 40_000})
  void theRealLibraryFindsTheFileWholeAndEveryRowInIt(int rows) throws Exception {
    Path file = folder.resolve("rows.db");
    var expected = new ArrayList<String>();
    try (var database = SqliteWriter.at(file)) {
      var table =
          database
              .table(
                  "t",
                  "id INTEGER PRIMARY KEY AUTOINCREMENT",
                  "name TEXT UNIQUE",
                  "n INTEGER DEFAULT 7",
                  "r REAL",
                  "b BLOB")
              .index("t_n", "n");
      var random = new Random(1);
      for (int i = 1; i <= rows; i++) {
        String name = "name-" + Integer.toHexString(random.nextInt()) + "-" + i;
        table.row(i * 3L).set("name", name).set("r", i / 4.0).set("b", new byte[i % 50]).write();
        expected.add("%d|%s|7|%s|%d".formatted(i * 3, name, i / 4.0, i % 50));
      }
      database.finish();
    }
    assertThat(Sql.rows(file, "SELECT id, name, n, r, length(b) FROM t ORDER BY rowid"))
        .isEqualTo(expected);
    assertThat(Sql.rows(file, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(Sql.rows(file, "SELECT count(*) FROM t INDEXED BY t_n WHERE n = 7"))
        .containsExactly("" + rows);
    assertThat(Sql.rows(file, "SELECT seq FROM sqlite_sequence"))
        .isEqualTo(rows == 0 ? List.of() : List.of("" + rows * 3));
  }

  @ParameterizedTest
  @ValueSource(ints = {1_001, 1_002, 1_003, 4_060, 4_061, 4_062, 4_096, 8_192, 100_000})
  void longValuesGoToOverflowPages(int length) throws Exception {
    Path file = folder.resolve("long.db");
    String text = "ñ✓".repeat(length).substring(0, length);
    try (var database = SqliteWriter.at(file)) {
      database.table("t", "a TEXT UNIQUE").insert(1, text).insert(2, text + "2").insert(9, "short");
      database.finish();
    }
    assertThat(Sql.rows(file, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(Sql.rows(file, "SELECT rowid, a FROM t"))
        .containsExactly("1|" + text, "2|" + text + "2", "9|short");
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        1,
        -1,
        127,
        128,
        -128,
        -129,
        32_767,
        32_768,
        8_388_607,
        8_388_608,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1L << 31,
        (1L << 47) - 1,
        1L << 47,
        -(1L << 47),
        Long.MAX_VALUE,
        Long.MIN_VALUE
      })
  void wholeNumbersOfEveryWidthComeBack(long number) throws Exception {
    Path file = folder.resolve("numbers.db");
    try (var database = SqliteWriter.at(file)) {
      database.table("t", "n INTEGER").insert(number, number);
      database.finish();
    }
    assertThat(Sql.rows(file, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(Sql.rows(file, "SELECT rowid, n, typeof(n) FROM t"))
        .containsExactly(number + "|" + number + "|integer");
  }

  @Test
  void aLongSchemaSpreadsOverSeveralPages() throws Exception {
    Path file = folder.resolve("schema.db");
    try (var database = SqliteWriter.at(file)) {
      for (int i = 0; i < 200; i++)
        database.table("table_" + i, "c TEXT DEFAULT '" + "x".repeat(60) + "'").insert(1, "" + i);
      database.view("v", "SELECT 1 AS one WHERE 0").userVersion(42);
      database.finish();
    }
    assertThat(Sql.rows(file, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(Sql.rows(file, "PRAGMA user_version")).containsExactly("42");
    assertThat(Sql.rows(file, "SELECT c FROM table_199")).containsExactly("199");
    assertThat(Sql.rows(file, "SELECT count(*) FROM sqlite_schema")).containsExactly("201");
  }

  @Test
  void aLogBesideTheDatabaseCarriesItToItsLaterState() throws Exception {
    Path file = folder.resolve("logged.db");
    byte[] before = someRows(100);
    Files.write(file, before);
    Files.write(folder.resolve("logged.db-wal"), WriteAheadLog.between(before, someRows(2_000)));
    assertThat(Sql.rows(file, "SELECT count(*), max(a) FROM t")).containsExactly("2000|2000");
    assertThat(Sql.rows(file, "PRAGMA integrity_check")).containsExactly("ok");
  }

  @Test
  void aRowOutOfOrderIsRefused() throws Exception {
    try (var database = SqliteWriter.inMemory()) {
      var table = database.table("t", "a INTEGER").insert(5, 1);
      assertThatThrownBy(() -> table.insert(5, 1)).hasMessage("row 5 comes after row 5");
    }
  }

  private static byte[] someRows(int count) throws IOException {
    try (var database = SqliteWriter.inMemory().logged()) {
      var table = database.table("t", "a INTEGER", "b TEXT");
      for (int i = 1; i <= count; i++) table.insert(i, i, "some text of row " + i);
      return database.finish();
    }
  }
}
