package org.testigo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.Corpus;
import org.testigo.samples.MadeUpPhone;
import org.testigo.samples.Variant;
import org.testigo.samples.backup.BackupWriter;

/// Whole examinations of the corpus' evidence, real and hostile.
class CorpusExamineTest {
  @TempDir private Path temp;

  @BeforeEach
  void makePack() throws IOException {
    Files.writeString(temp.resolve("domains.txt"), "badbadbad.example.org\n");
    Files.writeString(temp.resolve("processes.txt"), "CumulativeUsageTracker\nLaunch\n");
  }

  @Test
  void aRealBackupGivesItsPublishedCounts() throws IOException {
    var backup = Corpus.path("ios/mvt_ios_backup");
    var before = Session.digests(backup);
    var run = examine(backup, "plain", Map.of());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(readings("plain"))
        .containsEntry("ios.manifest", 3721)
        .containsEntry("ios.data-usage", 42)
        .containsEntry("ios.tcc", 11)
        .containsEntry("ios.sms", 1)
        .containsEntry("ios.global-preferences", 16);
    assertThat(Session.digests(backup)).isEqualTo(before);
  }

  @Test
  void theEncryptedTwinGivesTheSameFindings() throws IOException {
    examine(Corpus.path("ios/mvt_ios_backup"), "plain", Map.of());
    var encrypted = Corpus.path("ios/encrypted_backup");
    var before = Session.digests(encrypted);
    var run = examine(encrypted, "twin", Map.of("TESTIGO_PASSWORD", "testigo-A"));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(Session.lines(temp.resolve("twin/findings.jsonl")))
        .hasSize(4)
        .isEqualTo(Session.lines(temp.resolve("plain/findings.jsonl")));
    assertThat(Session.digests(encrypted)).isEqualTo(before);
  }

  @Test
  void aWrongPasswordIsRefused() {
    var encrypted = Corpus.path("ios/encrypted_backup");
    assertThat(examine(encrypted, "wrong", Map.of("TESTIGO_PASSWORD", "testigo-B")).exitCode())
        .isEqualTo(65);
  }

  @Test
  void aHostileContentListIsNotConclusiveAndNothingLeavesTheFolders() throws IOException {
    var run = examine(Corpus.path("hostile/ios_backup_manifest"), "hostile", Map.of());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(Files.readString(temp.resolve("hostile/case.json")))
        .contains("\"verdict\":\"not-conclusive\"");
    try (var left = Files.list(temp)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("domains.txt", "processes.txt", "hostile");
    }
  }

  @Test
  void hostileArchivesAreRefusedWithAReason() {
    for (Path archive : Corpus.filesBelow("hostile/archives")) {
      var run = examine(archive, "archive-" + archive.getFileName(), Map.of());
      assertThat(run.exitCode()).as(archive + run.err()).isEqualTo(65);
      assertThat(run.err()).as(archive.toString()).isNotBlank().doesNotContain("mistake");
    }
  }

  @Test
  void everyDamagedDatabaseInThePlaceOfTheMessagesIsShown() throws IOException {
    String id = BackupWriter.fileId("HomeDomain", "Library/SMS/sms.db");
    for (Path damaged : Corpus.filesBelow("hostile/sqlite")) {
      if (damaged.toString().endsWith("-wal")) continue;
      String name = damaged.getFileName().toString();
      var phone = temp.resolve("phone-" + name);
      MadeUpPhone.writeTo(phone, Variant.NO_TRACES);
      Files.copy(
          damaged,
          phone.resolve(id.substring(0, 2)).resolve(id),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      var run = examine(phone, "case-" + name, Map.of());
      assertThat(run.err()).as(name).isEmpty();
      assertThat(readings("case-" + name)).as(name).containsKey("ios.sms");
      assertThat(Files.readString(temp.resolve("case-" + name + "/case.json")))
          .as(name + run.out())
          .contains("\"verdict\":\"not-conclusive\"");
    }
  }

  private Session examine(Path evidence, String out, Map<String, String> environment) {
    return Session.with(
        environment,
        "examine",
        evidence.toString(),
        "--packs",
        temp.resolve("domains.txt").toString(),
        "--packs",
        temp.resolve("processes.txt").toString(),
        "--out",
        temp.resolve(out).toString());
  }

  private Map<String, Integer> readings(String out) throws IOException {
    var entry = Pattern.compile("\"kind\":\"artifact\",\"id\":\"([^\"]+)\".*?\"readings\":(\\d+)");
    List<String> lines = Session.lines(temp.resolve(out).resolve("ledger.jsonl"));
    return lines.stream()
        .map(entry::matcher)
        .filter(java.util.regex.Matcher::find)
        .collect(
            Collectors.toMap(found -> found.group(1), found -> Integer.parseInt(found.group(2))));
  }
}
