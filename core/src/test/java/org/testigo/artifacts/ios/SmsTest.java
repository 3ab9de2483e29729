package org.testigo.artifacts.ios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.artifacts.ArtifactFixture;
import org.testigo.artifacts.Parsed;
import org.testigo.formats.plist.PlistBytes;
import org.testigo.model.AttachmentObject;
import org.testigo.model.Direction;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.MessageObject;
import org.testigo.model.Moment;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.Observation;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;
import org.testigo.model.Unreadable.Reason;
import org.testigo.model.UnsupportedLayoutException;

final class SmsTest {
  private static final Instant TIME = Instant.parse("2023-03-08T20:26:40Z");

  private static Parsed parse(MadeUpDatabase database) {
    return Parsed.by(new Sms(), SmsFixture.file("test", database.bytes()));
  }

  private static Parsed corpus(String name) {
    return Parsed.by(new Sms(), SmsFixture.file("corpus", Corpus.bytes(name)));
  }

  private static Source row(String table, long row) {
    return new Source("ios.sms", "HomeDomain/Library/SMS/sms.db", new Location.Row(table, row));
  }

  private static Observation message(long row, MessageObject message, Moment... moments) {
    return new Observation(message, List.of(moments), row("message", row));
  }

  /// A moment so many seconds after the first, counted in nanoseconds.
  private static Moment after(long seconds, Meaning meaning) {
    return new Moment(
        meaning,
        TIME.plus(Duration.ofSeconds(seconds)),
        Long.toString(SmsFixture.TIME + seconds * SmsFixture.SECOND));
  }

  private static MessageObject iMessage(
      Direction direction, String correspondent, String account, String body) {
    return new MessageObject(
        "iMessage",
        direction,
        Optional.of(correspondent),
        Optional.of(account).filter(it -> !it.isEmpty()),
        body,
        List.of(),
        List.of());
  }

  private static MessageObject fromAna(
      String service, String body, List<String> links, List<String> earlierBodies) {
    return new MessageObject(
        service,
        Direction.INCOMING,
        Optional.of("ana@example.org"),
        Optional.empty(),
        body,
        links,
        earlierBodies);
  }

