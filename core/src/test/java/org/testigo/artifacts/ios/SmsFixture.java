package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testigo.artifacts.ArtifactFixture;
import org.testigo.formats.keyedarchive.KeyedArchiveBytes;
import org.testigo.formats.plist.PlistBytes;
import org.testigo.formats.plist.PlistValue;
import org.testigo.formats.typedstream.TypedStreamBytes;

/// Made-up `sms.db` files of four generations.
@AutoService(ArtifactFixture.class)
public final class SmsFixture implements ArtifactFixture {
  static final String PATH = "Library/SMS/sms.db";

  /// 2023-03-08T20:26:40Z, in nanoseconds.
  static final long TIME = 700_000_000_000_000_000L;

  static final long SECOND = 1_000_000_000L;

  @Override
  public String artifactId() {
    return "ios.sms";
  }

  @Override
  public List<File> files() {
    return List.of(
        file("seconds", inSeconds().bytes()),
        file("attributed-body", withAttributedBody().bytes()),
        file("rich-links", withRichLinks().bytes()),
        file("edits", withEdits().bytes()));
  }

  static File file(String layout, byte[] content) {
    return File.of(layout, "HomeDomain", PATH, content);
  }

  private static MadeUpDatabase database(String moreColumns) {
    return new MadeUpDatabase(
        "CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT, text TEXT,"
            + " subject TEXT, handle_id INTEGER DEFAULT 0, service TEXT, account TEXT, date INTEGER,"
            + " date_read INTEGER, date_delivered INTEGER, is_from_me INTEGER DEFAULT 0,"
            + " cache_roomnames TEXT, group_title TEXT"
            + moreColumns
            + ")",
        "CREATE TABLE handle (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, service"
            + " TEXT)",
        "CREATE TABLE chat (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT, chat_identifier"
            + " TEXT)",
        "CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER, PRIMARY KEY (chat_id,"
            + " message_id))",
        "CREATE TABLE attachment (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT, created_date"
            + " INTEGER DEFAULT 0, filename TEXT, mime_type TEXT, transfer_name TEXT, total_bytes"
            + " INTEGER, is_outgoing INTEGER DEFAULT 0)",
        "CREATE TABLE message_attachment_join (message_id INTEGER, attachment_id INTEGER)",
        "INSERT INTO handle VALUES (1, '+525500000001', 'SMS')",
        "INSERT INTO handle VALUES (2, 'ana@example.org', 'iMessage')",
        "INSERT INTO chat VALUES (1, 'one', '+525500000001')",
        "INSERT INTO chat VALUES (2, 'two', 'chat900000000001')");
  }

  /// As iOS 5 to 10 count.
  static MadeUpDatabase inSeconds() {
    return database("")
        .run(
            "INSERT INTO message (ROWID, text, handle_id, service, account, date, date_read)"
                + " VALUES (1, 'Ver https://example.org/a', 1, 'SMS', 'p:+525500000009', 400000000,"
                + " 400000060)");
  }

