package org.testigo.indicators.packs;

import java.util.ArrayList;
import java.util.List;

/// The rows of a table in text, RFC 4180: cells between commas (or semicolons, or tabs), quoted
/// where they hold one, a quote doubled inside quotes. A quote that is never closed ends with the
/// text.
final class CsvRows {
  private final String text;
  private final char divider;
  private int at;

  CsvRows(String text) {
    this.text = text;
    this.divider = divider(text);
  }

  /// What divides the cells of the first line: the most frequent of the three.
  private static char divider(String text) {
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    char best = ',';
    for (char candidate : new char[] {';', '\t'})
      if (count(first, candidate) > count(first, best)) best = candidate;
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  boolean hasNext() {
    return at < text.length();
  }

  /// The cells of the next row, without white space around them.
  List<String> next() {
    var cells = new ArrayList<String>();
    do cells.add(cell().strip());
    while (at < text.length() && text.charAt(at++) == divider);
    return cells;
  }

  private String cell() {
    while (at < text.length() && text.charAt(at) == ' ') at++;
    return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
  }

  private String plain() {
    int start = at;
    while (at < text.length() && text.charAt(at) != divider && text.charAt(at) != '\n') at++;
    return text.substring(start, at);
  }

  private String quoted() {
    var cell = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') cell.append(c);
      else if (at < text.length() && text.charAt(at) == '"') cell.append(text.charAt(at++));
      else break;
    }
    return cell + plain();
  }
}
