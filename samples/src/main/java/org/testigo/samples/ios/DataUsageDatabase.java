package org.testigo.samples.ios;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testigo.samples.formats.SqliteWriter;
import org.testigo.samples.formats.TableWriter;

/// Writes `DataUsage.sqlite`, a Core Data store: which programs used the mobile network, and when.
/// Times are seconds since 2001.
///
/// Lies in WirelessDomain under `Library/Databases/DataUsage.sqlite`.
public final class DataUsageDatabase implements Closeable {
  private static final int LIVE_USAGE_ENTITY = 4;
  private static final int PROCESS_ENTITY = 6;

  private final SqliteWriter database;
  private final List<Row> rows = new ArrayList<>();
  private long lastProcess;

  /// One program's use of the network.
  ///
  /// @param name of the program, often followed by its bundle behind a slash
  /// @param bundle empty for programs of the system
  public record Use(
      String name,
      Optional<String> bundle,
      Instant first,
      Instant last,
      long bytesIn,
      long bytesOut) {}

  private record Row(long process, @Nullable Use use, Use live) {}

  public DataUsageDatabase(SqliteWriter database) {
    this.database = database;
  }

  /// Adds a program and its use.
  public void add(Use use) {
    rows.add(new Row(++lastProcess, use, use));
  }

  /// Adds a use whose program's row was taken away.
  public void addWithoutProgram(Use use) {
    rows.add(new Row(++lastProcess, null, use));
  }

  /// Writes the tables and ends; gives the database where it was made in memory.
  public byte[] finish() throws IOException {
    writeLiveUsage();
    writePrograms();
    TableWriter keys =
        database.table(
            "Z_PRIMARYKEY",
            "Z_ENT INTEGER PRIMARY KEY",
            "Z_NAME VARCHAR",
            "Z_SUPER INTEGER",
            "Z_MAX INTEGER");
    keys.insert(LIVE_USAGE_ENTITY, LIVE_USAGE_ENTITY, "LiveUsage", 0, lastProcess);
    keys.insert(PROCESS_ENTITY, PROCESS_ENTITY, "Process", 0, lastProcess);
    database.table(
        "Z_METADATA", "Z_VERSION INTEGER PRIMARY KEY", "Z_UUID VARCHAR(255)", "Z_PLIST BLOB");
    return database.finish();
  }

  private void writeLiveUsage() throws IOException {
    TableWriter table =
        database
            .table(
                "ZLIVEUSAGE",
                "Z_PK INTEGER PRIMARY KEY",
                "Z_ENT INTEGER",
                "Z_OPT INTEGER",
                "ZKIND INTEGER",
                "ZMETADATA INTEGER",
                "ZTAG INTEGER",
                "ZHASPROCESS INTEGER",
                "ZBILLCYCLEEND TIMESTAMP",
                "ZTIMESTAMP TIMESTAMP",
                "ZWWANIN FLOAT",
                "ZWWANOUT FLOAT")
            .index("ZLIVEUSAGE_ZHASPROCESS_INDEX", "ZHASPROCESS");
    for (int i = 0; i < rows.size(); i++) {
      Use use = rows.get(i).live();
      table
          .row(i + 1L)
          .set("Z_ENT", LIVE_USAGE_ENTITY)
          .set("Z_OPT", 1)
          .set("ZKIND", 0)
          .set("ZHASPROCESS", rows.get(i).process())
          .set("ZTIMESTAMP", MacTime.seconds(use.last()))
          .set("ZWWANIN", (double) use.bytesIn())
          .set("ZWWANOUT", (double) use.bytesOut())
          .write();
    }
  }

  private void writePrograms() throws IOException {
    TableWriter table =
        database.table(
            "ZPROCESS",
            "Z_PK INTEGER PRIMARY KEY",
            "Z_ENT INTEGER",
            "Z_OPT INTEGER",
            "ZFIRSTTIMESTAMP TIMESTAMP",
            "ZTIMESTAMP TIMESTAMP",
            "ZBUNDLENAME VARCHAR",
            "ZPROCNAME VARCHAR");
    for (Row row : rows) {
      Use use = row.use();
      if (use == null) continue;
      table
          .row(row.process())
          .set("Z_ENT", PROCESS_ENTITY)
          .set("Z_OPT", 1)
          .set("ZFIRSTTIMESTAMP", MacTime.seconds(use.first()))
          .set("ZTIMESTAMP", MacTime.seconds(use.last()))
          .set("ZBUNDLENAME", use.bundle().orElse(null))
          .set("ZPROCNAME", use.name())
          .write();
    }
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
