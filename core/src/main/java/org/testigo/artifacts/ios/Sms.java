package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.util.List;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.ArtifactSpec;
import org.testigo.artifacts.Place;
import org.testigo.artifacts.Presence;
import org.testigo.artifacts.Readings;
import org.testigo.formats.sqlite.SqliteDatabase;
import org.testigo.formats.sqlite.Table;
import org.testigo.model.DataClass;

/// SMS, MMS and iMessage, whole: `sms.db`, as [org.testigo.model.MessageObject]s and
/// [org.testigo.model.AttachmentObject]s.
///
/// In this order:
///
/// - every row of `message`, also those without a handle or with one that is gone: the text, or
///   where there is none that of `attributedBody`; the addresses of a rich link (`payload_data`);
///   earlier and unsent texts (`message_summary_info`); when it was sent, delivered, read, edited,
///   unsent, and moved to "recently deleted" (told as a change of status);
/// - every row of `recoverable_message_part`: parts of messages that were deleted in the last weeks
///   and whose text is kept there;
/// - every attachment, once for each message that it belongs to.
///
/// A payload that is damaged is an unreadable of its row, and the rest of the message is told.
///
/// Times count nanoseconds since 2001 in UTC, those of iOS 10 and earlier seconds.
@AutoService(Artifact.class)
public final class Sms implements Artifact {
  static final String MESSAGES = "message";
  static final String HANDLES = "handle";
  static final String ATTACHMENTS = "attachment";
  static final String ATTACHMENT_JOIN = "message_attachment_join";
  static final String DELETED_PARTS = "recoverable_message_part";

  /// Not every generation has all of them, so that only a stand-in tells of a change.
  private static final List<String> SIDE_TABLES =
      List.of(
          ATTACHMENTS,
          DELETED_PARTS,
          DeletedMessages.TABLE,
          Correspondents.CHATS,
          Correspondents.CHATS_OF_MESSAGES);

  @Override
  public ArtifactSpec spec() {
    return new ArtifactSpec(
        "ios.sms",
        DataClass.MESSAGES,
        List.of(Place.inBackup("HomeDomain", "Library/SMS/sms.db")),
        Presence.ALWAYS,
        "imagent",
        true,
        "iOS 14 and 18; 6 to 26 as documented",
        List.of(
            "https://docs.mvt.re/en/latest/ios/records/#smsjson",
            "https://github.com/abrignoni/iLEAPP/blob/main/scripts/artifacts/sms.py"));
  }

  @Override
  public void parse(ArtifactFile file, Readings readings) {
    SqliteDatabase database = Database.open(file, readings);
    Table table = Database.table(database, MESSAGES);
    Database.require(table, "text", "handle_id", "date", "is_from_me");
    readings.layout(generation(table));
    var rows = new RowReadings(readings);
    var columns = new Columns<>(table, MessageColumn.class);
    var headers = new MessageHeaders(columns, new Correspondents(database, rows), rows);
    new SmsMessages(columns, headers, DeletedMessages.of(database, rows), rows).read();
    database.table(DELETED_PARTS).ifPresent(parts -> new DeletedParts(parts, headers, rows).read());
    database
        .table(ATTACHMENTS)
        .ifPresentOrElse(
            attachments -> new SmsAttachments(database, attachments, headers, rows).read(),
            () -> readings.layout("no table " + ATTACHMENTS));
    SIDE_TABLES.forEach(name -> Database.refuseStandIn(database, name));
    if (database.table(HANDLES).isEmpty()) throw Database.missing(database, HANDLES);
  }

  private static String generation(Table messages) {
    if (messages.hasColumn("date_edited"))
      return "message with date_edited: edits and unsent parts (iOS 16 and later)";
    if (messages.hasColumn("payload_data"))
      return "message with payload_data: rich links (iOS 10 to 15)";
    if (messages.hasColumn("attributedBody")) return "message with attributedBody (iOS 6 to 9)";
    return "message without attributedBody";
  }
}
