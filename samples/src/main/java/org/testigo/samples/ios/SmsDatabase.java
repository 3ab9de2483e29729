package org.testigo.samples.ios;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.testigo.samples.formats.SqliteWriter;
import org.testigo.samples.formats.TableWriter;
import org.testigo.samples.formats.Typedstream;

/// Writes `sms.db`: messages stream, what belongs to them follows at the end. Times are nanoseconds
/// since 2001.
///
/// Lies in HomeDomain under `Library/SMS/sms.db`.
public final class SmsDatabase implements Closeable {
  private static final String RICH_LINK = "com.apple.messages.URLBalloonProvider";

  /// How long "recently deleted" had held a message when it was backed up.
  private static final long SECONDS_UNTIL_DELETED = 86_400;

  private final SqliteWriter database;
  private final TableWriter messages;
  private final String account;
  private final Map<String, Integer> handles = new LinkedHashMap<>();
  private final List<Attached> attachments = new ArrayList<>();
  private final List<Joined> joined = new ArrayList<>();
  private long rowid;

  private record Attached(long message, Attachment attachment, boolean isOutgoing, Instant at) {}

  private record Joined(int chat, long message, Instant at, boolean isDeleted) {}

  /// @param account the own address, such as `P:+525555500101`
  public SmsDatabase(SqliteWriter database, String account) throws IOException {
    this.database = database;
    this.account = account;
    this.messages = database.table("message", SmsSchema.MESSAGE);
  }

  /// Adds a message and gives its row.
  public long add(Message message) throws IOException {
    long row = ++rowid;
    int handle = message.correspondent().map(this::handle).orElse(0);
    TableWriter.Row columns =
        messages
            .row(row)
            .set("guid", guid("message", row))
            .set("handle_id", handle)
            .set("service", message.service())
            .set("account", account)
            .set("date", MacTime.nanos(message.at()))
            .set("date_read", message.isFromMe() ? 0L : MacTime.nanos(message.at().plusSeconds(95)))
            .set(
                "date_delivered",
                message.isFromMe() ? MacTime.nanos(message.at().plusSeconds(2)) : 0L)
            .set("is_from_me", message.isFromMe() ? 1 : 0)
            .set("is_sent", message.isFromMe() ? 1 : 0)
            .set("is_read", message.isFromMe() ? 0 : 1)
            .set("is_delivered", 1)
            .set("is_finished", 1)
            .set("cache_has_attachments", message.attachments().isEmpty() ? 0 : 1);
    words(columns, message);
    columns.write();
    if (handle > 0) joined.add(new Joined(handle, row, message.at(), message.isDeleted()));
    for (Attachment attachment : message.attachments())
      attachments.add(new Attached(row, attachment, message.isFromMe(), message.at()));
    return row;
  }

  private static void words(TableWriter.Row columns, Message message) {
    switch (message.body()) {
      case TEXT_ONLY -> columns.set("text", message.text());
      case TEXT_AND_ATTRIBUTED_BODY ->
          columns
              .set("text", message.text())
              .set("attributedBody", Typedstream.attributedString(message.text()));
      case ATTRIBUTED_BODY_ONLY ->
          columns.set("attributedBody", Typedstream.attributedString(message.text()));
      case NONE -> columns.set("is_empty", 1);
    }
    message
        .link()
        .ifPresent(link ->
            columns
                .set("balloon_bundle_id", RICH_LINK)
                .set("payload_data", MessageBlobs.richLink(link)));
    message.changedAt().ifPresent(when -> changed(columns, message, when));
  }

  private static void changed(TableWriter.Row columns, Message message, Instant when) {
    columns.set("date_edited", MacTime.nanos(when));
    if (message.body() == Message.Body.NONE)
      columns
          .set("date_retracted", MacTime.nanos(when))
          .set("message_summary_info", MessageBlobs.unsent(message));
    else columns.set("message_summary_info", MessageBlobs.edits(message, when));
  }

  private int handle(String id) {
    Integer known = handles.get(id);
    if (known != null) return known;
    handles.put(id, handles.size() + 1);
    return handles.size();
  }

  /// Writes the other tables and ends; gives the database where it was made in memory.
  public byte[] finish() throws IOException {
    writeHandles();
    writeChats();
    writeAttachments();
    database.table(
        "deleted_messages", "ROWID INTEGER PRIMARY KEY AUTOINCREMENT", "guid TEXT NOT NULL");
    return database.finish();
  }

  private void writeHandles() throws IOException {
    TableWriter table = database.table("handle", SmsSchema.HANDLE);
    for (Map.Entry<String, Integer> handle : handles.entrySet())
      table
          .row(handle.getValue())
          .set("id", handle.getKey())
          .set("country", handle.getKey().startsWith("+1") ? "us" : "mx")
          .set("service", handle.getKey().startsWith("+") ? "SMS" : "iMessage")
          .write();
  }

  private void writeChats() throws IOException {
    TableWriter chats = database.table("chat", SmsSchema.CHAT);
    for (Map.Entry<String, Integer> handle : handles.entrySet())
      chats
          .row(handle.getValue())
          .set("guid", "any;-;" + handle.getKey())
          .set("style", 45)
          .set("chat_identifier", handle.getKey())
          .set("service_name", "iMessage")
          .write();
    TableWriter members = database.table("chat_handle_join", SmsSchema.CHAT_HANDLE_JOIN);
    for (int handle : handles.values()) members.insert(handle, handle, handle);
    join("chat_message_join", SmsSchema.CHAT_MESSAGE_JOIN, false);
    join("chat_recoverable_message_join", SmsSchema.CHAT_RECOVERABLE_MESSAGE_JOIN, true);
  }

  private void join(String name, String[] schema, boolean isDeleted) throws IOException {
    TableWriter table = database.table(name, schema);
    long row = 0;
    for (Joined join : joined) {
      if (join.isDeleted() != isDeleted) continue;
      Instant at = isDeleted ? join.at().plusSeconds(SECONDS_UNTIL_DELETED) : join.at();
      TableWriter.Row columns =
          table.row(++row).set("chat_id", join.chat()).set("message_id", join.message());
      columns.set(isDeleted ? "delete_date" : "message_date", MacTime.nanos(at)).write();
    }
  }

  private void writeAttachments() throws IOException {
    TableWriter table = database.table("attachment", SmsSchema.ATTACHMENT);
    long row = 0;
    for (Attached attached : attachments)
      table
          .row(++row)
          .set("guid", guid("attachment", row))
          .set("created_date", (long) MacTime.seconds(attached.at()))
          .set("filename", attached.attachment().path())
          .set("mime_type", attached.attachment().mimeType())
          .set("transfer_name", attached.attachment().transferName())
          .set("total_bytes", attached.attachment().sizeBytes())
          .set("is_outgoing", attached.isOutgoing() ? 1 : 0)
          .write();
    TableWriter joins =
        database.table("message_attachment_join", SmsSchema.MESSAGE_ATTACHMENT_JOIN);
    for (int i = 0; i < attachments.size(); i++)
      joins.insert(i + 1, attachments.get(i).message(), i + 1);
  }

  private static String guid(String kind, long row) {
    return new UUID(kind.hashCode() * 0x9e3779b97f4a7c15L, row * 0xbf58476d1ce4e5b9L)
        .toString()
        .toUpperCase(Locale.ROOT);
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