  @Test
  void readsTimesInSeconds() {
    var parsed = parse(SmsFixture.inSeconds());
    assertThat(parsed.ending()).isEmpty();
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.layouts()).containsExactly("message without attributedBody");
    assertThat(parsed.observations())
        .containsExactly(
            message(
                1,
                new MessageObject(
                    "SMS",
                    Direction.INCOMING,
                    Optional.of("+525500000001"),
                    Optional.of("p:+525500000009"),
                    "Ver https://example.org/a",
                    List.of(),
                    List.of()),
                new Moment(Meaning.SENT, Instant.parse("2013-09-04T15:06:40Z"), "400000000"),
                new Moment(Meaning.READ, Instant.parse("2013-09-04T15:07:40Z"), "400000060")));
  }

  @Test
  void readsEveryMessageWithOrWithoutTextAndHandle() {
    var parsed = parse(SmsFixture.withAttributedBody());
    assertThat(parsed.ending()).isEmpty();
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.layouts()).containsExactly("message with attributedBody (iOS 6 to 9)");
    assertThat(parsed.observations().subList(0, 6))
        .containsExactly(
            message(
                1,
                iMessage(
                    Direction.INCOMING,
                    "ana@example.org",
                    "e:yo@example.org",
                    "Hola, ¿ya llegaste? ✓"),
                after(0, Meaning.SENT),
                after(60, Meaning.READ)),
            message(
                2,
                new MessageObject(
                    "SMS",
                    Direction.INCOMING,
                    Optional.of("+525500000001"),
                    Optional.empty(),
                    "Solo en el archivo",
                    List.of(),
                    List.of()),
                after(1, Meaning.SENT)),
            message(
                3,
                iMessage(
                    Direction.OUTGOING, "chat900000000001", "e:yo@example.org", "Sin interlocutor"),
                after(2, Meaning.SENT),
                after(3, Meaning.DELIVERED)),
            message(
                4,
                iMessage(Direction.OUTGOING, "chat900000000001", "", "Al grupo"),
                after(4, Meaning.SENT)),
            message(
                5,
                new MessageObject(
                    "iMessage",
                    Direction.INCOMING,
                    Optional.empty(),
                    Optional.empty(),
                    "Aviso\nToca aquí",
                    List.of("https://oculto.example.org/x"),
                    List.of()),
                after(5, Meaning.SENT)),
            message(
                6,
                iMessage(Direction.INCOMING, "ana@example.org", "", "Grupo https://example.net/g"),
                after(6, Meaning.SENT)));
  }

  @Test
  void readsAttachmentsOnceForEachMessage() {
    var photo = Optional.of("~/Library/SMS/Attachments/aa/foto.jpg");
    var observations = parse(SmsFixture.withAttributedBody()).observations();
    assertThat(observations.subList(6, observations.size()))
        .containsExactly(
            new Observation(
                new AttachmentObject(
                    Direction.OUTGOING,
                    Optional.of("chat900000000001"),
                    photo,
                    Optional.of("foto.jpg"),
                    Optional.of("image/jpeg"),
                    OptionalLong.of(12_345)),
                List.of(after(7, Meaning.CREATED), after(2, Meaning.SENT)),
                row("attachment", 1)),
            new Observation(
                new AttachmentObject(
                    Direction.INCOMING,
                    Optional.of("ana@example.org"),
                    photo,
                    Optional.of("foto.jpg"),
                    Optional.of("image/jpeg"),
                    OptionalLong.of(12_345)),
                List.of(after(7, Meaning.CREATED), after(0, Meaning.SENT)),
                row("attachment", 1)),
            new Observation(
                new AttachmentObject(
                    Direction.OUTGOING,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty()),
                List.of(
                    new Moment(
                        Meaning.CREATED, Instant.parse("2023-03-08T20:26:48Z"), "700000008")),
                row("attachment", 2)));
  }

  @Test
  void readsTheAddressesOfRichLinks() {
    var parsed = parse(SmsFixture.withRichLinks());
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.layouts())
        .containsExactly("message with payload_data: rich links (iOS 10 to 15)");
    assertThat(parsed.observations())
        .containsExactly(
            message(
                1,
                fromAna(
                    "iMessage",
                    "https://corto.example.org/a",
                    List.of("https://corto.example.org/a", "https://example.net/noticia"),
                    List.of()),
                after(0, Meaning.SENT)),
            message(2, fromAna("iMessage", "", List.of(), List.of()), after(1, Meaning.SENT)));
  }

  @Test
  void readsWhatWasEditedUnsentAndDeleted() {
    var parsed = parse(SmsFixture.withEdits());
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.layouts())
        .containsExactly("message with date_edited: edits and unsent parts (iOS 16 and later)");
    assertThat(parsed.observations())
        .containsExactly(
            message(
                1,
                fromAna(
                    "iMessage",
                    "tercero",
                    List.of(),
                    List.of("primero https://antes.example.org", "segundo")),
                after(0, Meaning.SENT),
                new Moment(
                    Meaning.EDITED, Instant.parse("2023-03-08T20:27:10.500Z"), "700000030.5"),
                after(60, Meaning.EDITED)),
            message(
                2,
                fromAna("iMessage", "", List.of(), List.of("retirado")),
                after(1, Meaning.SENT),
                after(90, Meaning.UNSENT)),
            message(
                3,
                fromAna("iMessage", "", List.of(), List.of()),
                after(2, Meaning.SENT),
                after(91, Meaning.UNSENT)),
            message(
                4,
                fromAna("iMessage", "borrado", List.of(), List.of()),
                after(3, Meaning.SENT),
                after(100, Meaning.STATUS_CHANGED)),
            new Observation(
                fromAna("iMessage", "parte borrada", List.of(), List.of()),
                List.of(after(0, Meaning.SENT), after(101, Meaning.STATUS_CHANGED)),
                row("recoverable_message_part", 1)));
  }

  @Test
  void tellsDamagedPayloadsAndKeepsTheMessage() {
    var database =
        SmsFixture.withEdits()
            .run("UPDATE message SET payload_data = ? WHERE ROWID = 1", bytes("no archive"))
            .run("UPDATE message SET message_summary_info = ? WHERE ROWID = 2", bytes("bplist00"))
            .run("UPDATE message SET attributedBody = ? WHERE ROWID = 3", bytes("\u0004\u000bstr"))
            .run("UPDATE message SET date = 'ayer' WHERE ROWID = 4");
    var parsed = parse(database);
    assertThat(parsed.ending()).isEmpty();
    assertThat(parsed.observations()).hasSize(5);
    assertThat(parsed.observations().getFirst().object())
        .isEqualTo(
            fromAna(
                "iMessage",
                "tercero",
                List.of(),
                List.of("primero https://antes.example.org", "segundo")));
    assertThat(parsed.unreadables())
        .extracting(Unreadable::source)
        .containsExactly(
            row("message", 1), row("message", 2), row("message", 3), row("message", 4));
    assertThat(parsed.unreadables())
        .extracting(unreadable -> unreadable.detail().split(":", -1)[0])
        .containsExactly("PAYLOAD_DATA", "MESSAGE_SUMMARY_INFO", "ATTRIBUTEDBODY", "DATE");
    assertThat(parsed.unreadables().getLast())
        .isEqualTo(
            new Unreadable(
                row("message", 4),
                Reason.MALFORMED,
                "DATE: the TEXT 'ayer' is no time, expected seconds or nanoseconds since"
                    + " 2001-01-01"));
  }

  /// One hostile payload must not hide the messages after it.
  @Test
  void aPayloadBeyondItsLimitHidesNothing() {
    Object nested = "end";
    for (int i = 0; i < 300; i++) nested = List.of(nested);
    var database =
        SmsFixture.withRichLinks()
            .run("UPDATE message SET payload_data = ? WHERE ROWID = 1", PlistBytes.binary(nested));
    var parsed = parse(database);
    assertThat(parsed.ending()).isEmpty();
    assertThat(parsed.observations()).hasSize(2);
    assertThat(parsed.unreadables())
        .containsExactly(
            new Unreadable(
                row("message", 1), Reason.LIMIT, "PAYLOAD_DATA: limit of 64 depth reached"));
  }

  @Test
  void keepsHostileTextAsItIs() {
    String hostile = "\u001b[31m<script>alert(1)</script>\u202e=cmd()${jndi:x}\u0000\u2066";
    var parsed = parse(SmsFixture.inSeconds().run("UPDATE message SET text = ?", hostile));
    assertThat(parsed.objects())
        .extracting(object -> ((MessageObject) object).body())
        .containsExactly(hostile);
  }

  @Test
  void refusesAViewInPlaceOfTheMessages() {
    var parsed =
        parse(
            SmsFixture.inSeconds()
                .run("ALTER TABLE message RENAME TO hidden")
                .run("CREATE VIEW message AS SELECT * FROM hidden WHERE 0"));
    assertThat(parsed.readings()).isEmpty();
    assertThat(parsed.ending().orElseThrow())
        .isInstanceOf(MalformedException.class)
        .hasMessage("message is a view or a virtual table, expected a stored table of that name");
  }

  @Test
  void keepsMessagesWhereAViewStandsInForASideTable() {
    for (String table :
        List.of("attachment", "chat", "chat_message_join", "chat_recoverable_message_join")) {
      var parsed =
          parse(
              SmsFixture.withEdits()
                  .run("ALTER TABLE " + table + " RENAME TO hidden")
                  .run("CREATE VIEW " + table + " AS SELECT * FROM hidden WHERE 0"));
      assertThat(parsed.observations()).as(table).hasSize(5);
      assertThat(parsed.ending().orElseThrow())
          .hasMessage(
              table + " is a view or a virtual table, expected a stored table of that name");
    }
  }

  @Test
  void keepsMessagesWhereTheHandlesAreGone() {
    var parsed = parse(SmsFixture.inSeconds().run("DROP TABLE handle"));
    assertThat(parsed.observations()).hasSize(1);
    assertThat(parsed.ending().orElseThrow())
        .isInstanceOf(MalformedException.class)
        .hasMessageStartingWith("no table handle among the ");
  }

  @Test
  void refusesAnUnknownSchema() {
    var parsed =
        parse(new MadeUpDatabase("CREATE TABLE message (ROWID INTEGER PRIMARY KEY, address TEXT)"));
    assertThat(parsed.ending().orElseThrow())
        .isInstanceOf(UnsupportedLayoutException.class)
        .hasMessage(
            "message has the columns ROWID, address, expected also text, handle_id, date,"
                + " is_from_me");
  }

  @Test
  void readsTheBackupOfTheCorpus() {
    var parsed = corpus("ios/mvt_ios_backup/3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28");
    assertThat(parsed.ending()).isEmpty();
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.layouts())
        .containsExactly(
            "message with payload_data: rich links (iOS 10 to 15)", "no table attachment");
    assertThat(parsed.observations())
        .containsExactly(
            message(
                3,
                new MessageObject(
                    "SMS",
                    Direction.INCOMING,
                    Optional.of("apple"),
                    Optional.empty(),
                    "Please click here https://badbadbad.example.org/",
                    List.of(),
                    List.of()),
                new Moment(
                    Meaning.SENT,
                    Instant.parse("2019-08-29T23:13:30.539788032Z"),
                    "588813210539788032"),
                new Moment(
                    Meaning.READ,
                    Instant.parse("2019-08-29T23:13:30.539900Z"),
                    "588813210539900000")));
  }

  /// Its archives name NSString as the superclass of NSString, which no phone writes: the texts are
  /// told nevertheless. One is cut before its text, and one payload is no archive.
  @Test
  void readsTheMadeUpDatabaseOfIos18() {
    var parsed = corpus("ios/synthetic_dbs/messages.1.sms.db");
    assertThat(parsed.ending()).isEmpty();
    assertThat(parsed.observations()).hasSize(12);
    assertThat(parsed.observations().getFirst())
        .isEqualTo(
            message(
                1,
                new MessageObject(
                    "iMessage",
                    Direction.OUTGOING,
                    Optional.of("+15550001"),
                    Optional.empty(),
                    "Hello from the fixture",
                    List.of(),
                    List.of()),
                new Moment(
                    Meaning.SENT, Instant.parse("2023-03-08T20:26:41Z"), "700000001000000000")));
    assertThat(parsed.objects().stream().limit(10).map(object -> ((MessageObject) object).body()))
        .containsExactly(
            "Hello from the fixture",
            "Reply via attributedBody",
            "The quick brown fox jumped. ".repeat(8),
            "Hi 👋 group 🌍",
            "\ufffc",
            "see attachment",
            "Loved a message",
            "orphan",
            "",
            "");
    assertThat(parsed.observations().getLast())
        .isEqualTo(
            new Observation(
                new AttachmentObject(
                    Direction.INCOMING,
                    Optional.of("+15550002"),
                    Optional.empty(),
                    Optional.of("clip.jpg"),
                    Optional.of("image/jpeg"),
                    OptionalLong.of(0)),
                List.of(
                    new Moment(
                        Meaning.SENT, Instant.parse("2023-03-08T20:26:46Z"), "700000006000000000")),
                row("attachment", 2)));
    assertThat(parsed.unreadables())
        .extracting(Unreadable::source)
        .containsExactly(
            row("message", 2),
            row("message", 3),
            row("message", 4),
            row("message", 5),
            row("message", 9),
            row("message", 10));
  }

  /// Made from the database above, which holds 10 messages and 2 attachments. Wherever one of them
  /// is not read, an exception or an unreadable tells so that is not of a row that was read.
  @Test
  void neverTakesADamagedDatabaseForAnEmptyOne() {
    var read = new ArrayList<String>();
    for (var file : Corpus.filesBelow("hostile/sqlite")) {
      String name = String.valueOf(file.getFileName());
      if (!name.endsWith(".db")) continue;
      var parsed = Parsed.by(new Sms(), hostile(file, name));
      int count = parsed.observations().size();
      read.add(name + " " + count);
      boolean isTold =
          parsed.ending().isPresent()
              || parsed.unreadables().stream()
                  .anyMatch(it -> it.source().location() instanceof Location.Offset);
      assertThat(count == 12 || isTold).as(name).isTrue();
    }
    assertThat(read)
        .containsExactly(
            "bad_magic.db 12",
            "bitrot.db 11",
            "btree_self_loop.db 2",
            "cell_count_65535.db 2",
            "cell_pointer_end.db 11",
            "empty.db 0",
            "encoding_9.db 12",
            "freelist_loop.db 12",
            "freelist_self.db 12",
            "header_only.db 0",
            "huge_payload_varint.db 11",
            "page_count_huge.db 12",
            "page_size_17.db 12",
            "page_size_zero.db 12",
            "schema_garbage.db 12",
            "text_not_db.db 0",
            "truncated_mid_page.db 10",
            "truncated_one_page.db 0",
            "wal_bad_checksum.db 12",
            "wal_bad_salt.db 12",
            "wal_good.db 12",
            "wal_truncated.db 12",
            "write_version_99.db 12",
            "zeroed_pages.db 0");
  }

  /// Also where the cut takes away nothing that is asked for, such as an index.
  @Test
  void tellsThatADatabaseIsCut() {
    byte[] whole = SmsFixture.withEdits().bytes();
    for (int percent : new int[] {1, 5, 25, 50, 75, 90, 99}) {
      byte[] cut = Arrays.copyOf(whole, (int) ((long) whole.length * percent / 100));
      var parsed = Parsed.by(new Sms(), SmsFixture.file("cut", cut));
      boolean isTold = parsed.ending().isPresent() || !parsed.unreadables().isEmpty();
      assertThat(isTold).as("cut at %d %%", percent).isTrue();
    }
  }

  private static ArtifactFixture.File hostile(Path file, String name) {
    var log = file.resolveSibling(name + "-wal");
    Optional<byte[]> content = Files.exists(log) ? Optional.of(Corpus.read(log)) : Optional.empty();
    return new ArtifactFixture.File(
        name, "HomeDomain", SmsFixture.PATH, Corpus.read(file), content);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
