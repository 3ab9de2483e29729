package org.testigo.artifacts.ios;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.testigo.formats.sqlite.Row;
import org.testigo.formats.typedstream.TypedStream.AttributedText;
import org.testigo.model.MessageObject;
import org.testigo.model.Moment.Meaning;

/// The rows of the table `message`.
final class SmsMessages {
  /// The class of a link, as the archive of a text names it.
  private static final byte[] LINK_CLASS = "NSURL".getBytes(StandardCharsets.US_ASCII);

  private final Columns<MessageColumn> columns;
  private final MessageHeaders headers;
  private final DeletedMessages deleted;
  private final RowReadings rows;

  SmsMessages(
      Columns<MessageColumn> columns,
      MessageHeaders headers,
      DeletedMessages deleted,
      RowReadings rows) {
    this.columns = columns;
    this.headers = headers;
    this.deleted = deleted;
    this.rows = rows;
  }

  void read() {
    columns.scan(rows.eachRowOf(Sms.MESSAGES, this::read));
  }

  private void read(Row row) {
    addTime(row, MessageColumn.DATE, Meaning.SENT);
    addTime(row, MessageColumn.DATE_DELIVERED, Meaning.DELIVERED);
    addTime(row, MessageColumn.DATE_READ, Meaning.READ);
    var edits = edits(row);
    addEditTimes(row, edits);
    deleted.addTimeOf(row.rowid());
    var header = headers.read(row);
    var links = new LinkedHashSet<>(richLinks(row));
    String body = body(row, links);
    rows.observed(
        new MessageObject(
            header.service(),
            header.direction(),
            header.correspondent(),
            header.account(),
            body,
            List.copyOf(links),
            edits.earlierBodies()));
  }

  private void addTime(Row row, MessageColumn column, Meaning meaning) {
    rows.moment(columns, row, column, TimeScale.COCOA_SECONDS_OR_NANOSECONDS, meaning);
  }

  private MessageEdits edits(Row row) {
    if (columns.isNull(row, MessageColumn.MESSAGE_SUMMARY_INFO)) return MessageEdits.NONE;
    byte[] summary = columns.blob(row, MessageColumn.MESSAGE_SUMMARY_INFO);
    return MessageEdits.mayBeIn(summary) ? MessageEdits.read(summary, rows) : MessageEdits.NONE;
  }

  /// `date_edited` is also the time of unsending, where the phone leaves `date_retracted` at 0.
  private void addEditTimes(Row row, MessageEdits edits) {
    edits.intermediateTimes().forEach(rows::moment);
    boolean isUnsent = edits.hasUnsentParts();
    if (!isUnsent || edits.hasEdits()) addTime(row, MessageColumn.DATE_EDITED, Meaning.EDITED);
    boolean hasTimeOfUnsending = columns.integer(row, MessageColumn.DATE_RETRACTED).orElse(0) != 0;
    if (hasTimeOfUnsending) addTime(row, MessageColumn.DATE_RETRACTED, Meaning.UNSENT);
    else if (isUnsent) addTime(row, MessageColumn.DATE_EDITED, Meaning.UNSENT);
  }

  private List<String> richLinks(Row row) {
    if (columns.isNull(row, MessageColumn.PAYLOAD_DATA)) return List.of();
    byte[] payload = columns.blob(row, MessageColumn.PAYLOAD_DATA);
    String balloon = columns.text(row, MessageColumn.BALLOON_BUNDLE_ID).orElse("");
    return rows.part(
            MessageColumn.PAYLOAD_DATA.name(),
            () -> Optional.of(BalloonPayload.links(payload, balloon)))
        .orElse(List.of());
  }

  /// The subject and the text, as the reader saw them one above the other; for the event that
  /// renames a group, the new name.
  private String body(Row row, Set<String> links) {
    var text = columns.text(row, MessageColumn.TEXT);
    var attributed = attributedBody(row, text.isPresent());
    String body =
        text.or(() -> attributed.map(AttributedText::text))
            .filter(it -> !it.isEmpty())
            .or(() -> columns.text(row, MessageColumn.GROUP_TITLE))
            .orElse("");
    attributed.ifPresent(it -> addLinksBeside(body, it.links(), links));
    return columns
        .text(row, MessageColumn.SUBJECT)
        .map(subject -> body.isEmpty() ? subject : subject + "\n" + body)
        .orElse(body);
  }

  /// Decoded only where it says something that the text does not.
  private Optional<AttributedText> attributedBody(Row row, boolean hasText) {
    if (columns.isNull(row, MessageColumn.ATTRIBUTEDBODY)) return Optional.empty();
    byte[] archive = columns.blob(row, MessageColumn.ATTRIBUTEDBODY);
    if (hasText && !ByteSearch.contains(archive, LINK_CLASS)) return Optional.empty();
    return AttributedBody.read(MessageColumn.ATTRIBUTEDBODY.name(), archive, rows);
  }

  private static void addLinksBeside(String body, List<String> recorded, Set<String> links) {
    for (String link : recorded) if (!body.contains(link)) links.add(link);
  }
}
