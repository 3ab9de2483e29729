package org.testigo.artifacts.ios;

import org.testigo.formats.sqlite.Row;
import org.testigo.formats.sqlite.SqliteDatabase;
import org.testigo.model.Moment.Meaning;

/// When messages were moved to "recently deleted": `chat_recoverable_message_join`, since iOS 16.
/// The messages themselves stay in their table for some weeks.
final class DeletedMessages {
  static final String TABLE = "chat_recoverable_message_join";

  private enum Column {
    MESSAGE_ID,
    DELETE_DATE
  }

  private final LongGroups deletedAt = new LongGroups();
  private final RowReadings rows;

  private DeletedMessages(RowReadings rows) {
    this.rows = rows;
  }

  /// None where the generation has no such table.
  static DeletedMessages of(SqliteDatabase database, RowReadings rows) {
    var deleted = new DeletedMessages(rows);
    database
        .table(TABLE)
        .map(table -> new Columns<>(table, Column.class))
        .ifPresent(columns -> columns.scan(rows.visitor(row -> deleted.add(columns, row))));
    return deleted;
  }

  private void add(Columns<Column> columns, Row row) {
    deletedAt.add(
        columns.integer(row, Column.MESSAGE_ID).orElse(0),
        columns.integer(row, Column.DELETE_DATE).orElse(0));
  }

  /// Adds to the row that is being read when the message was deleted, from the first chat that says
  /// so.
  void addTimeOf(long message) {
    long time = deletedAt.firstOr(message, 0);
    if (time == 0) return;
    rows.part(
            Column.DELETE_DATE.name(),
            () -> TimeScale.COCOA_SECONDS_OR_NANOSECONDS.moment(time, Meaning.STATUS_CHANGED))
        .ifPresent(rows::moment);
  }
}
