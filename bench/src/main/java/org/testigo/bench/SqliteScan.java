package org.testigo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.testigo.formats.bytes.FileSource;
import org.testigo.formats.sqlite.Row;
import org.testigo.formats.sqlite.RowVisitor;
import org.testigo.formats.sqlite.SqliteDatabase;
import org.testigo.formats.sqlite.Table;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;

/// Scans a table of a million rows and joins 300,000, by our reader and by SQLite through JDBC,
/// each in a JVM of its own, and compares what they read.
///
/// Run: `java -cp ... org.testigo.bench.SqliteScan [rows]`.
public final class SqliteScan {
  private static final int ROUNDS = 6;
  private static final int JOINED_ROWS = 300_000;
  private static final List<String> ALL = List.of("id", "at", "score", "url", "note", "body");
  private static final List<String> SOME = List.of("at", "url");

  private SqliteScan() {}

  /// Makes the input, then starts itself once for each reader.
  public static void main(String[] args) throws Exception {
    if (args.length == 2) {
      measure(args[0], Path.of(args[1]));
      return;
    }
    int rows = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
    Path file = Files.createTempFile("scan", ".db");
    try {
      make(file, rows);
      System.out.printf("%,d rows, %,d bytes%n", rows, Files.size(file));
      List<String> ours = start("ours", file);
      boolean isEqual = ours.equals(start("jdbc", file));
      System.out.println(isEqual ? "checksums equal" : "CHECKSUMS DIFFER");
      if (!isEqual) System.exit(1);
    } finally {
      Files.delete(file);
    }
  }

