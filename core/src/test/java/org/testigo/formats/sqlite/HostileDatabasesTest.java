package org.testigo.formats.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testigo.Corpus;
import org.testigo.model.Budget;

/// What becomes of each damaged database of the corpus, to the word.
class HostileDatabasesTest {
  /// What the database holds that the damaged ones were made from.
  private static final List<String> SOUND =
      List.of(
          "message 10",
          "sqlite_sequence 4",
          "handle 2",
          "chat 2",
          "attachment 2",
          "chat_message_join 10",
          "chat_handle_join 3",
          "message_attachment_join 2");

  private final Map<String, List<String>> expected = new TreeMap<>();

  @Test
  @Timeout(20)
  void readsWhatIsLeftAndSaysWhatIsNot() {
    expectOfHeaders();
    expectOfTrees();
    expectOfCutFiles();
    expectOfLogs();
    Map<String, List<String>> outcomes = new TreeMap<>();
    for (Path file : Corpus.filesBelow("hostile/sqlite")) {
      String name = file.getFileName().toString();
      if (!name.endsWith("-wal")) outcomes.put(name, read(file));
    }
    assertThat(outcomes).containsExactlyInAnyOrderEntriesOf(expected);
  }

  private void expectOfHeaders() {
    expect(
        "bad_magic.db",
        like(
            SOUND,
            "remark the file does not begin with \"SQLite format 3\" and a NUL byte; the rest of its header is a database's"));
    expect(
        "encoding_9.db",
        like(SOUND, "remark text encoding 9 in the header, expected 1, 2 or 3; read as UTF-8"));
    expect(
        "page_count_huge.db",
        like(SOUND, "remark the header counts 2147483647 pages, the file has 12"));
    expect(
        "page_size_17.db",
        like(
            SOUND,
            "remark page size 17 in the header, expected a power of two from 512 to 65536; read with 4096, since the file has 12 pages"));
    expect(
        "page_size_zero.db",
        like(
            SOUND,
            "remark page size 0 in the header, expected a power of two from 512 to 65536; read with 4096, since the file has 12 pages"));
    expect(
        "write_version_99.db",
        like(
            SOUND,
            "remark the header asks for version 99 to write and 1 to read, known are 1 and 2"));
  }

  private void expectOfTrees() {
    expect(
        "bitrot.db",
        like(
            SOUND,
            "remark the file does not begin with \"SQLite format 3\" and a NUL byte; the rest of its header is a database's",
            "schema @2981 an entry of type \"in1ex\" named \"sqlite_autoindex_chat_1\"",
            "message 9 @6977 a record header of 78 bytes in a record of 74",
            "chat_message_join 9 @40938 a record header of 5 bytes in a record of 2"));
    expect(
        "btree_self_loop.db",
        like(
            SOUND,
            "message 0 @7554 page number 2188968732, expected 1 to 12; @7408 page number 2165244956, expected 1 to 12; @7272 page number 2164589852, expected 1 to 12; @7201 page number 1158028032, expected 1 to 12; @7117 page number 1376197376, expected 1 to 12; @7053 page number 1040718592, expected 1 to 12; @6977 page number 1242110720, expected 1 to 12; @6869 page number 1779047168, expected 1 to 12; @4124 cell 8 of page 2 begins at 0, expected 32 to 4092; @4104 page 2 is named a second time, expected each page once; @4096 1 more of the 10 cells of page 2 could not be read"));
    expect(
        "cell_count_65535.db",
        like(SOUND, "message 0 @4099 page 2 has 65535 cells, expected at most 681"));
    expect(
        "cell_pointer_end.db",
        like(SOUND, "message 9 @4104 cell 0 of page 2 begins at 4095, expected 28 to 4092"));
    expect("freelist_loop.db", SOUND);
    expect(
        "freelist_self.db",
        like(
            SOUND,
            "message_attachment_join 0 @45056 page 12 has b-tree page type 0x00, expected 0x05 or 0x0d"));
    expect(
        "huge_payload_varint.db",
        like(
            SOUND,
            "message 9 @8114 a record of 18446744073709551487 bytes, expected at most the 49152 of the file"));
    expect(
        "schema_garbage.db",
        List.of(
            "schema @2005 table \"message_attachment_join\": a table defined by \"CREATE TRASH\ufffd\ufffdessage_attachment_join (message_id INTEGER, at...\", expected CREATE TABLE",
            "message 10",
            "sqlite_sequence 4",
            "handle 2",
            "chat 2",
            "attachment 2",
            "chat_message_join 10",
            "chat_handle_join 3"));
    expect(
        "zeroed_pages.db",
        List.of(
            "message 0 @4096 page 2 has b-tree page type 0x00, expected 0x05 or 0x0d",
            "sqlite_sequence 0 @12288 page 4 has b-tree page type 0x00, expected 0x05 or 0x0d",
            "handle 0 @16384 page 5 has b-tree page type 0x00, expected 0x05 or 0x0d",
            "chat 0 @20480 page 6 has b-tree page type 0x00, expected 0x05 or 0x0d",
            "attachment 0 @28672 page 8 has b-tree page type 0x00, expected 0x05 or 0x0d",
            "chat_message_join 0 @36864 page 10 has b-tree page type 0x00, expected 0x05 or 0x0d",
            "chat_handle_join 0 @40960 page 11 has b-tree page type 0x00, expected 0x05 or 0x0d",
            "message_attachment_join 0 @45056 page 12 has b-tree page type 0x00, expected 0x05 or 0x0d"));
  }

