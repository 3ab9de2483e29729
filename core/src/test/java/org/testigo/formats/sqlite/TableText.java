package org.testigo.formats.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random texts of table definitions, in every way of writing that SQLite takes.
final class TableText {
  private static final List<String> TYPES =
      List.of(
          "INTEGER",
          "INT",
          "TEXT",
          "REAL",
          "BLOB",
          "NUMERIC",
          "",
          "VARCHAR(20)",
          "DECIMAL(10, 2)",
          "DOUBLE PRECISION",
          "FLOATING POINT",
          "BOOLEAN",
          "\"DATE TIME\"",
          "[CHAR INT]",
          "float");

  private static final List<String> STRICT_TYPES =
      List.of("INTEGER", "INT", "TEXT", "REAL", "BLOB", "ANY");

  private static final List<String> CONSTANTS =
      List.of(
          "5",
          "-5",
          "+7",
          "1.5",
          "-1.5e3",
          "'abc'",
          "'it''s, (so)'",
          "\"double\"",
          "x'00ff41'",
          "NULL",
          "TRUE",
          "false",
          "(42)",
          "(-3)",
          "('p')",
          "0x1F",
          "-0x10",
          "9223372036854775807",
          "-9223372036854775808",
          "9223372036854775808",
          "'12'",
          "'1.0'",
          "' 5 '",
          "'1e3'",
          "bare",
          ".5",
          "5.",
          "1e300",
          "-0.0",
          "'ñ✓'",
          "(((+1)))",
          "''",
          "10.0",
          "'abc' COLLATE NOCASE",
          "- 8",
          "X''");

  private static final List<String> COMMENTS =
      List.of(" ", " ", " ", "\n", "\t", " -- a, (comment\n", " /* ), 'x */ ", "\f");

  private final Random random;

  TableText(Random random) {
    this.random = random;
  }

  /// The name in one of the ways of quoting.
  String quote(String name) {
    return switch (random.nextInt(5)) {
      case 0 -> '"' + name + " q" + '"';
      case 1 -> '[' + name + " (b,]";
      case 2 -> '`' + name + "``" + '`';
      case 3 -> name + "_ñ$";
      default -> name;
    };
  }

  String nameTail() {
    return random.nextInt(10) == 0 ? "ü" : "";
  }

  /// @param written takes the names of the columns that can be written
  String createTable(String name, List<String> written) {
    boolean isStrict = random.nextInt(8) == 0;
    boolean hasRowid = random.nextInt(3) > 0;
    int size = random.nextInt(20) == 0 ? 150 : 1 + random.nextInt(8);
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String column = quote("c" + i);
      boolean isGenerated = i > 0 && random.nextInt(9) == 0;
      String type = type(isStrict);
      parts.add(
          column
              + space()
              + type
              + (isGenerated ? generated(written.getFirst(), type) : constraints(isStrict)));
      if (!isGenerated) written.add(column);
    }
    addKey(parts, written, hasRowid, isStrict);
    var sql = new StringBuilder("CREATE").append(space()).append("TABLE").append(space());
    sql.append(name).append(space()).append('(').append(space());
    sql.append(String.join(space() + "," + space(), parts)).append(space()).append(')');
    if (!hasRowid) sql.append(space()).append("WITHOUT").append(space()).append("rowid");
    if (isStrict) sql.append(hasRowid ? " " : ", ").append("STRICT");
    return sql.toString();
  }

  private String type(boolean isStrict) {
    List<String> types = isStrict ? STRICT_TYPES : TYPES;
    return types.get(random.nextInt(types.size()));
  }

  private String space() {
    return COMMENTS.get(random.nextInt(COMMENTS.size()));
  }

  private String generated(String source, String type) {
    String kind =
        switch (random.nextInt(3)) {
          case 0 -> " STORED";
          case 1 -> " VIRTUAL";
          default -> "";
        };
    String words = random.nextBoolean() ? " GENERATED ALWAYS AS" : " AS";
    return (type.isEmpty() ? " ANY" : "") + words + space() + "(length(" + source + "))" + kind;
  }

  private String constraints(boolean isStrict) {
    return switch (random.nextInt(9)) {
      case 0 -> " DEFAULT " + constant();
      case 1 -> " COLLATE NOCASE";
      case 2 -> isStrict ? "" : " CONSTRAINT \"a name\" DEFAULT 'x, y' NOT NULL";
      case 3 -> " CHECK (1 OR ')' = '(,')";
      case 4 -> " REFERENCES other(a, b) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED";
      case 5 -> " DEFAULT CURRENT_TIMESTAMP";
      case 6 -> " DEFAULT (abs(-5) + 1)";
      default -> "";
    };
  }

  private String constant() {
    return CONSTANTS.get(random.nextInt(CONSTANTS.size()));
  }

  private void addKey(
      List<String> parts, List<String> written, boolean hasRowid, boolean isStrict) {
    int kind = hasRowid ? random.nextInt(8) : 4 + random.nextInt(4);
    String first = written.getFirst();
    switch (kind) {
      case 0 ->
          parts.set(
              0,
              first
                  + " INTEGER"
                  + space()
                  + "PRIMARY KEY"
                  + (random.nextBoolean() ? " AUTOINCREMENT" : ""));
      case 1 -> parts.set(0, first + " integer PRIMARY KEY DESC");
      case 2 -> parts.set(0, first + " INT PRIMARY KEY");
      case 3 -> parts.set(0, first + (isStrict ? " ANY" : ""));
      default -> parts.add(tableKey(written));
    }
  }

  private String tableKey(List<String> written) {
    List<String> key = new ArrayList<>();
    int size = 1 + random.nextInt(3);
    for (int i = 0; i < size; i++) {
      String collation =
          random.nextInt(4) == 0 ? " COLLATE " + (random.nextBoolean() ? "NOCASE" : "binary") : "";
      String order = List.of("", " DESC", " ASC").get(random.nextInt(3));
      key.add(written.get(random.nextInt(written.size())) + collation + order);
    }
    String constraint = random.nextBoolean() ? "CONSTRAINT pk " : "";
    return "%sPRIMARY KEY%s(%s)%s"
        .formatted(
            constraint, space(), String.join(", ", key), random.nextBoolean() ? " CHECK (1)" : "");
  }

  String addedColumn(String column) {
    String type = TYPES.get(random.nextInt(TYPES.size()));
    return switch (random.nextInt(8)) {
      case 0 -> column + " " + type;
      case 1 -> column + " " + type + " AS (1 + 1) VIRTUAL";
      default -> column + " " + type + space() + "DEFAULT" + space() + constant();
    };
  }

  /// A value for an update.
  String expression() {
    return switch (random.nextInt(5)) {
      case 0 -> "NULL";
      case 1 -> "seeded(100000) * 77773";
      case 2 -> "seeded_blob(seeded(3000))";
      case 3 -> "CAST(seeded_blob(seeded(30)) AS TEXT)";
      default -> constant();
    };
  }
}
