package org.testigo.networks;

import java.util.ArrayList;
import java.util.List;

/// The cells of one line, RFC 4180: between commas, semicolons or tabs, quoted where they hold one,
/// a quote doubled inside quotes. A quote that is never closed ends with the line.
final class CsvCells {
  private final String line;
  private final char divider;
  private int at;

  private CsvCells(String line) {
    this.line = line;
    this.divider = line.indexOf('\t') >= 0 ? '\t' : firstOf(line);
  }

  static List<String> of(String line) {
    var cells = new ArrayList<String>();
    var rest = new CsvCells(line);
    do cells.add(rest.cell().strip());
    while (rest.at++ < line.length());
    return cells;
  }

  /// A comma or semicolon, whichever comes first; the first cells are addresses and hold neither.
  private static char firstOf(String line) {
    int comma = line.indexOf(',');
    int semicolon = line.indexOf(';');
    return semicolon >= 0 && (comma < 0 || semicolon < comma) ? ';' : ',';
  }

  /// The next cell; stops at the divider or the end.
  private String cell() {
    while (at < line.length() && line.charAt(at) == ' ') at++;
    return at < line.length() && line.charAt(at) == '"' ? quoted() : plain();
  }

  private String plain() {
    int start = at;
    int end = line.indexOf(divider, at);
    at = end < 0 ? line.length() : end;
    return line.substring(start, at);
  }

  private String quoted() {
    var cell = new StringBuilder();
    at++;
    while (at < line.length()) {
      char c = line.charAt(at++);
      if (c != '"') cell.append(c);
      else if (at < line.length() && line.charAt(at) == '"') cell.append(line.charAt(at++));
      else break;
    }
    return cell.append(plain()).toString();
  }
}
