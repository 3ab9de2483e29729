package org.testigo.samples.ios;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.testigo.samples.formats.SqliteWriter;
import org.testigo.samples.formats.TableWriter;

/// Writes Safari's `History.db`: visits stream, the addresses follow at the end. Times are seconds
/// since 2001.
///
/// Lies in AppDomain-com.apple.mobilesafari under `Library/Safari/History.db`, and for each further
/// profile under `Library/Safari/Profiles/<UUID>/History.db`.
public final class SafariDatabase implements Closeable {
  private final SqliteWriter database;
  private final TableWriter visits;
  private final Map<String, Item> items = new LinkedHashMap<>();
  private long lastVisit;

  private static final class Item {
    private final long id;
    private int visits;

    private Item(long id) {
      this.id = id;
    }
  }

  public SafariDatabase(SqliteWriter database) throws IOException {
    this.database = database;
    this.visits =
        database.table(
            "history_visits",
            "id INTEGER PRIMARY KEY AUTOINCREMENT",
            "history_item INTEGER NOT NULL REFERENCES history_items(id) ON DELETE CASCADE",
            "visit_time REAL NOT NULL",
            "title TEXT NULL",
            "load_successful BOOLEAN NOT NULL DEFAULT 1",
            "http_non_get BOOLEAN NOT NULL DEFAULT 0",
            "synthesized BOOLEAN NOT NULL DEFAULT 0",
            "redirect_source INTEGER NULL REFERENCES history_visits(id)",
            "redirect_destination INTEGER NULL REFERENCES history_visits(id)",
            "origin INTEGER NOT NULL DEFAULT 0",
            "generation INTEGER NOT NULL DEFAULT 0",
            "attributes INTEGER NOT NULL DEFAULT 0",
            "score INTEGER NOT NULL DEFAULT 0");
  }

  /// Adds a visit and gives its row.
  public long visit(Instant at, String url, String title) throws IOException {
    return add(at, url, title, OptionalLong.empty(), OptionalLong.empty());
  }

  /// Adds a chain of addresses, each of which led on to the next; gives the row of the first.
  ///
  /// @param millisBetween how long each lasted
  public long redirects(Instant at, long millisBetween, String title, String... urls)
      throws IOException {
    long first = lastVisit + 1;
    for (int i = 0; i < urls.length; i++)
      add(
          at.plusMillis(i * millisBetween),
          urls[i],
          i == urls.length - 1 ? title : "",
          i == 0 ? OptionalLong.empty() : OptionalLong.of(first + i - 1),
          i == urls.length - 1 ? OptionalLong.empty() : OptionalLong.of(first + i + 1));
    return first;
  }

  private long add(
      Instant at, String url, String title, OptionalLong source, OptionalLong destination)
      throws IOException {
    Item item = items.computeIfAbsent(url, key -> new Item(items.size() + 1L));
    item.visits++;
    visits
        .row(++lastVisit)
        .set("history_item", item.id)
        .set("visit_time", MacTime.seconds(at))
        .set("title", title)
        .set("redirect_source", source.isPresent() ? source.getAsLong() : null)
        .set("redirect_destination", destination.isPresent() ? destination.getAsLong() : null)
        .set("score", 100)
        .write();
    return lastVisit;
  }

  /// Writes the addresses and ends; gives the database where it was made in memory.
  public byte[] finish() throws IOException {
    TableWriter table =
        database.table(
            "history_items",
            "id INTEGER PRIMARY KEY AUTOINCREMENT",
            "url TEXT NOT NULL UNIQUE",
            "domain_expansion TEXT NULL",
            "visit_count INTEGER NOT NULL",
            "daily_visit_counts BLOB NOT NULL",
            "weekly_visit_counts BLOB NULL",
            "autocomplete_triggers BLOB NULL",
            "should_recompute_derived_visit_counts INTEGER NOT NULL",
            "visit_count_score INTEGER NOT NULL",
            "status_code INTEGER NOT NULL DEFAULT 0");
    for (Map.Entry<String, Item> item : items.entrySet())
      table
          .row(item.getValue().id)
          .set("url", item.getKey())
          .set("visit_count", item.getValue().visits)
          .set("daily_visit_counts", new byte[4])
          .set("should_recompute_derived_visit_counts", 0)
          .set("visit_count_score", 100 * item.getValue().visits)
          .write();
    database.table(
        "history_tombstones",
        "id INTEGER PRIMARY KEY AUTOINCREMENT",
        "start_time REAL NOT NULL",
        "end_time REAL NOT NULL",
        "url TEXT",
        "generation INTEGER NOT NULL DEFAULT 0");
    database.table("metadata", "key TEXT NOT NULL UNIQUE", "value");
    return database.finish();
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