  /// Gives the checksums that it prints.
  private static List<String> start(String reader, Path file)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            SqliteScan.class.getName(),
            reader,
            file.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines;
    try (var out = process.inputReader()) {
      lines = out.lines().peek(System.out::println).toList();
    }
    int exit = process.waitFor();
    if (exit != 0) throw new IllegalStateException(reader + " ended with " + exit);
    return lines.stream().map(line -> line.substring(line.indexOf("checksum"))).toList();
  }

  private static void make(Path file, int rows) throws SQLException {
    try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = sqlite.createStatement()) {
      statement.execute("PRAGMA synchronous=OFF");
      statement.execute("PRAGMA journal_mode=OFF");
      statement.execute(
          "CREATE TABLE visit(id INTEGER PRIMARY KEY, at INTEGER, score REAL, url TEXT, note TEXT,"
              + " body BLOB)");
      sqlite.setAutoCommit(false);
      try (PreparedStatement insert =
          sqlite.prepareStatement("INSERT INTO visit VALUES(?, ?, ?, ?, ?, ?)")) {
        for (int i = 1; i <= rows; i++) insert(insert, i);
      }
      sqlite.commit();
    }
  }

  private static void insert(PreparedStatement insert, int i) throws SQLException {
    insert.setLong(1, i);
    insert.setLong(2, 700_000_000_000_000_000L + i * 1_000_000_007L);
    insert.setDouble(3, i / 7.0);
    insert.setString(4, "https://www.example.org/path/" + i + "/page?from=" + i % 997);
    insert.setString(5, i % 10 == 0 ? "línea ✓ " + i : "a short note " + i);
    insert.setBytes(6, new byte[] {(byte) i, (byte) (i >> 8), 3, 4, 5, 6, 7, 8});
    insert.executeUpdate();
  }

  /// What is measured.
  private interface Work {
    Sum run() throws Exception;
  }

  private static void measure(String reader, Path file) throws Exception {
    boolean isOurs = reader.equals("ours");
    report(reader, "6 columns", file, isOurs ? () -> scan(file, ALL) : () -> query(file, ALL));
    report(reader, "2 columns", file, isOurs ? () -> scan(file, SOME) : () -> query(file, SOME));
    report(reader, "300,000 seeks", file, isOurs ? () -> seek(file) : () -> queryEach(file));
  }

  private static void report(String reader, String what, Path file, Work work) throws Exception {
    double first = 0;
    double best = Double.MAX_VALUE;
    double cpu = 0;
    Sum sum = new Sum(List.of());
    for (int round = 0; round < ROUNDS; round++) {
      long cpuBefore = cpuNanos();
      long before = System.nanoTime();
      sum = work.run();
      double seconds = (System.nanoTime() - before) / 1e9;
      if (round == 0) first = seconds;
      if (seconds < best) {
        best = seconds;
        cpu = (cpuNanos() - cpuBefore) / 1e9;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-5s %-14s first %.2f s, best %.2f s, %,.0f rows/s, %,.0f MB/s, CPU %.2f s, peak %d MB, checksum %016x%n",
        reader,
        what,
        first,
        best,
        sum.rows / best,
        Files.size(file) / best / 1e6,
        cpu,
        peakMegabytes(),
        sum.value);
  }

  private static long cpuNanos() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime();
  }

  /// Resident, as Linux tells; 0 elsewhere.
  private static long peakMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) return 0;
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  /// A checksum over every value, in order.
  private static final class Sum implements RowVisitor {
    private final List<String> columns;
    private long value;
    private long rows;

    Sum(List<String> columns) {
      this.columns = columns;
    }

    void add(long part) {
      value = value * 31 + part;
    }

    @Override
    public void row(Row row) {
      rows++;
      for (int i = 0; i < columns.size(); i++) {
        switch (columns.get(i)) {
          case "id", "at" -> add(row.integer(i));
          case "score" -> add(Double.doubleToLongBits(row.real(i)));
          case "body" -> add(Arrays.hashCode(row.blob(i)));
          default -> add(row.text(i).hashCode());
        }
      }
    }

    void row(ResultSet row) throws SQLException {
      rows++;
      for (int i = 0; i < columns.size(); i++) {
        switch (columns.get(i)) {
          case "id", "at" -> add(row.getLong(i + 1));
          case "score" -> add(Double.doubleToLongBits(row.getDouble(i + 1)));
          case "body" -> add(Arrays.hashCode(row.getBytes(i + 1)));
          default -> add(row.getString(i + 1).hashCode());
        }
      }
    }

    @Override
    public void damaged(MalformedException damage) {
      throw damage;
    }
  }

  private static Sum scan(Path file, List<String> columns) {
    return withTable(
        file,
        table -> {
          var sum = new Sum(columns);
          table.scan(columns, sum);
          return sum;
        });
  }

  private static Sum seek(Path file) {
    return withTable(
        file,
        table -> {
          var sum = new Sum(SOME);
          for (int i = 0; i < JOINED_ROWS; i++) table.find(joined(i), SOME, sum);
          return sum;
        });
  }

  /// Mostly near the row before, at times far away, as the rows of a join are.
  private static long joined(int i) {
    return i % 20 == 0 ? 1 + i * 7919L % JOINED_ROWS : 1 + i;
  }

  private static Sum withTable(Path file, Function<Table, Sum> work) {
    try (var source = new FileSource(file)) {
      var database =
          SqliteDatabase.open(source, Optional.empty(), Optional.empty(), Budget.unhurried());
      return work.apply(database.table("visit").orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sum query(Path file, List<String> columns) throws SQLException {
    var sum = new Sum(columns);
    try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = sqlite.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT " + String.join(", ", columns) + " FROM visit")) {
      while (rows.next()) sum.row(rows);
    }
    return sum;
  }

  private static Sum queryEach(Path file) throws SQLException {
    var sum = new Sum(SOME);
    try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement statement =
            sqlite.prepareStatement("SELECT at, url FROM visit WHERE id = ?")) {
      for (int i = 0; i < JOINED_ROWS; i++) {
        statement.setLong(1, joined(i));
        try (ResultSet rows = statement.executeQuery()) {
          if (rows.next()) sum.row(rows);
        }
      }
    }
    return sum;
  }
}
