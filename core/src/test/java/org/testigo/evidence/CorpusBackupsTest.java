package org.testigo.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.evidence.EvidenceException.Cause;
import org.testigo.formats.bytes.FileSource;
import org.testigo.model.OsVersion;
import org.testigo.model.Unreadable;

/// The backups of the corpus, each unchanged afterwards.
class CorpusBackupsTest {
  private static final Secrets PASSWORD = name -> Optional.of("testigo-A".toCharArray());

  @Test
  void listsARealBackup() throws EvidenceException {
    Path input = Corpus.path("ios/mvt_ios_backup");
    var before = digests(input);

    try (var evidence = Evidences.open(input, Secrets.NONE)) {
      assertThat(evidence.device().osVersion()).contains(OsVersion.of(14, 3));
      assertThat(evidence.device().productType()).contains("iPhone9,3");
      assertThat(evidence.device().build()).contains("18C66");
      assertThat(evidence.device().takenAt()).contains(Instant.parse("2021-12-03T19:33:13Z"));
      assertThat(evidence.device().encrypted()).isFalse();
      assertThat(evidence.listingFaults()).isEmpty();
      assertThat(evidence.files().stream().filter(EvidenceFile::isPresent)).hasSize(13);
      assertThat(evidence.files())
          .contains(
              new EvidenceFile(
                  "3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28",
                  "HomeDomain",
                  "Library/SMS/sms.db",
                  28672,
                  true));
    }
    assertThat(digests(input)).isEqualTo(before);
  }

  @Test
  void decryptsItsEncryptedTwin() throws EvidenceException {
    Path input = Corpus.path("ios/encrypted_backup");
    Path twin = Corpus.path("ios/mvt_ios_backup");
    var before = digests(input);

    try (var evidence = Evidences.open(input, PASSWORD)) {
      assertThat(evidence.device().encrypted()).isTrue();
      assertThat(evidence.listingFaults()).isEmpty();
      var files = evidence.files().stream().filter(file -> !file.domain().isEmpty()).toList();
      assertThat(files).hasSize(10).allMatch(EvidenceFile::isPresent);
      for (EvidenceFile file : files) {
        assertThat(decryptedDigest(evidence, file))
            .as(file.shownName())
            .isEqualTo(Digests.sha256(new FileSource(twin.resolve(file.handedInAs()))));
      }
      assertThat(decryptedDigest(evidence, files.getFirst()))
          .isEqualTo("37db93a97e9cafcbb7d7d02ad29c8d995b1322fecf38d23d66fc2468714834e9");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(digests(input)).isEqualTo(before);
  }

  private static String decryptedDigest(Evidence evidence, EvidenceFile file) {
    try (var source = evidence.open(file)) {
      assertThat(source.fault()).isEmpty();
      return Digests.sha256(source);
    }
  }

  @Test
  void refusesAWrongPassword() {
    Path input = Corpus.path("ios/encrypted_backup");

    assertThatThrownBy(() -> Evidences.open(input, name -> Optional.of("testigo-B".toCharArray())))
        .isInstanceOfSatisfying(
            EvidenceException.class, e -> assertThat(e.reason()).isEqualTo(Cause.PASSWORD_WRONG));
  }

  @Test
  void takesAHostileContentListAsData() throws EvidenceException {
    Path input = Corpus.path("hostile/ios_backup_manifest");
    var before = digests(input);

    try (var evidence = Evidences.open(input, Secrets.NONE)) {
      assertThat(evidence.files().stream().filter(EvidenceFile::isPresent))
          .extracting(EvidenceFile::shownName)
          .containsExactly(
              "HomeDomain/Library/SMS/sms.db",
              "Info.plist",
              "Manifest.db",
              "Manifest.plist",
              "Status.plist");
      assertThat(evidence.files().stream().filter(file -> !file.isPresent()))
          .hasSize(5)
          .allMatch(file -> file.handedInAs().matches("[0-9a-f]{2}/[0-9a-f]{40}"))
          .extracting(EvidenceFile::path)
          .contains(
              "../../../../../tmp/testigo_slip",
              "/tmp/testigo_abs",
              "Library/a\nb",
              "Library/\u202ejpg.exe");
      assertThat(evidence.listingFaults())
          .extracting(Unreadable::detail)
          .containsExactly(
              "fileID \"../../../../etc/hostname\", expected 40 hexadecimal digits",
              "fileID \"zz\", expected 40 hexadecimal digits",
              "domain \"HomeDomain\" and relativePath NULL of file"
                  + " 0000000000000000000000000000000000000000, expected texts");
    }
    assertThat(digests(input)).isEqualTo(before);
  }

  /// Every file below the folder with its digest: shows changes and new files alike.
  private static SortedMap<String, String> digests(Path folder) {
    var digests = new TreeMap<String, String>();
    try (var all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        try (var source = new FileSource(file)) {
          digests.put(folder.relativize(file).toString(), Digests.sha256(source));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return digests;
  }
}
