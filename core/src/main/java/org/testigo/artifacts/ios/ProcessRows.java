package org.testigo.artifacts.ios;

import java.util.Optional;
import java.util.OptionalLong;
import org.testigo.formats.sqlite.Row;
import org.testigo.formats.sqlite.Table;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.ProcessObject;
import org.testigo.model.ProcessObject.DataVolume;
import org.testigo.model.Unreadable.Reason;

/// The rows of `ZPROCESS`, each with its usage, and what is left of processes that are gone.
final class ProcessRows {
  private enum Column {
    ZFIRSTTIMESTAMP,
    ZTIMESTAMP,
    ZBUNDLENAME,
    ZPROCNAME
  }

  private final Columns<Column> columns;
  private final RowReadings rows;
  private final Optional<ProcessUsage> usage;
  private final LongGroups keys = new LongGroups();
  private OptionalLong previousKey = OptionalLong.empty();

  ProcessRows(Table table, RowReadings rows, Optional<ProcessUsage> usage) {
    this.columns = new Columns<>(table, Column.class);
    this.rows = rows;
    this.usage = usage;
  }

  void read() {
    columns.scan(rows.visitor(this::read));
    usage.ifPresent(all -> all.forEach(this::readLeftOver));
  }

  private void read(Row row) {
    long key = row.rowid();
    tellMissingBefore(key);
    previousKey = OptionalLong.of(key);
    keys.add(key, key);
    if (usage.isPresent() && usage.get().has(key)) {
      usage.get().forEachRow(key, usageRow -> read(row, key, usageRow));
      return;
    }
    rows.at(DataUsage.PROCESSES, key);
    addTimes(row);
    rows.observed(process(row, key, Optional.empty()));
  }

  private void read(Row row, long key, long usageRow) {
    rows.at(DataUsage.USAGES, usageRow);
    addTimes(row);
    rows.observed(process(row, key, usage.map(all -> all.read(usageRow))));
  }

  private void addTimes(Row row) {
    rows.moment(columns, row, Column.ZFIRSTTIMESTAMP, TimeScale.COCOA_SECONDS, Meaning.FIRST_USED);
    rows.moment(columns, row, Column.ZTIMESTAMP, TimeScale.COCOA_SECONDS, Meaning.LAST_USED);
  }

  private ProcessObject process(Row row, long key, Optional<DataVolume> volume) {
    return new ProcessObject(
        columns.text(row, Column.ZPROCNAME).or(() -> Optional.of("")),
        columns.text(row, Column.ZBUNDLENAME),
        OptionalLong.of(key),
        volume);
  }

  /// Tells the first missing key that no usage row is left of: the others are told with their
  /// usage.
  private void tellMissingBefore(long key) {
    if (previousKey.isEmpty() || rows.isDamaged()) return;
    long missing = previousKey.getAsLong() + 1;
    while (missing < key && usage.isPresent() && usage.get().has(missing)) missing++;
    if (missing >= key) return;
    rows.at(DataUsage.PROCESSES, missing);
    rows.observed(gone(OptionalLong.of(missing), Optional.empty()));
  }

  private void readLeftOver(long key, long usageRow) {
    if (keys.has(key)) return;
    rows.at(DataUsage.USAGES, usageRow);
    if (rows.isDamaged()) {
      rows.unreadable(
          Reason.MALFORMED,
          "usage of process %d, whose row was not read: a part of %s is damaged"
              .formatted(key, DataUsage.PROCESSES));
      return;
    }
    var named = key == ProcessUsage.NO_PROCESS ? OptionalLong.empty() : OptionalLong.of(key);
    rows.observed(gone(named, usage.map(all -> all.read(usageRow))));
  }

  private static ProcessObject gone(OptionalLong key, Optional<DataVolume> volume) {
    return new ProcessObject(Optional.empty(), Optional.empty(), key, volume);
  }
}
