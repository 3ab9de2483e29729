package org.testigo.formats.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.testigo.model.MalformedException;

/// Looks through all pages for entries of the schema that its damaged tree no longer leads to.
///
/// Only leaves of tables count whose first row can be nothing else: a type, two names, a page and
/// an SQL text that fits. A page that was given up may hold entries as they were earlier.
final class SchemaSalvage {
  private static final Set<String> TYPES = Set.of("table", "index", "view", "trigger");

  private final Storage storage;
  private final StoredRow row;
  private final RowVisitor visitor;

  SchemaSalvage(Storage storage, TableDefinition schema, RowVisitor visitor) {
    this.storage = storage;
    this.visitor = visitor;
    List<String> columns = schema.columns().stream().map(ColumnDefinition::name).toList();
    var projection = new Projection(schema, columns, storage.charset());
    row = new StoredRow(projection, new Payload(storage, true, null));
  }

  /// Visits the entries of every page but the first, whose entries the tree itself gives.
  void run() {
    for (long number = 2; number <= storage.pages().count(); number++) {
      try {
        byte[] data = storage.pages().read(number, 0);
        if (data[0] == TreePage.TABLE_LEAF) page(TreePage.read(storage, number, true, 0));
      } catch (MalformedException e) {
        // No page of the schema; whether it belongs to a table, reading that table shows.
      }
    }
  }

  private void page(TreePage page) {
    for (int i = 0; i < page.cellCount(); i++) {
      boolean isEntry = loads(page, i) && isEntry();
      if (isEntry) row.give(storage.budget(), visitor);
      else if (i == 0) return;
    }
  }

  private boolean loads(TreePage page, int index) {
    try {
      row.load(page, index, true);
      return true;
    } catch (MalformedException e) {
      return false;
    }
  }

  private boolean isEntry() {
    boolean hasTypes =
        row.type(0) == ValueType.TEXT
            && row.type(1) == ValueType.TEXT
            && row.type(2) == ValueType.TEXT
            && row.type(3) == ValueType.INTEGER;
    if (!hasTypes || !TYPES.contains(row.text(0))) return false;
    boolean isAutomaticIndex = row.text(0).equals("index") && row.isNull(4);
    return isAutomaticIndex || row.text(4).toUpperCase(Locale.ROOT).startsWith("CREATE ");
  }
}
