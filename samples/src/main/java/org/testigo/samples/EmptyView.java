package org.testigo.samples;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Puts an empty view of the same name in the place of a table, within the bytes of a database
/// whose schema fits on its first page. Its indexes leave the schema too, for a view has none.
final class EmptyView {
  private static final int HEADER_AT = 100;
  private static final int CELL_COUNT_AT = HEADER_AT + 3;
  private static final int POINTERS_AT = HEADER_AT + 8;
  private static final byte LEAF = 0x0d;

  /// Serial types of texts: 13 and twice their bytes.
  private static final byte TEXT_OF_5 = 23;

  private static final byte TEXT_OF_4 = 21;

  /// Without rows; the first that fits in the place of the table's text.
  private static final List<String> QUERIES =
      List.of("SELECT 1 AS ROWID WHERE 0", "SELECT 1 LIMIT 0");

  private final ByteBuffer database;
  private final String table;

  private EmptyView(byte[] database, String table) {
    this.database = ByteBuffer.wrap(database);
    this.table = table;
  }

  static void replace(byte[] database, String table) {
    new EmptyView(database, table).replace();
  }

  /// An entry of the schema: where its values begin, and what they say.
  private record Entry(int valuesAt, String type, String name, int sqlAt, int sqlBytes) {}

  private void replace() {
    if (database.get(HEADER_AT) != LEAF)
      throw new IllegalArgumentException("the schema does not fit on one page");
    int kept = 0;
    boolean isFound = false;
    for (int i = 0; i < database.getShort(CELL_COUNT_AT); i++) {
      short cell = database.getShort(POINTERS_AT + 2 * i);
      Entry entry = entry(cell);
      boolean isOfTable = entry.name().equals(table);
      if (isOfTable && entry.type().equals("table")) {
        rewrite(entry);
        isFound = true;
      }
      if (!isOfTable || !entry.type().equals("index"))
        database.putShort(POINTERS_AT + 2 * kept++, cell);
    }
    database.putShort(CELL_COUNT_AT, (short) kept);
    if (!isFound) throw new IllegalArgumentException("no such table");
  }

  /// Reads length, rowid, the types of type, name, table, root page and text, then the values.
  private Entry entry(int cell) {
    database.position(cell);
    varint();
    varint();
    int valuesAt = database.position();
    valuesAt += varint();
    int typeBytes = textBytes(varint());
    int nameBytes = textBytes(varint());
    int tableBytes = textBytes(varint());
    int rootBytes = varint();
    int sqlBytes = textBytes(varint());
    int tableAt = valuesAt + typeBytes + nameBytes;
    return new Entry(
        valuesAt,
        text(valuesAt, typeBytes),
        text(tableAt, tableBytes),
        tableAt + tableBytes + rootBytes,
        sqlBytes);
  }

  /// `view` is one letter shorter than `table`, so the number of the root page, which a view has
  /// none of, becomes one byte longer: all lengths stay.
  private void rewrite(Entry entry) {
    byte[] names = new byte[2 * table.length()];
    database.get(entry.valuesAt() + "table".length(), names);
    rewriteTypes(entry);
    database.position(entry.valuesAt());
    database.put("view".getBytes(StandardCharsets.UTF_8)).put(names);
    while (database.position() < entry.sqlAt()) database.put((byte) 0);
    database.put(view(entry.sqlBytes()));
  }

  private void rewriteTypes(Entry entry) {
    int bytesOfSqlType = 13 + 2 * entry.sqlBytes() < 1 << 7 ? 1 : 2;
    int rootAt = entry.valuesAt() - bytesOfSqlType - 1;
    int typeAt = rootAt - 3;
    byte root = database.get(rootAt);
    if (database.get(typeAt) != TEXT_OF_5 || root < 1 || root > 3)
      throw new IllegalArgumentException(
          "the entry of %s is not laid out for this".formatted(table));
    database.put(typeAt, TEXT_OF_4);
    database.put(rootAt, (byte) (root + 1));
  }

  private byte[] view(int length) {
    for (String query : QUERIES) {
      String view = "CREATE VIEW %s AS %s".formatted(table, query);
      if (view.length() <= length)
        return (view + " ".repeat(length - view.length())).getBytes(StandardCharsets.UTF_8);
    }
    throw new IllegalArgumentException(
        "the text of table %s is too short for this".formatted(table));
  }

  private int varint() {
    int value = 0;
    byte next;
    do {
      next = database.get();
      value = value << 7 | (next & 0x7f);
    } while (next < 0);
    return value;
  }

  private static int textBytes(int serialType) {
    return serialType == 0 ? 0 : (serialType - 13) / 2;
  }

  private String text(int at, int length) {
    byte[] bytes = new byte[length];
    database.get(at, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