  private void expectOfCutFiles() {
    expect("empty.db", List.of());
    expect(
        "header_only.db",
        List.of(
            "remark the file ends inside page 1: 100 bytes, expected a multiple of 4096",
            "remark the header counts 12 pages, the file has 1",
            "schema @0 the file ends 100 bytes into page 1"));
    expect("text_not_db.db", List.of("refused @0 the file has 43 bytes, expected at least 100"));
    expect(
        "truncated_mid_page.db",
        like(
            SOUND,
            "remark the file ends inside page 7: 24713 bytes, expected a multiple of 4096",
            "remark the header counts 12 pages, the file has 7",
            "attachment 0 @2410 page number 8, expected 1 to 7",
            "chat_message_join 0 @2260 page number 10, expected 1 to 7",
            "chat_handle_join 0 @2147 page number 11, expected 1 to 7",
            "message_attachment_join 0 @2005 page number 12, expected 1 to 7"));
    expect(
        "truncated_one_page.db",
        like(
            SOUND,
            "remark the header counts 12 pages, the file has 1",
            "message 0 @3288 page number 2, expected 1 to 1",
            "sqlite_sequence 0 @3206 page number 4, expected 1 to 1",
            "handle 0 @3022 page number 5, expected 1 to 1",
            "chat 0 @2748 page number 6, expected 1 to 1",
            "attachment 0 @2410 page number 8, expected 1 to 1",
            "chat_message_join 0 @2260 page number 10, expected 1 to 1",
            "chat_handle_join 0 @2147 page number 11, expected 1 to 1",
            "message_attachment_join 0 @2005 page number 12, expected 1 to 1"));
  }

  private void expectOfLogs() {
    expect(
        "wal_bad_checksum.db",
        like(
            SOUND,
            "remark frames 3 to 3 of the write-ahead log are not used: the first of them has a checksum that does not fit",
            "wal_only 0"));
    expect(
        "wal_bad_salt.db",
        like(
            SOUND,
            "remark the write-ahead log is not used: the checksum of its header does not fit"));
    expect("wal_good.db", like(SOUND, "wal_only 1"));
    expect(
        "wal_truncated.db",
        like(
            SOUND,
            "remark 1 frames of the write-ahead log after frame 0 are not used: never committed",
            "remark the last 2055 bytes of the write-ahead log are not used: no whole frame of 4120"));
  }

  private static List<String> read(Path file) {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    Optional<byte[]> logBytes =
        Files.exists(log) ? Optional.of(Corpus.read(log)) : Optional.empty();
    return Reading.of(Corpus.read(file), logBytes, Budget.unhurried());
  }

  private void expect(String file, List<String> lines) {
    expected.put(file, lines);
  }

  /// The lines with those of the same table changed; remarks and schema damage come first, new
  /// tables last.
  private static List<String> like(List<String> lines, String... changes) {
    List<String> changed = new ArrayList<>(lines);
    int first = 0;
    for (String change : changes) {
      String subject = change.substring(0, change.indexOf(' ') + 1);
      if (subject.equals("remark ") || subject.equals("schema ")) {
        changed.add(first++, change);
      } else if (changed.stream().noneMatch(line -> line.startsWith(subject))) {
        changed.add(change);
      } else {
        changed.replaceAll(line -> line.startsWith(subject) ? change : line);
      }
    }
    return changed;
  }
}
