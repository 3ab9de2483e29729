package org.testigo.artifacts.ios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.artifacts.Parsed;
import org.testigo.formats.keyedarchive.KeyedArchiveBytes;
import org.testigo.model.FileObject;
import org.testigo.model.Hashes;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.Observation;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;
import org.testigo.model.Unreadable.Reason;
import org.testigo.model.UnsupportedLayoutException;

class ManifestTest {
  private static Parsed parse(String name, MadeUpDatabase database) {
    return Parsed.by(new Manifest(), ManifestFixture.file(name, database.bytes()));
  }

  private static Source row(long rowid) {
    return new Source("ios.manifest", "Manifest.db", new Location.Row("Files", rowid));
  }

  private static Moment moment(Meaning meaning, long seconds) {
    return new Moment(meaning, Instant.ofEpochSecond(seconds), Long.toString(seconds));
  }

  @Test
  void everyFileWithItsTimes() {
    var parsed = parse("three-files", ManifestFixture.threeFiles());
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.layouts())
        .containsExactly("Files with a record for each file (iOS 10 and later)");
    assertThat(parsed.observations()).hasSize(3);
    assertThat(parsed.observations().get(1))
        .isEqualTo(
            new Observation(
                new FileObject(
                    "Library/SMS/sms.db",
                    Optional.of("HomeDomain"),
                    OptionalLong.of(28_672),
                    OptionalInt.of(0100644),
                    OptionalLong.of(501),
                    Hashes.NONE),
                List.of(
                    moment(Meaning.CREATED, ManifestFixture.BIRTH),
                    moment(Meaning.MODIFIED, ManifestFixture.MODIFIED),
                    moment(Meaning.STATUS_CHANGED, ManifestFixture.CHANGED)),
                row(2)));
  }

  @Test
  void damagedRecordIsReportedAndTheFileIsGiven() {
    var database = ManifestFixture.empty();
    byte[] cut = java.util.Arrays.copyOf(ManifestFixture.record(1, 2), 60);
    ManifestFixture.add(database, "f0", "Library/a", 1, cut);
    database.run("INSERT INTO Files VALUES ('f1', NULL, NULL, 1, NULL)");
    var parsed = parse("damaged-record", database);
    assertThat(parsed.objects())
        .containsExactly(bare("Library/a", Optional.of("HomeDomain")), bare("", Optional.empty()));
    assertThat(parsed.unreadables())
        .hasSize(3)
        .endsWith(
            new Unreadable(row(2), Reason.MALFORMED, "RELATIVEPATH: NULL, expected a path"),
            new Unreadable(
                row(2), Reason.MALFORMED, "FILE: NULL, expected the record of the file"));
    assertThat(parsed.unreadables().getFirst().source()).isEqualTo(row(1));
  }

  private static FileObject bare(String path, Optional<String> domain) {
    return new FileObject(
        path, domain, OptionalLong.empty(), OptionalInt.empty(), OptionalLong.empty(), Hashes.NONE);
  }

  @Test
  void fieldOfAnotherKindIsReportedAndTheOthersAreRead() {
    var archive = new KeyedArchiveBytes();
    var file =
        archive.add(
            "MBFile", java.util.Map.of("Size", "big", "Mode", 1L << 40, "Birth", Long.MAX_VALUE));
    var database = ManifestFixture.empty();
    ManifestFixture.add(database, "f0", "a", 1, archive.with(file));
    var parsed = parse("odd-fields", database);
    assertThat(parsed.objects()).containsExactly(bare("a", Optional.of("HomeDomain")));
    assertThat(parsed.unreadables())
        .extracting(Unreadable::detail)
        .containsExactly(
            "Birth: the INTEGER '9223372036854775807' is no time, expected seconds since"
                + " 1970-01-01",
            "Size: marker 0x53, expected a whole number 0x10 to 0x14",
            "Mode: 1099511627776, expected 16 bits");
  }

  @Test
  void tableOfAnotherGenerationIsRefused() {
    var database = new MadeUpDatabase("CREATE TABLE Files (fileID TEXT, domain TEXT)");
    var parsed = parse("other-columns", database);
    assertThat(parsed.ending())
        .get()
        .isInstanceOf(UnsupportedLayoutException.class)
        .extracting(Throwable::getMessage)
        .isEqualTo("Files has the columns fileID, domain, expected also relativePath, file");
  }

  @Test
  void textThatIsNoArchiveIsReported() {
    var database = ManifestFixture.empty();
    ManifestFixture.add(database, "f0", "a", 1, "x".repeat(50).getBytes(StandardCharsets.US_ASCII));
    var parsed = parse("no-archive", database);
    assertThat(parsed.unreadables())
        .containsExactly(new Unreadable(row(1), Reason.MALFORMED, "FILE: no bplist at the start"));
  }

  @Test
  void corpusBackup() {
    byte[] content = Corpus.bytes("ios/mvt_ios_backup/Manifest.db");
    var parsed = Parsed.by(new Manifest(), ManifestFixture.file("real", content));
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.observations()).hasSize(3_721);
    assertThat(parsed.observations().getFirst())
        .isEqualTo(
            new Observation(
                new FileObject(
                    "",
                    Optional.of("AppDomainPlugin-com.apple.mobilemail.MailQuickLookExtension"),
                    OptionalLong.of(0),
                    OptionalInt.of(16_877),
                    OptionalLong.of(501),
                    Hashes.NONE),
                List.of(
                    moment(Meaning.CREATED, 1_610_674_669L),
                    moment(Meaning.MODIFIED, 1_610_674_669L),
                    moment(Meaning.STATUS_CHANGED, 1_610_674_669L)),
                row(1)));
    assertThat(distinctTimes(parsed)).isEqualTo(5_881);
  }

  /// Files by their distinct times, as the field's reference tool counts its timeline.
  private static long distinctTimes(Parsed parsed) {
    return parsed.observations().stream()
        .mapToLong(o -> o.moments().stream().map(Moment::at).distinct().count())
        .sum();
  }

  @Test
  void hostileCorpusBackup() {
    byte[] content = Corpus.bytes("hostile/ios_backup_manifest/Manifest.db");
    var parsed = Parsed.by(new Manifest(), ManifestFixture.file("hostile", content));
    assertThat(parsed.ending()).isEmpty();
    assertThat(parsed.observations()).hasSize(11);
    assertThat(parsed.unreadables())
        .extracting(Unreadable::source)
        .containsExactly(row(10), row(11), row(11));
  }
}
