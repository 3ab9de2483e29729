package org.testigo.formats.sqlite;

import java.util.List;
import java.util.Set;

/// One column as a `CREATE TABLE` text defines it.
///
/// @param type as declared, its words separated by one space; "" where none is
/// @param isVirtual whether it is generated and computed at every reading, never stored
record ColumnText(
    String name,
    String type,
    boolean isPrimaryKey,
    boolean isDescendingKey,
    String collation,
    boolean isVirtual,
    Constant standard) {

  private static final Set<String> CONSTRAINTS =
      Set.of(
          "CONSTRAINT",
          "PRIMARY",
          "NOT",
          "NULL",
          "UNIQUE",
          "CHECK",
          "DEFAULT",
          "COLLATE",
          "REFERENCES",
          "AS",
          "ON",
          "DEFERRABLE",
          "INITIALLY",
          "AUTOINCREMENT");

  static ColumnText parse(List<Token> tokens) {
    return new Reading(tokens).read();
  }

  ColumnDefinition definition() {
    return new ColumnDefinition(name, Affinity.of(type), standard);
  }

  private static final class Reading {
    private final List<Token> tokens;
    private int at = 1;
    private final StringBuilder type = new StringBuilder();
    private boolean isPrimaryKey;
    private boolean isDescendingKey;
    private boolean isVirtual;
    private String collation = "BINARY";
    private Constant standard = Constant.NULL;

    Reading(List<Token> tokens) {
      this.tokens = tokens;
    }

    ColumnText read() {
      readType();
      while (at < tokens.size()) readConstraint();
      return new ColumnText(
          tokens.getFirst().text(),
          type.toString(),
          isPrimaryKey,
          isDescendingKey,
          collation,
          isVirtual,
          standard);
    }

    private void readType() {
      while (at < tokens.size() && tokens.get(at).isName() && !beginsConstraint()) {
        if (!type.isEmpty()) type.append(' ');
        type.append(tokens.get(at++).text());
      }
      if (at < tokens.size() && tokens.get(at).isSymbol('(')) {
        for (Token token : group()) type.append(token.text());
      }
    }

    private boolean beginsConstraint() {
      boolean isGenerated =
          tokens.get(at).is("GENERATED")
              && at + 1 < tokens.size()
              && tokens.get(at + 1).is("ALWAYS");
      return isGenerated || CONSTRAINTS.contains(tokens.get(at).keyword());
    }

    private void readConstraint() {
      switch (tokens.get(at).keyword()) {
        case "CONSTRAINT" -> at += 2;
        case "PRIMARY" -> {
          isPrimaryKey = true;
          isDescendingKey = at + 2 < tokens.size() && tokens.get(at + 2).is("DESC");
          at += 2;
        }
        case "DEFAULT" -> {
          at++;
          readDefault();
        }
        case "COLLATE" -> {
          if (at + 1 < tokens.size()) collation = tokens.get(at + 1).text();
          at += 2;
        }
        case "AS" -> {
          at++;
          group();
          isVirtual = at >= tokens.size() || !tokens.get(at).is("STORED");
        }
        default -> {
          if (tokens.get(at).isSymbol('(')) group();
          else at++;
        }
      }
    }

    private void readDefault() {
      int from = at;
      if (at < tokens.size() && tokens.get(at).isSymbol('(')) {
        group();
      } else {
        while (at < tokens.size() && tokens.get(at).kind() == Token.Kind.SYMBOL) at++;
        at++;
      }
      standard =
          Literal.parse(
              tokens.subList(from, Math.min(at, tokens.size())), Affinity.of(type.toString()));
    }

    /// The tokens from here to the closing parenthesis.
    private List<Token> group() {
      int from = at;
      int depth = 0;
      for (; at < tokens.size(); at++) {
        if (tokens.get(at).isSymbol('(')) depth++;
        if (tokens.get(at).isSymbol(')')) depth--;
        if (depth == 0) break;
      }
      at = Math.min(at + 1, tokens.size());
      return tokens.subList(from, at);
    }
  }
}
