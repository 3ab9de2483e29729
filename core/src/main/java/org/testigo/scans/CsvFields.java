package org.testigo.scans;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.testigo.model.MalformedException;

/// The fields of one line of a table with commas (RFC 4180): quoted where they hold a comma, a
/// quote inside doubled. A row that goes over several lines is refused.
final class CsvFields {
  /// More than any known format has.
  private static final int MAX_FIELDS = 1000;

  private CsvFields() {}

  static List<String> of(byte[] bytes, int from, int to) {
    int start = Lines.behindMark(bytes, from, to);
    int end = Lines.beforeSpace(bytes, start, to);
    return of(new String(bytes, start, end - start, StandardCharsets.UTF_8));
  }

  static List<String> of(String line) {
    List<String> fields = new ArrayList<>();
    int at = 0;
    do {
      if (fields.size() == MAX_FIELDS) {
        throw new MalformedException(at, "more than %d columns".formatted(MAX_FIELDS));
      }
      at = line.startsWith("\"", at) ? quoted(line, at, fields) : plain(line, at, fields);
    } while (at <= line.length());
    return fields;
  }

  /// Adds a field and gives where the next begins; beyond the line where none follows.
  private static int plain(String line, int from, List<String> fields) {
    int comma = line.indexOf(',', from);
    int end = comma < 0 ? line.length() : comma;
    fields.add(line.substring(from, end));
    return end + 1;
  }

  private static int quoted(String line, int from, List<String> fields) {
    var field = new StringBuilder();
    int at = from + 1;
    while (true) {
      int quote = line.indexOf('"', at);
      if (quote < 0) throw new MalformedException(from, "a quoted field without its end");
      field.append(line, at, quote);
      at = quote + 1;
      if (!line.startsWith("\"", at)) break;
      field.append('"');
      at++;
    }
    if (at < line.length() && line.charAt(at) != ',') {
      throw new MalformedException(at, "text behind a quoted field, expected a comma");
    }
    fields.add(field.toString());
    return at + 1;
  }
}
