package org.testigo.samples.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The table `sqlite_schema` on the first page, behind the file header. See
/// <https://sqlite.org/fileformat2.html#the_database_header>.
final class Schema {
  private static final int HEADER_BYTES = 100;

  /// What the phone's library would have been; readers show it and nothing depends on it.
  private static final int SQLITE_VERSION = 3_043_002;

  private static final List<Affinity> AFFINITIES =
      List.of(Affinity.TEXT, Affinity.TEXT, Affinity.TEXT, Affinity.INTEGER, Affinity.TEXT);

  private final List<byte[]> records = new ArrayList<>();
  private final List<Counter> counters = new ArrayList<>();

  private record Counter(String table, long last) {}

  void add(String type, String name, String table, long rootPage, @Nullable String sql) {
    records.add(
        RecordEncoder.encode(
            AFFINITIES, new @Nullable Object[] {type, name, table, rootPage, sql}));
  }

  /// Remembers the largest key that a table with AUTOINCREMENT ever gave.
  void countedUp(String table, long last) {
    counters.add(new Counter(table, last));
  }

  /// The first page, when everything else is written.
  ///
  /// @param isLogged whether the database is in WAL mode
  byte[] finish(PageFile file, int userVersion, boolean isLogged) throws IOException {
    if (!counters.isEmpty()) writeCounters(file);
    byte[] page = firstPage(file);
    writeHeader(page, file.pages(), userVersion, isLogged ? 2 : 1);
    return page;
  }

  private void writeCounters(PageFile file) throws IOException {
    var sequence = new TableWriter(TableDefinition.of("sqlite_sequence", "name", "seq"), file);
    long rowid = 0;
    for (Counter counter : counters)
      if (counter.last() > 0) sequence.insert(++rowid, counter.table(), counter.last());
    sequence.finish(this);
  }

  /// A leaf where all fits behind the header, else the parent of leaves elsewhere.
  private byte[] firstPage(PageFile file) throws IOException {
    var cells = new ArrayList<byte[]>();
    for (byte[] schemaRecord : records)
      cells.add(Cells.tableLeaf(file, cells.size() + 1L, schemaRecord));
    var only = new PageBuilder(PageBuilder.TABLE_LEAF, HEADER_BYTES);
    int bytes = cells.stream().mapToInt(cell -> cell.length + 2).sum();
    if (HEADER_BYTES + 8 + bytes <= PageFile.PAGE_BYTES) {
      cells.forEach(only::add);
      return only.finish();
    }
    return parent(file, cells);
  }

  private static byte[] parent(PageFile file, List<byte[]> cells) throws IOException {
    var root = new PageBuilder(PageBuilder.TABLE_INTERIOR, HEADER_BYTES);
    var leaf = new PageBuilder(PageBuilder.TABLE_LEAF, 0);
    for (int i = 0; i < cells.size(); i++) {
      if (!leaf.fits(cells.get(i).length)) {
        root.add(Cells.tableInterior(file.append(leaf.finish()), i));
        leaf = new PageBuilder(PageBuilder.TABLE_LEAF, 0);
      }
      leaf.add(cells.get(i));
    }
    return root.finish(file.append(leaf.finish()));
  }

  private static void writeHeader(byte[] page, int pages, int userVersion, int version) {
    byte[] magic = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(magic, 0, page, 0, magic.length);
    PageBuilder.putShort(page, 16, PageFile.PAGE_BYTES);
    page[18] = (byte) version;
    page[19] = (byte) version;
    page[21] = 64;
    page[22] = 32;
    page[23] = 32;
    PageBuilder.putInt(page, 24, 1);
    PageBuilder.putInt(page, 28, pages);
    PageBuilder.putInt(page, 40, 1);
    PageBuilder.putInt(page, 44, 4);
    PageBuilder.putInt(page, 56, 1);
    PageBuilder.putInt(page, 60, userVersion);
    PageBuilder.putInt(page, 92, 1);
    PageBuilder.putInt(page, 96, SQLITE_VERSION);
  }
}
