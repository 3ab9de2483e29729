package org.testigo.artifacts.ios;

import java.util.List;
import java.util.Optional;
import org.testigo.formats.sqlite.Row;
import org.testigo.formats.sqlite.Table;
import org.testigo.formats.sqlite.ValueType;
import org.testigo.formats.typedstream.TypedStream.AttributedText;
import org.testigo.model.MessageObject;
import org.testigo.model.Moment.Meaning;

/// The rows of `recoverable_message_part`, since iOS 16: texts of parts of messages that were
/// deleted in the last weeks, while the rest of the message stayed.
final class DeletedParts {
  private enum Column {
    MESSAGE_ID,
    DELETE_DATE,
    PART_TEXT
  }

  private final Columns<Column> columns;
  private final MessageHeaders headers;
  private final RowReadings rows;

  DeletedParts(Table table, MessageHeaders headers, RowReadings rows) {
    Database.require(table, "message_id", "part_text");
    this.columns = new Columns<>(table, Column.class);
    this.headers = headers;
    this.rows = rows;
  }

  void read() {
    columns.scan(rows.eachRowOf(Sms.DELETED_PARTS, this::read));
  }

  private void read(Row row) {
    var header = headers.at(columns.integer(row, Column.MESSAGE_ID).orElse(0));
    rows.moment(
        columns,
        row,
        Column.DELETE_DATE,
        TimeScale.COCOA_SECONDS_OR_NANOSECONDS,
        Meaning.STATUS_CHANGED);
    String body = text(row).orElse("");
    rows.observed(
        new MessageObject(
            header.service(),
            header.direction(),
            header.correspondent(),
            header.account(),
            body,
            List.of(),
            List.of()));
  }

  private Optional<String> text(Row row) {
    if (columns.isNull(row, Column.PART_TEXT)) return Optional.empty();
    if (row.type(columns.indexOf(Column.PART_TEXT)) == ValueType.TEXT)
      return columns.text(row, Column.PART_TEXT);
    return AttributedBody.read(Column.PART_TEXT.name(), columns.blob(row, Column.PART_TEXT), rows)
        .map(AttributedText::text);
  }
}
