package org.testigo.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testigo.formats.sqlite.Row;
import org.testigo.formats.sqlite.RowVisitor;
import org.testigo.formats.sqlite.SqliteDatabase;
import org.testigo.formats.sqlite.Table;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Unreadable.Reason;

/// What `Manifest.db` says of the files of a backup: table `Files` with `fileID`, `domain`,
/// `relativePath`, `flags` (1 a file, 2 a folder, 4 a symbolic link) and `file`, an archive of the
/// file's metadata that is not read here.
///
/// All of it is data: an id is looked up among the files that lie there only where it is one, and a
/// path is never made into a path of this machine. Seen: iOS 10 to 26.
final class ContentList {
  static final String NAME = "Manifest.db";
  private static final String TABLE = "Files";
  private static final long NO_ROW = -1;
  private static final long FLAG_FILE = 1;
  private static final int SHOWN_CHARACTERS = 100;

  private final BackupFiles files;
  private final Faults faults;
  private final String[] domains;
  private final String[] paths;
  private final long[] rowids;
  private final List<Missing> missing = new ArrayList<>();
  private final Map<String, String> sameDomains = new HashMap<>();

  /// A file that the list names and that is not there.
  record Missing(String id, String domain, String path) {}

  /// A list that names nothing.
  ContentList(BackupFiles files, Faults faults) {
    this.files = files;
    this.faults = faults;
    domains = new String[files.size()];
    paths = new String[files.size()];
    rowids = new long[files.size()];
    Arrays.fill(domains, "");
    Arrays.fill(paths, "");
    Arrays.fill(rowids, NO_ROW);
  }

  /// Reads what can be read; the rest becomes faults.
  void read(SqliteDatabase database) {
    database.schemaDamage().forEach(damage -> faults.add(Fault.of(damage)));
    database.losses().forEach(loss -> faults.add(Fault.of(loss)));
    var table = database.table(TABLE);
    if (table.isPresent()) read(table.get());
    else faults.add(Fault.of(Reason.MALFORMED, "no table Files, expected the list of all files"));
  }

  private void read(Table table) {
    var columns = List.of("fileID", "domain", "relativePath", "flags");
    var lacking = columns.stream().filter(column -> !table.hasColumn(column)).toList();
    if (lacking.isEmpty()) {
      table.scan(columns, new Rows());
    } else {
      faults.add(
          Fault.of(
              Reason.UNSUPPORTED,
              "table Files has columns %s, expected %s as well"
                  .formatted(table.columns(), lacking)));
    }
  }

  private final class Rows implements RowVisitor {

    @Override
    public void row(Row row) {
      String id = row.text(0);
      if (row.isNull(0) || !BackupFiles.isId(id)) {
        fault(row, "fileID %s, expected 40 hexadecimal digits".formatted(shown(row, 0)));
      } else if (row.isNull(1) || row.isNull(2)) {
        fault(
            row,
            "domain %s and relativePath %s of file %s, expected texts"
                .formatted(shown(row, 1), shown(row, 2), id));
      } else {
        place(row, id);
      }
    }

    @Override
    public void damaged(MalformedException damage) {
      faults.add(Fault.of(damage));
    }
  }

  private void place(Row row, String id) {
    String domain = sameDomains.computeIfAbsent(row.text(1), name -> name);
    int index = files.findId(id);
    if (index < 0) {
      if (row.integer(3) == FLAG_FILE) missing.add(new Missing(id, domain, row.text(2)));
    } else if (rowids[index] != NO_ROW) {
      fault(row, "file %s is already named by row %d".formatted(id, rowids[index]));
    } else {
      domains[index] = domain;
      paths[index] = row.text(2);
      rowids[index] = row.rowid();
    }
  }

  private void fault(Row row, String detail) {
    faults.add(new Fault(new Location.Row(TABLE, row.rowid()), Reason.MALFORMED, detail));
  }

  private static String shown(Row row, int column) {
    if (row.isNull(column)) return "NULL";
    String text = row.text(column);
    return text.length() <= SHOWN_CHARACTERS
        ? '"' + text + '"'
        : '"' + text.substring(0, SHOWN_CHARACTERS) + "…\"";
  }

  /// Names a file by what its id is known to stand for, where the list does not name it.
  void nameByKnowledge(int index, String domain, String path) {
    domains[index] = domain;
    paths[index] = path;
  }

  /// Whether the list, or knowledge of its place, names the file.
  boolean isNamed(int index) {
    return !paths[index].isEmpty() || rowids[index] != NO_ROW;
  }

  String domain(int index) {
    return domains[index];
  }

  String path(int index) {
    return paths[index];
  }

  /// The row that names the file; empty where none does.
  Optional<Long> rowid(int index) {
    return rowids[index] == NO_ROW ? Optional.empty() : Optional.of(rowids[index]);
  }

  List<Missing> missing() {
    return missing;
  }
}
