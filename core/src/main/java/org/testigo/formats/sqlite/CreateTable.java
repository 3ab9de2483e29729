package org.testigo.formats.sqlite;

import java.util.ArrayList;
import java.util.List;
import org.testigo.model.MalformedException;

/// Reads a `CREATE TABLE` text, as far as the place and the meaning of stored values depend on it.
///
/// Known from: <https://www.sqlite.org/lang_createtable.html> and the section on WITHOUT ROWID of
/// <https://www.sqlite.org/fileformat2.html>.
final class CreateTable {
  /// SQLite's own default is a thousandth of it.
  private static final int MAX_SQL_CHARS = 4 << 20;

  /// The most columns that SQLite can be built for.
  private static final int MAX_COLUMNS = 32_767;

  private final List<Token> tokens;
  private final List<ColumnText> columns = new ArrayList<>();
  private List<KeyPart> primaryKey = List.of();
  private boolean isKeyOfTable;
  private int at;

  /// A column of the primary key.
  record KeyPart(String column, String collation, boolean isDescending) {}

  private CreateTable(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// @throws MalformedException where the text is no `CREATE TABLE`
  static TableDefinition parse(String sql) {
    if (sql.length() > MAX_SQL_CHARS) {
      throw new MalformedException(
          -1,
          "a table definition of %d characters, expected at most %d"
              .formatted(sql.length(), MAX_SQL_CHARS));
    }
    var table = new CreateTable(Tokens.of(sql));
    table.skipToBody(sql);
    table.readBody(sql);
    return table.define();
  }

  private void skipToBody(String sql) {
    boolean isCreateTable = !tokens.isEmpty() && tokens.getFirst().is("CREATE");
    while (at < tokens.size() && !tokens.get(at).isSymbol('(')) at++;
    isCreateTable &= tokens.stream().limit(at).anyMatch(token -> token.is("TABLE"));
    if (!isCreateTable || at == tokens.size()) throw unexpected(sql);
    at++;
  }

  private static MalformedException unexpected(String sql) {
    String start = sql.length() > 60 ? sql.substring(0, 60) + "..." : sql;
    return new MalformedException(
        -1, "a table defined by \"%s\", expected CREATE TABLE".formatted(start));
  }

  /// Reads what stands between the parentheses, split at the commas of the first level.
  private void readBody(String sql) {
    while (at < tokens.size()) {
      List<Token> part = nextPart();
      if (!part.isEmpty()) readPart(part);
      boolean isEnd = at >= tokens.size() || tokens.get(at).isSymbol(')');
      at++;
      if (isEnd) break;
    }
    if (columns.isEmpty() || columns.size() > MAX_COLUMNS) throw unexpected(sql);
  }

  private List<Token> nextPart() {
    int from = at;
    int depth = 0;
    for (; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (depth == 0 && (token.isSymbol(',') || token.isSymbol(')'))) break;
      if (token.isSymbol('(')) depth++;
      if (token.isSymbol(')')) depth--;
    }
    return tokens.subList(from, at);
  }

  private void readPart(List<Token> part) {
    switch (part.getFirst().keyword()) {
      case "CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN" -> readConstraints(part);
      default -> {
        ColumnText column = ColumnText.parse(part);
        columns.add(column);
        if (column.isPrimaryKey()) {
          primaryKey =
              List.of(new KeyPart(column.name(), column.collation(), column.isDescendingKey()));
        }
      }
    }
  }

  /// Table constraints may follow each other without a comma.
  private void readConstraints(List<Token> part) {
    int depth = 0;
    for (int i = 0; i < part.size(); i++) {
      if (part.get(i).isSymbol('(')) depth++;
      if (part.get(i).isSymbol(')')) depth--;
      boolean isKey = depth == 0 && part.get(i).is("PRIMARY") && i + 2 < part.size();
      if (isKey && part.get(i + 2).isSymbol('(')) {
        primaryKey = keyParts(part.subList(i + 3, part.size()));
        isKeyOfTable = true;
      }
    }
  }

  private static List<KeyPart> keyParts(List<Token> tokens) {
    List<KeyPart> parts = new ArrayList<>();
    boolean isName = true;
    String collation = "";
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isSymbol(')')) break;
      if (token.isSymbol(',')) {
        isName = true;
      } else if (isName) {
        collation =
            i + 2 < tokens.size() && tokens.get(i + 1).is("COLLATE")
                ? tokens.get(i + 2).text()
                : "";
        parts.add(new KeyPart(token.text(), collation, false));
        isName = false;
      }
    }
    return parts;
  }

  private TableDefinition define() {
    boolean hasRowid = true;
    for (int i = at; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is("WITHOUT") && tokens.get(i + 1).is("ROWID")) hasRowid = false;
    }
    List<ColumnText> stored = columns.stream().filter(column -> !column.isVirtual()).toList();
    return new TableDefinition(
        stored.stream().map(ColumnText::definition).toList(),
        columns.stream().filter(ColumnText::isVirtual).map(ColumnText::name).toList(),
        hasRowid ? positions(stored) : positionsByKey(stored),
        hasRowid);
  }

  private List<Integer> positions(List<ColumnText> stored) {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < stored.size(); i++) {
      positions.add(isRowid(stored.get(i)) ? Projection.ROWID : i);
    }
    return positions;
  }

  /// Only a column of type INTEGER that alone is the primary key; `INTEGER PRIMARY KEY DESC` is not
  /// one, by an old mistake of SQLite that stays for compatibility.
  private boolean isRowid(ColumnText column) {
    if (primaryKey.size() != 1 || !column.type().equalsIgnoreCase("INTEGER")) return false;
    KeyPart key = primaryKey.getFirst();
    return sameName(key.column(), column.name()) && (isKeyOfTable || !key.isDescending());
  }

  /// WITHOUT ROWID, a record begins with the key, each column once for each collation; the other
  /// columns follow.
  private List<Integer> positionsByKey(List<ColumnText> stored) {
    Integer[] positions = new Integer[stored.size()];
    List<KeyPart> kept = new ArrayList<>();
    for (KeyPart part : primaryKey) {
      int column = indexOf(stored, part.column());
      if (column < 0) continue;
      String collation =
          part.collation().isEmpty() ? stored.get(column).collation() : part.collation();
      var key =
          new KeyPart(
              TableDefinition.fold(stored.get(column).name()),
              TableDefinition.fold(collation),
              false);
      if (kept.contains(key)) continue;
      if (positions[column] == null) positions[column] = kept.size();
      kept.add(key);
    }
    int next = kept.size();
    for (int i = 0; i < positions.length; i++) {
      if (positions[i] == null) positions[i] = next++;
    }
    return List.of(positions);
  }

  private static int indexOf(List<ColumnText> columns, String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (sameName(columns.get(i).name(), name)) return i;
    }
    return -1;
  }

  private static boolean sameName(String one, String other) {
    return TableDefinition.fold(one).equals(TableDefinition.fold(other));
  }
}
