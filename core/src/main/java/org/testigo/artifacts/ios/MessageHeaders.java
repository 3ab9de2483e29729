package org.testigo.artifacts.ios;

import java.util.Optional;
import java.util.OptionalLong;
import org.testigo.formats.sqlite.Row;
import org.testigo.model.Direction;
import org.testigo.model.Moment.Meaning;

/// Who sent a message to whom, and when: what the message, its deleted parts and its attachments
/// have in common.
final class MessageHeaders {
  /// @param service empty where the phone recorded none
  record Header(
      String service,
      Direction direction,
      Optional<String> correspondent,
      Optional<String> account) {
    static final Header UNKNOWN =
        new Header("", Direction.UNKNOWN, Optional.empty(), Optional.empty());
  }

  private final Columns<MessageColumn> columns;
  private final Correspondents correspondents;
  private final RowReadings rows;
  private Header found = Header.UNKNOWN;

  MessageHeaders(Columns<MessageColumn> columns, Correspondents correspondents, RowReadings rows) {
    this.columns = columns;
    this.correspondents = correspondents;
    this.rows = rows;
  }

  Header read(Row row) {
    var handle = correspondents.handle(columns.integer(row, MessageColumn.HANDLE_ID).orElse(0));
    return new Header(
        columns
            .text(row, MessageColumn.SERVICE)
            .or(() -> handle.flatMap(Correspondents.Handle::service))
            .orElse(""),
        direction(columns.integer(row, MessageColumn.IS_FROM_ME)),
        handle
            .map(Correspondents.Handle::id)
            .filter(id -> !id.isEmpty())
            .or(() -> columns.text(row, MessageColumn.CACHE_ROOMNAMES))
            .or(() -> correspondents.chatOf(row.rowid())),
        columns
            .text(row, MessageColumn.ACCOUNT)
            .or(() -> columns.text(row, MessageColumn.DESTINATION_CALLER_ID)));
  }

  /// The header of the message of that number, unknown where it is gone; adds when it was sent to
  /// the row that is being read.
  Header at(long message) {
    found = Header.UNKNOWN;
    columns.find(message, rows.visitor(this::take));
    return found;
  }

  private void take(Row row) {
    rows.moment(
        columns, row, MessageColumn.DATE, TimeScale.COCOA_SECONDS_OR_NANOSECONDS, Meaning.SENT);
    found = read(row);
  }

  static Direction direction(OptionalLong isFromMe) {
    if (isFromMe.isEmpty()) return Direction.UNKNOWN;
    return isFromMe.getAsLong() == 0 ? Direction.INCOMING : Direction.OUTGOING;
  }
}
