package org.testigo.formats.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Makes a database with SQLite itself, as a seed decides: page size, encoding, reserved bytes,
/// vacuum and journal mode, and a life of random statements; then leaves it as a phone that was
/// switched off might.
final class DatabaseMaker {
  private static final List<String> ENCODINGS = List.of("UTF-8", "UTF-16le", "UTF-16be");

  /// How the files are left.
  enum End {
    CLOSED,
    LOG_NOT_CHECKPOINTED,
    LOG_PARTLY_CHECKPOINTED,
    LOG_TORN,
    LOG_BIG_ENDIAN,
    HOT_JOURNAL
  }

  private final Random random;
  private final Path original;
  private final Path copy;
  private final End end;

  private DatabaseMaker(long seed, Path folder) {
    random = new Random(seed);
    original = folder.resolve("original.db");
    copy = folder.resolve("copy.db");
    end = End.values()[random.nextInt(End.values().length)];
  }

  /// Gives the database, with its log or journal beside it; no other file is open.
  static Path make(long seed, Path folder) throws SQLException, IOException {
    return new DatabaseMaker(seed, folder).make();
  }

  private Path make() throws SQLException, IOException {
    int pageSize = 512 << random.nextInt(8);
    int encoding = random.nextInt(3);
    int vacuum = random.nextInt(3);
    if (random.nextInt(3) == 0) writeEmpty(pageSize, encoding, vacuum);
    try (Connection connection = connect()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA page_size=" + pageSize);
        statement.execute("PRAGMA encoding='" + ENCODINGS.get(encoding) + "'");
        statement.execute("PRAGMA auto_vacuum=" + vacuum);
        statement.execute("PRAGMA cache_size=" + (1 + random.nextInt(20)));
        statement.execute("PRAGMA synchronous=" + (random.nextInt(20) == 0 ? "NORMAL" : "OFF"));
        statement.execute("PRAGMA journal_mode=" + journalMode());
        statement.execute("PRAGMA wal_autocheckpoint=" + (random.nextBoolean() ? 0 : 5));
      }
      SeededFunctions.add(connection, random);
      var life = new DatabaseLife(connection, random);
      life.live(10 + random.nextInt(30));
      leave(connection, life);
    }
    if (end == End.CLOSED) Files.copy(original, copy);
    if (end == End.LOG_TORN) tear();
    if (end == End.LOG_BIG_ENDIAN) LogRewriter.toBigEndian(log());
    return copy;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + original + "?synchronous=OFF");
  }

  private String journalMode() {
    return switch (end) {
      case CLOSED -> random.nextBoolean() ? "WAL" : "DELETE";
      case HOT_JOURNAL -> List.of("DELETE", "TRUNCATE", "PERSIST").get(random.nextInt(3));
      case LOG_NOT_CHECKPOINTED, LOG_PARTLY_CHECKPOINTED, LOG_TORN, LOG_BIG_ENDIAN -> "WAL";
    };
  }

  /// An empty database with reserved bytes at the end of its pages, which only the file format
  /// offers.
  private void writeEmpty(int pageSize, int encoding, int vacuum) throws IOException {
    int reserved = random.nextInt(33);
    if (pageSize > 512 && random.nextInt(4) == 0) reserved = 255;
    ByteBuffer page = ByteBuffer.allocate(pageSize);
    page.put(Header.MAGIC).putShort((short) (pageSize == 65_536 ? 1 : pageSize));
    page.put((byte) 1).put((byte) 1).put((byte) reserved).put((byte) 64).put((byte) 32);
    page.put((byte) 32).putInt(1).putInt(1);
    page.putInt(44, 4).putInt(52, vacuum == 0 ? 0 : 1).putInt(56, encoding + 1);
    page.putInt(64, vacuum == 2 ? 1 : 0).putInt(92, 1).putInt(96, 3_054_000);
    page.put(100, (byte) TreePage.TABLE_LEAF).putShort(105, (short) (pageSize - reserved));
    Files.write(original, page.array());
  }

  private void leave(Connection connection, DatabaseLife life) throws SQLException, IOException {
    switch (end) {
      case CLOSED -> {}
      case LOG_NOT_CHECKPOINTED, LOG_TORN, LOG_BIG_ENDIAN -> copyFiles();
      case LOG_PARTLY_CHECKPOINTED -> checkpointBehindReader(connection, life);
      case HOT_JOURNAL -> copyInTransaction(connection, life);
    }
  }

  /// A reader of an older state keeps the checkpoint from passing that state.
  private void checkpointBehindReader(Connection connection, DatabaseLife life)
      throws SQLException, IOException {
    try (Connection reader = connect();
        Statement reading = reader.createStatement()) {
      reader.setAutoCommit(false);
      reading.executeQuery("SELECT count(*) FROM sqlite_schema").close();
      life.live(5);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
      }
      if (random.nextBoolean()) life.live(5);
      copyFiles();
    }
  }

  /// The small cache makes SQLite write pages before the transaction ends.
  private void copyInTransaction(Connection connection, DatabaseLife life)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    life.change(20);
    copyFiles();
    connection.rollback();
    connection.setAutoCommit(true);
  }

  private void copyFiles() throws IOException {
    for (String suffix : List.of("", "-wal", "-journal")) {
      Path from = original.resolveSibling("original.db" + suffix);
      if (Files.exists(from)) Files.copy(from, copy.resolveSibling("copy.db" + suffix));
    }
  }

  private Path log() {
    return copy.resolveSibling("copy.db-wal");
  }

  /// Cuts the log, or flips a bit of it, in its last third.
  private void tear() throws IOException {
    if (!Files.exists(log())) return;
    byte[] bytes = Files.readAllBytes(log());
    if (bytes.length < 100) return;
    int at = bytes.length - 1 - random.nextInt(bytes.length / 3);
    if (random.nextBoolean()) {
      bytes = Arrays.copyOf(bytes, at);
    } else {
      bytes[at] ^= (byte) (1 << random.nextInt(8));
    }
    Files.write(log(), bytes);
  }
}
