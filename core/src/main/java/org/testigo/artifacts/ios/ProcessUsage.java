package org.testigo.artifacts.ios;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.testigo.formats.sqlite.Row;
import org.testigo.formats.sqlite.Table;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.ProcessObject.DataVolume;
import org.testigo.model.Unreadable.Reason;

/// The rows of `ZLIVEUSAGE`, by the key of the process that they count for.
final class ProcessUsage {
  /// The key of rows that name no process; Core Data numbers from 1.
  static final long NO_PROCESS = 0;

  private enum Column {
    ZHASPROCESS,
    ZTIMESTAMP,
    ZWIFIIN,
    ZWIFIOUT,
    ZWWANIN,
    ZWWANOUT
  }

  private final Columns<Column> columns;
  private final RowReadings rows;
  private final RowReadings usageRows;
  private final LongGroups rowsByProcess = new LongGroups();

  /// @param rows the readings that a usage row becomes a part of
  /// @param usageRows takes the damage of this table
  ProcessUsage(Table table, RowReadings rows, RowReadings usageRows) {
    this.columns = new Columns<>(table, Column.class);
    this.rows = rows;
    this.usageRows = usageRows;
    columns.scan(usageRows.visitor(row -> rowsByProcess.add(processOf(row), row.rowid())));
  }

  private long processOf(Row row) {
    return columns.integer(row, Column.ZHASPROCESS).orElse(NO_PROCESS);
  }

  boolean has(long process) {
    return rowsByProcess.has(process);
  }

  void forEachRow(long process, LongConsumer rowid) {
    rowsByProcess.forEach(process, rowid);
  }

  void forEach(LongGroups.PairVisitor processAndRow) {
    rowsByProcess.forEach(processAndRow);
  }

  /// Reads a usage row, as part of the row that is being read.
  DataVolume read(long rowid) {
    var reader = new VolumeReader();
    columns.find(rowid, usageRows.visitor(reader::read));
    return reader.volume;
  }

  private final class VolumeReader {
    private DataVolume volume =
        new DataVolume(
            OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    void read(Row row) {
      rows.moment(columns, row, Column.ZTIMESTAMP, TimeScale.COCOA_SECONDS, Meaning.RECORDED);
      volume =
          new DataVolume(
              bytes(row, Column.ZWIFIIN),
              bytes(row, Column.ZWIFIOUT),
              bytes(row, Column.ZWWANIN),
              bytes(row, Column.ZWWANOUT));
    }
  }

  /// Kept as a floating-point number, though bytes are whole.
  private OptionalLong bytes(Row row, Column column) {
    OptionalDouble value = columns.real(row, column);
    if (value.isEmpty()) return OptionalLong.empty();
    double bytes = value.getAsDouble();
    if (bytes >= 0 && bytes < Long.MAX_VALUE) return OptionalLong.of((long) bytes);
    rows.unreadable(
        Reason.MALFORMED, "%s is %s, expected a number of bytes".formatted(column, bytes));
    return OptionalLong.empty();
  }
}
