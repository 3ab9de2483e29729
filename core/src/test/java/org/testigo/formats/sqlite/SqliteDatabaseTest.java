package org.testigo.formats.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;

class SqliteDatabaseTest {
  @TempDir private Path scratch;

  private byte[] make(String... statements) throws SQLException, IOException {
    Path file = scratch.resolve("made.db");
    Files.deleteIfExists(file);
    try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = sqlite.createStatement()) {
      for (String sql : statements) statement.execute(sql);
    }
    return Files.readAllBytes(file);
  }

  private static SqliteDatabase open(byte[] bytes) {
    return open(bytes, Budget.unhurried());
  }

  private static SqliteDatabase open(byte[] bytes, Budget budget) {
    return SqliteDatabase.open(ByteSource.of(bytes), Optional.empty(), Optional.empty(), budget);
  }

  /// Every value as text, and every damage.
  private static final class Lines implements RowVisitor {
    private final List<String> lines = new ArrayList<>();
    private final int columns;

    Lines(int columns) {
      this.columns = columns;
    }

    @Override
    public void row(Row row) {
      var line = new StringBuilder().append(row.rowid());
      for (int i = 0; i < columns; i++) {
        line.append('|').append(row.isLost(i) ? "LOST" : row.type(i) + " " + row.text(i));
      }
      lines.add(line.toString());
    }

    @Override
    public void damaged(MalformedException damage) {
      lines.add("@" + damage.offsetBytes() + " " + damage.detail());
    }
  }

  private static List<String> lines(SqliteDatabase database, String table) {
    Table found = database.table(table).orElseThrow();
    var lines = new Lines(found.columns().size());
    found.scan(lines);
    return lines.lines;
  }

  @Test
  void namesViewsAndVirtualTablesAndReadsNeither() throws SQLException, IOException {
    SqliteDatabase database =
        open(
            make(
                "CREATE TABLE Message(text)",
                "CREATE VIEW recent AS SELECT text FROM Message",
                "CREATE VIRTUAL TABLE words USING fts5(word)"));
    assertThat(database.tables())
        .extracting(Table::name)
        .containsExactly(
            "Message", "words_data", "words_idx", "words_content", "words_docsize", "words_config");
    assertThat(database.notTables()).containsExactly("recent", "words");
    assertThat(database.table("recent")).isEmpty();
    assertThat(database.hasView("RECENT")).isTrue();
    assertThat(database.hasView("words")).isFalse();
    assertThat(database.table("mEsSaGe").orElseThrow().columns()).containsExactly("text");
    assertThat(database.table("sqlite_master").orElseThrow().columns())
        .containsExactly("type", "name", "tbl_name", "rootpage", "sql");
    assertThat(database.remarks()).isEmpty();
  }

  @Test
  void givesOldRowsTheDefaultOfAnAddedColumn() throws SQLException, IOException {
    byte[] bytes =
        make(
            "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT)",
            "INSERT INTO t VALUES(7, 'before')",
            "ALTER TABLE t ADD COLUMN b INTEGER DEFAULT '12'",
            "ALTER TABLE t ADD COLUMN c TEXT DEFAULT 1.50",
            "ALTER TABLE t ADD COLUMN d REAL DEFAULT -3",
            "INSERT INTO t VALUES(9, 'after', NULL, NULL, 8)");
    assertThat(lines(open(bytes), "t"))
        .containsExactly(
            "7|INTEGER 7|TEXT before|INTEGER 12|TEXT 1.50|REAL -3.0",
            "9|INTEGER 9|TEXT after|NULL |NULL |REAL 8.0");
  }

  @Test
  void leavesOutComputedColumns() throws SQLException, IOException {
    byte[] bytes =
        make(
            "CREATE TABLE t(a, twice AS (a * 2), b, stored AS (a + 1) STORED)",
            "INSERT INTO t(a, b) VALUES(20, 'b')");
    Table table = open(bytes).table("t").orElseThrow();
    assertThat(table.columns()).containsExactly("a", "b", "stored");
    assertThat(table.computedColumns()).containsExactly("twice");
    assertThat(table.hasColumn("twice")).isFalse();
    assertThat(lines(open(bytes), "t")).containsExactly("1|INTEGER 20|TEXT b|INTEGER 21");
  }

  @Test
  void decodesOnlyTheColumnsAskedForInTheirOrder() throws SQLException, IOException {
    byte[] bytes = make("CREATE TABLE t(a, b, c)", "INSERT INTO t VALUES(1, zeroblob(9000), 'c')");
    Table table = open(bytes).table("t").orElseThrow();
    var lines = new Lines(2);
    table.scan(List.of("C", "a"), lines);
    assertThat(lines.lines).containsExactly("1|TEXT c|INTEGER 1");
    assertThat(table.column("C")).isEqualTo(2);
    assertThatThrownBy(() -> table.scan(List.of("d"), lines))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no column \"d\" among [a, b, c]");
  }

  @Test
  void findsRowsOfOneTableWhileAnotherIsScanned() throws SQLException, IOException {
    SqliteDatabase database =
        open(
            make(
                "CREATE TABLE visit(item)",
                "CREATE TABLE item(id INTEGER PRIMARY KEY, url)",
                "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 9000)"
                    + " INSERT INTO item SELECT i * 3, 'https://example.org/' || i FROM n",
                "INSERT INTO visit SELECT id FROM item ORDER BY random()",
                "INSERT INTO visit VALUES(4)"));
    Table items = database.table("item").orElseThrow();
    List<String> wrong = new ArrayList<>();
    long[] found = new long[1];
    database
        .table("visit")
        .orElseThrow()
        .scan(
            new RowVisitor() {
              @Override
              public void row(Row visit) {
                long id = visit.integer(0);
                var url = new Lines(1);
                if (items.find(id, List.of("url"), url)) found[0]++;
                else wrong.add("none " + id);
                List<String> expected = List.of(id + "|TEXT https://example.org/" + id / 3);
                if (id != 4 && !url.lines.equals(expected)) wrong.add(url.lines + " for " + id);
              }

              @Override
              public void damaged(MalformedException damage) {
                throw damage;
              }
            });
    assertThat(wrong).containsExactly("none 4");
    assertThat(found[0]).isEqualTo(9000);
  }

  @Test
  void convertsAsCastDoes() throws SQLException, IOException {
    byte[] bytes =
        make(
            "CREATE TABLE t(v)",
            "INSERT INTO t VALUES(' -12.7abc'), (3.9), (x'3432'), (NULL), (5)");
    List<String> values = new ArrayList<>();
    open(bytes)
        .table("t")
        .orElseThrow()
        .scan(
            new RowVisitor() {
              @Override
              public void row(Row row) {
                values.add(
                    "%d %s [%s] %s %s"
                        .formatted(
                            row.integer(0),
                            row.real(0),
                            row.text(0),
                            Arrays.toString(row.blob(0)),
                            row.optionalText(0)));
              }

              @Override
              public void damaged(MalformedException damage) {
                throw damage;
              }
            });
    assertThat(values)
        .containsExactly(
            "-12 -12.7 [ -12.7abc] [32, 45, 49, 50, 46, 55, 97, 98, 99] Optional[ -12.7abc]",
            "3 3.9 [3.9] [51, 46, 57] Optional[3.9]",
            "42 42.0 [42] [52, 50] Optional[42]",
            "0 0.0 [] [] Optional.empty",
            "5 5.0 [5] [53] Optional[5]");
  }

  @Test
  void keepsTheOtherValuesOfARowWhoseOverflowIsLost() throws SQLException, IOException {
    byte[] bytes =
        make(
            "PRAGMA page_size=1024",
            "CREATE TABLE t(a, b, c)",
            "INSERT INTO t VALUES('kept', zeroblob(5000), 'gone'), ('whole', 2, 'here')");
    byte[] cut = Arrays.copyOf(bytes, 4 * 1024 + 100);
    assertThat(lines(open(cut), "t"))
        .containsExactly(
            "@4096 the file ends 100 bytes into overflow page 5",
            "1|TEXT kept|LOST|LOST",
            "2|TEXT whole|INTEGER 2|TEXT here");
  }

  @Test
  void refusesARowLargerThanItsLimitAndReadsTheOthers() throws SQLException, IOException {
    byte[] bytes =
        make(
            "CREATE TABLE t(a, b)",
            "INSERT INTO t VALUES('before', zeroblob(70000000)), ('next', 1)");
    assertThat(lines(open(bytes), "t"))
        .containsExactly(
            "@5923 a row with a value up to byte 70000012, expected at most 67108864 (MAX_BYTES)",
            "1|TEXT before|LOST",
            "2|TEXT next|INTEGER 1");
  }

  @Test
  void stopsAtTheBudget() throws SQLException, IOException {
    byte[] bytes = make("CREATE TABLE t(a)", "INSERT INTO t VALUES(1), (2), (3)");
    var twoRows = new Budget.Allowance(100, 3, 100, 1 << 20, 10, 1000);
    SqliteDatabase database = open(bytes, new Budget(twoRows, () -> 0));
    var lines = new Lines(1);
    assertThatThrownBy(() -> database.table("t").orElseThrow().scan(lines))
        .isInstanceOf(LimitHitException.class)
        .hasMessage("limit of 3 rows reached");
    assertThat(lines.lines).containsExactly("1|INTEGER 1", "2|INTEGER 2");
  }

  @Test
  void takesAnEmptyFileForADatabaseWithoutTables() {
    SqliteDatabase database = open(new byte[0]);
    assertThat(database.tables()).isEmpty();
    assertThat(database.schemaDamage()).isEmpty();
  }

  @Test
  void findsTablesThatTheDamagedSchemaNoLongerLeadsTo() throws SQLException, IOException {
    List<String> statements = new ArrayList<>(List.of("PRAGMA page_size=512"));
    for (int i = 0; i < 40; i++) {
      statements.add("CREATE TABLE t%d(a, longer_name_of_a_column TEXT DEFAULT 'x')".formatted(i));
      statements.add("INSERT INTO t%d VALUES(%d, 'row')".formatted(i, i));
    }
    byte[] bytes = make(statements.toArray(String[]::new));
    Arrays.fill(bytes, 100, 512, (byte) 0);
    SqliteDatabase database = open(bytes);
    assertThat(database.tables()).hasSize(40);
    assertThat(lines(database, "t0")).containsExactly("1|INTEGER 0|TEXT row");
    assertThat(lines(database, "t39")).containsExactly("1|INTEGER 39|TEXT row");
    assertThat(database.schemaDamage())
        .extracting(MalformedException::detail)
        .containsExactly(
            "page 1 has b-tree page type 0x00, expected 0x05 or 0x0d",
            "the tree of the schema is damaged; 40 of 40 tables were found outside of it, as they are"
                + " or were once defined");
  }

  @Test
  void refusesTheLockBytePage() {
    ByteSource zeros =
        new ByteSource() {
          @Override
          public long sizeBytes() {
            return 2L << 30;
          }

          @Override
          public void read(long offsetBytes, byte[] into, int from, int length) {
            Arrays.fill(into, from, from + length, (byte) 0);
          }

          @Override
          public void close() {}
        };
    var pages = new Pages(zeros, List.of(), 65_536, 32_768, Budget.unhurried());
    assertThat(pages.read(16_384, 0)).hasSize(65_536);
    assertThatThrownBy(() -> pages.read(16_385, 0))
        .isInstanceOf(MalformedException.class)
        .hasMessage("page 16385 is the lock-byte page, which holds no data");
    assertThat(pages.read(16_386, 0)).hasSize(65_536);
  }

  @Test
  void refusesWhatIsNoDatabase() {
    assertThatThrownBy(() -> open("SQLite".repeat(100).getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(MalformedException.class)
        .hasMessage("the file does not begin with \"SQLite format 3\" and a NUL byte");
  }
}
