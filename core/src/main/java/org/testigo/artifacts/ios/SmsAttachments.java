package org.testigo.artifacts.ios;

import java.util.Optional;
import org.testigo.formats.sqlite.Row;
import org.testigo.formats.sqlite.SqliteDatabase;
import org.testigo.formats.sqlite.Table;
import org.testigo.model.AttachmentObject;
import org.testigo.model.Direction;
import org.testigo.model.Moment.Meaning;

/// The rows of the table `attachment`, each once for every message that it belongs to, and once
/// where it belongs to none.
final class SmsAttachments {
  private enum Column {
    FILENAME,
    TRANSFER_NAME,
    MIME_TYPE,
    TOTAL_BYTES,
    IS_OUTGOING,
    CREATED_DATE
  }

  private enum JoinColumn {
    MESSAGE_ID,
    ATTACHMENT_ID
  }

  private final Columns<Column> columns;
  private final MessageHeaders headers;
  private final RowReadings rows;
  private final SqliteDatabase database;
  private final Optional<Table> join;
  private final LongGroups messagesByAttachment = new LongGroups();

  SmsAttachments(SqliteDatabase database, Table table, MessageHeaders headers, RowReadings rows) {
    Database.require(table, "filename");
    this.columns = new Columns<>(table, Column.class);
    this.headers = headers;
    this.rows = rows;
    this.database = database;
    join = database.table(Sms.ATTACHMENT_JOIN);
    join.ifPresent(this::readJoins);
  }

  private void readJoins(Table table) {
    Database.require(table, "message_id", "attachment_id");
    var joins = new Columns<>(table, JoinColumn.class);
    joins.scan(rows.visitor(row -> addJoin(joins, row)));
  }

  private void addJoin(Columns<JoinColumn> joins, Row row) {
    messagesByAttachment.add(
        joins.integer(row, JoinColumn.ATTACHMENT_ID).orElse(0),
        joins.integer(row, JoinColumn.MESSAGE_ID).orElse(0));
  }

  /// @throws org.testigo.model.MalformedException after the attachments, when the table is not
  ///   there that tells their messages
  void read() {
    columns.scan(rows.eachRowOf(Sms.ATTACHMENTS, this::read));
    if (join.isEmpty()) throw Database.missing(database, Sms.ATTACHMENT_JOIN);
  }

  private void read(Row row) {
    long attachment = row.rowid();
    if (!messagesByAttachment.has(attachment)) {
      addTime(row);
      observe(row, MessageHeaders.Header.UNKNOWN);
    }
    messagesByAttachment.forEach(
        attachment,
        message -> {
          rows.at(Sms.ATTACHMENTS, attachment);
          addTime(row);
          observe(row, headers.at(message));
        });
  }

  private void addTime(Row row) {
    rows.moment(
        columns, row, Column.CREATED_DATE, TimeScale.COCOA_SECONDS_OR_NANOSECONDS, Meaning.CREATED);
  }

  private void observe(Row row, MessageHeaders.Header header) {
    var ownDirection = MessageHeaders.direction(columns.integer(row, Column.IS_OUTGOING));
    rows.observed(
        new AttachmentObject(
            header.direction() == Direction.UNKNOWN ? ownDirection : header.direction(),
            header.correspondent(),
            columns.text(row, Column.FILENAME),
            columns.text(row, Column.TRANSFER_NAME),
            columns.text(row, Column.MIME_TYPE),
            columns.integer(row, Column.TOTAL_BYTES)));
  }
}
