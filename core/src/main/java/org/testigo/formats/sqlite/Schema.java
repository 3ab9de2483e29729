package org.testigo.formats.sqlite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.testigo.model.MalformedException;

/// Reads `sqlite_schema`, the table at page 1 that names all others: type, name, table name, root
/// page, and the SQL that made it.
final class Schema implements RowVisitor {
  private static final String DEFINITION =
      "CREATE TABLE sqlite_schema(type text, name text, tbl_name text, rootpage int, sql text)";

  private final Storage storage;
  private final Table self;
  private final List<Table> tables = new ArrayList<>();
  private final List<String> views = new ArrayList<>();
  private final List<String> virtualTables = new ArrayList<>();
  private final List<MalformedException> damage = new ArrayList<>();

  private final Set<String> salvaged = new HashSet<>();
  private boolean hasBrokenTree;
  private boolean isSalvaging;

  private Schema(Storage storage) {
    this.storage = storage;
    self = new Table("sqlite_schema", 1, 0, CreateTable.parse(DEFINITION), storage);
  }

  static Schema read(Storage storage) {
    var schema = new Schema(storage);
    if (storage.pages().count() > 0) {
      schema.self.scan(schema);
      if (schema.hasBrokenTree) schema.salvage();
    }
    return schema;
  }

  /// Adds the tables that are found outside of the tree and not in it.
  private void salvage() {
    int found = tables.size();
    isSalvaging = true;
    tables.forEach(table -> salvaged.add(TableDefinition.fold(table.name())));
    new SchemaSalvage(storage, CreateTable.parse(DEFINITION), this).run();
    if (tables.size() == found) return;
    damage.add(
        new MalformedException(
            0,
            "the tree of the schema is damaged; %d of %d tables were found outside of it, as they"
                    .formatted(tables.size() - found, tables.size())
                + " are or were once defined"));
  }

  /// The schema as a table.
  Table self() {
    return self;
  }

  List<Table> tables() {
    return tables;
  }

  List<String> views() {
    return views;
  }

  List<String> virtualTables() {
    return virtualTables;
  }

  /// What of the schema could not be read: tables may be missing.
  List<MalformedException> damage() {
    return damage;
  }

  @Override
  public void row(Row row) {
    String name = row.text(1);
    switch (row.text(0).toLowerCase(Locale.ROOT)) {
      case "view" -> views.add(name);
      case "table" -> table(row, name);
      case "index", "trigger" -> {}
      default -> unknown(row, name);
    }
  }

  /// An entry whose type is damaged may still define a table.
  private void unknown(Row row, String name) {
    damage.add(
        malformed(
            row,
            "an entry of type \"%s\" named \"%s\"".formatted(shown(row.text(0)), shown(name))));
    List<Token> start = Tokens.of(start(row.text(4)));
    if (start.size() > 1 && start.get(1).is("TABLE")) table(row, name);
  }

  private void table(Row row, String name) {
    if (isSalvaging && !salvaged.add(TableDefinition.fold(name))) return;
    String sql = row.text(4);
    if (isVirtual(sql)) {
      virtualTables.add(name);
      return;
    }
    long root = row.integer(3);
    if (root < 1) {
      damage.add(malformed(row, "table \"%s\" begins at page %d".formatted(shown(name), root)));
      return;
    }
    try {
      tables.add(new Table(name, root, row.offsetBytes(), CreateTable.parse(sql), storage));
    } catch (MalformedException e) {
      damage.add(malformed(row, "table \"%s\": %s".formatted(shown(name), e.detail())));
    }
  }

  private static boolean isVirtual(String sql) {
    List<Token> start = Tokens.of(start(sql));
    return start.size() > 1 && start.get(0).is("CREATE") && start.get(1).is("VIRTUAL");
  }

  private static String start(String sql) {
    return sql.length() > 200 ? sql.substring(0, 200) : sql;
  }

  private static String shown(String name) {
    return name.length() > 80 ? name.substring(0, 80) + "..." : name;
  }

  private static MalformedException malformed(Row row, String detail) {
    return new MalformedException(row.offsetBytes(), detail);
  }

  @Override
  public void damaged(MalformedException e) {
    hasBrokenTree = true;
    damage.add(e);
  }
}