  static MadeUpDatabase withAttributedBody() {
    var database = database(", attributedBody BLOB");
    String insert =
        "INSERT INTO message (ROWID, text, attributedBody, handle_id, service, account, date,"
            + " date_read, date_delivered, is_from_me, cache_roomnames, subject, group_title)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    database.run(
        insert,
        1,
        "Hola, ¿ya llegaste? ✓",
        TypedStreamBytes.of("not decoded"),
        2,
        "iMessage",
        "e:yo@example.org",
        TIME,
        TIME + 60 * SECOND,
        0,
        0,
        null,
        null,
        null);
    database.run(
        insert,
        2,
        null,
        TypedStreamBytes.of("Solo en el archivo"),
        1,
        null,
        null,
        TIME + SECOND,
        0,
        0,
        0,
        null,
        null,
        null);
    database.run(
        insert,
        3,
        "Sin interlocutor",
        null,
        0,
        "iMessage",
        "e:yo@example.org",
        TIME + 2 * SECOND,
        0,
        TIME + 3 * SECOND,
        1,
        null,
        null,
        null);
    database.run(
        insert,
        4,
        "Al grupo",
        null,
        0,
        "iMessage",
        null,
        TIME + 4 * SECOND,
        0,
        0,
        1,
        "chat900000000001",
        null,
        null);
    database.run(
        insert,
        5,
        "Toca aquí",
        TypedStreamBytes.of("Toca aquí", List.of("https://oculto.example.org/x")),
        77,
        "iMessage",
        null,
        TIME + 5 * SECOND,
        0,
        0,
        0,
        null,
        "Aviso",
        null);
    database.run(
        insert,
        6,
        null,
        null,
        2,
        "iMessage",
        null,
        TIME + 6 * SECOND,
        0,
        0,
        0,
        null,
        null,
        "Grupo https://example.net/g");
    database.run("INSERT INTO chat_message_join VALUES (2, 3)");
    return database
        .run(
            "INSERT INTO attachment VALUES (1, 'a', ?, '~/Library/SMS/Attachments/aa/foto.jpg',"
                + " 'image/jpeg', 'foto.jpg', 12345, 0)",
            TIME + 7 * SECOND)
        .run("INSERT INTO attachment VALUES (2, 'b', 700000008, NULL, NULL, NULL, NULL, 1)")
        .run("INSERT INTO message_attachment_join VALUES (3, 1)")
        .run("INSERT INTO message_attachment_join VALUES (1, 1)");
  }

  static MadeUpDatabase withRichLinks() {
    var database =
        database(
            ", attributedBody BLOB, balloon_bundle_id TEXT, payload_data BLOB,"
                + " message_summary_info BLOB");
    String insert =
        "INSERT INTO message (ROWID, text, handle_id, date, balloon_bundle_id, payload_data)"
            + " VALUES (?, ?, 2, ?, ?, ?)";
    database.run(
        insert,
        1,
        "https://corto.example.org/a",
        TIME,
        "com.apple.messages.URLBalloonProvider",
        richLink("https://corto.example.org/a", "https://example.net/noticia"));
    return database.run(
        insert,
        2,
        null,
        TIME + SECOND,
        "com.apple.Handwriting.HandwritingProvider",
        new byte[] {8, 1, 18, 4});
  }

  static MadeUpDatabase withEdits() {
    var database =
        database(
            ", attributedBody BLOB, balloon_bundle_id TEXT, payload_data BLOB,"
                + " message_summary_info BLOB, date_edited INTEGER, date_retracted INTEGER");
    String insert =
        "INSERT INTO message (ROWID, text, handle_id, service, date, message_summary_info,"
            + " date_edited, date_retracted) VALUES (?, ?, 2, 'iMessage', ?, ?, ?, ?)";
    var edited =
        Map.of(
            "ec",
            Map.of(
                "0",
                List.of(
                    version("primero https://antes.example.org", 700_000_000),
                    version("segundo", 700_000_030.5),
                    version("tercero", 700_000_060))),
            "ep",
            List.of(0));
    database.run(insert, 1, "tercero", TIME, PlistBytes.binary(edited), TIME + 60 * SECOND, 0);
    var unsent =
        Map.of("ec", Map.of("0", List.of(version("retirado", 700_000_001))), "rp", List.of(0));
    database.run(insert, 2, null, TIME + SECOND, PlistBytes.binary(unsent), TIME + 90 * SECOND, 0);
    database.run(
        insert,
        3,
        null,
        TIME + 2 * SECOND,
        PlistBytes.binary(Map.of("rp", List.of(0))),
        0,
        TIME + 91 * SECOND);
    database.run(
        insert, 4, "borrado", TIME + 3 * SECOND, PlistBytes.binary(Map.of("ust", true)), 0, 0);
    return database
        .run(
            "CREATE TABLE chat_recoverable_message_join (chat_id INTEGER, message_id INTEGER,"
                + " delete_date INTEGER, PRIMARY KEY (chat_id, message_id))")
        .run(
            "CREATE TABLE recoverable_message_part (chat_id INTEGER, message_id INTEGER, part_index"
                + " INTEGER, delete_date INTEGER, part_text BLOB, PRIMARY KEY (chat_id, message_id,"
                + " part_index))")
        .run("INSERT INTO chat_recoverable_message_join VALUES (1, 4, ?)", TIME + 100 * SECOND)
        .run(
            "INSERT INTO recoverable_message_part VALUES (1, 1, 0, ?, ?)",
            TIME + 101 * SECOND,
            TypedStreamBytes.of("parte borrada"));
  }

  private static Map<String, Object> version(String text, double secondsSince2001) {
    var version = new LinkedHashMap<String, Object>();
    version.put("d", secondsSince2001);
    version.put("t", TypedStreamBytes.of(text));
    return version;
  }

  static byte[] richLink(String original, String expanded) {
    var archive = new KeyedArchiveBytes();
    var metadata = new LinkedHashMap<String, Object>();
    metadata.put("originalURL", url(archive, original));
    metadata.put("URL", url(archive, expanded));
    var root = Map.of("richLinkMetadata", archive.add("LPLinkMetadata", metadata));
    return archive.with(archive.add("RichLink", root));
  }

  private static PlistValue.Uid url(KeyedArchiveBytes archive, String address) {
    var text = archive.add(address);
    return archive.add("NSURL", Map.of("NS.base", new PlistValue.Uid(0), "NS.relative", text));
  }
}
