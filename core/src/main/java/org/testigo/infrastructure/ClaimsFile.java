package org.testigo.infrastructure;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.model.Text;
import org.testigo.model.scan.ScanSource;

/// A file of claims: a table with commas (RFC 4180) in UTF-8, under the heading
/// `subject,predicate,object,report,date,url`. Empty lines and lines that begin with `#` are passed
/// over. A row that does not follow the table is refused, and the next one is read.
public final class ClaimsFile {
  private static final List<String> HEADING =
      List.of("subject", "predicate", "object", "report", "date", "url");

  /// Claims are written by people.
  private static final int MAX_ROWS = 1_000_000;

  private final String file;
  private final List<Claim> claims = new ArrayList<>();
  private final List<Text> refused = new ArrayList<>();

  private ClaimsFile(String file) {
    this.file = file;
  }

  /// What was read.
  ///
  /// @param refused one sentence for each row that was not, or for the file
  public record Read(List<Claim> claims, List<Text> refused) {
    public Read {
      claims = List.copyOf(claims);
      refused = List.copyOf(refused);
    }
  }

  /// @param file the name, for what is said of it
  public static Read read(String file, byte[] content) {
    var read = new ClaimsFile(file);
    read.lines(new String(content, StandardCharsets.UTF_8));
    return new Read(read.claims, read.refused);
  }

  private void lines(String text) {
    var lines = text.startsWith("\ufeff") ? text.substring(1).lines() : text.lines();
    boolean isHeadingRead = false;
    long number = 0;
    for (String line : (Iterable<String>) lines::iterator) {
      number++;
      if (line.isBlank() || line.startsWith("#")) continue;
      if (!isHeadingRead) {
        isHeadingRead = true;
        if (cells(line).equals(HEADING)) continue;
        refuse("no-heading", String.join(",", HEADING));
        return;
      }
      if (number > MAX_ROWS) {
        refuse("too-many", MAX_ROWS);
        return;
      }
      row(cells(line), number);
    }
    if (!isHeadingRead) refuse("no-heading", String.join(",", HEADING));
  }

  private void row(List<String> cells, long number) {
    if (cells.size() != HEADING.size()) {
      refuse("cells", number, cells.size(), HEADING.size());
      return;
    }
    if (cells.get(0).isEmpty() || cells.get(1).isEmpty() || cells.get(3).isEmpty()) {
      refuse("empty", number);
      return;
    }
    Optional<LocalDate> date = Optional.empty();
    try {
      if (!cells.get(4).isEmpty()) date = Optional.of(LocalDate.parse(cells.get(4)));
    } catch (DateTimeException e) {
      refuse("date", number, cells.get(4));
      return;
    }
    claims.add(
        new Claim(
            cells.get(0),
            cells.get(1),
            cells.get(2),
            cells.get(3),
            date,
            cells.get(5),
            new ScanSource(file, number)));
  }

  private void refuse(String key, Object... arguments) {
    var all = new ArrayList<Object>(List.of(file));
    all.addAll(List.of(arguments));
    refused.add(Text.of(ClaimsFile.class, key, all.toArray()));
  }

  /// The cells of a line, without white space around them.
  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && isQuoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"' && (isQuoted || cell.toString().isBlank())) {
        isQuoted = !isQuoted;
      } else if (c == ',' && !isQuoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
