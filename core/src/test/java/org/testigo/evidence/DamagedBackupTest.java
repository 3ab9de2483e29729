package org.testigo.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.evidence.Opening.WellKnownFile;
import org.testigo.formats.keybag.MadeUpKeyBag.Generation;

/// Spyware wants to be missed: it only has to damage the content list.
class DamagedBackupTest {
  private static final WellKnownFile SMS = new WellKnownFile("HomeDomain", "Library/SMS/sms.db");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 25, 50, 90, 99})
  void aCutContentListIsNeverSilent(int percent) throws IOException, EvidenceException {
    Path list = backupWithManyRows().resolve("Manifest.db");
    byte[] whole = Files.readAllBytes(list);
    Files.write(list, Arrays.copyOf(whole, whole.length * percent / 100));

    assertFaultsAndSms();
  }

  @Test
  void aContentListOfNoiseIsNeverSilent() throws IOException, EvidenceException {
    Path list = backupWithManyRows().resolve("Manifest.db");
    byte[] noise = new byte[(int) Files.size(list)];
    new Random(1).nextBytes(noise);
    Files.write(list, noise);

    assertFaultsAndSms();
  }

  private Path backupWithManyRows() {
    var backup = MadeUpBackup.withThreeFiles();
    for (int i = 0; i < 1000; i++) backup.missing("AppDomain-org.example.app", "file " + i);
    return backup.write(folder);
  }

  private void assertFaultsAndSms() throws EvidenceException {
    try (var evidence =
        Evidences.open(folder, new Opening(Secrets.NONE, List.of(SMS), Optional.empty()))) {
      assertThat(evidence.listingFaults()).isNotEmpty();
      assertThat(evidence.files().stream().filter(EvidenceFile::isPresent)).hasSize(7);
      var sms =
          evidence.files().stream()
              .filter(file -> file.shownName().equals("HomeDomain/Library/SMS/sms.db"))
              .findFirst()
              .orElseThrow();
      try (var content = evidence.open(sms)) {
        assertThat(content.sizeBytes()).isEqualTo(25);
      }
    }
  }

  /// Every cut of every property list ends in evidence or in a reason.
  @ParameterizedTest
  @EnumSource(Generation.class)
  void cutPropertyListsAreAnAnswer(Generation generation) throws IOException {
    MadeUpBackup.withThreeFiles().encrypted(generation).write(folder);
    int opened = 0;
    int refused = 0;
    for (String name : List.of("Info.plist", "Manifest.plist", "Status.plist")) {
      byte[] whole = Files.readAllBytes(folder.resolve(name));
      for (int length = 0; length < whole.length; length += 97) {
        Files.write(folder.resolve(name), Arrays.copyOf(whole, length));
        try (var evidence =
            Evidences.open(folder, x -> Optional.of(MadeUpBackup.PASSWORD.toCharArray()))) {
          assertThat(evidence.files()).hasSize(8);
          opened++;
        } catch (EvidenceException e) {
          assertThat(e.reason())
              .isIn(EvidenceException.Cause.KEYS_MISSING, EvidenceException.Cause.KEY_BAG_DAMAGED);
          refused++;
        }
      }
      Files.write(folder.resolve(name), whole);
    }
    assertThat(opened).isPositive();
    assertThat(refused).isPositive();
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void aFileThatIsCutKeepsItsWholeBlocks(Generation generation)
      throws IOException, EvidenceException {
    MadeUpBackup.withThreeFiles().encrypted(generation).write(folder);
    Path sms = folder.resolve("3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28");
    Files.write(sms, Arrays.copyOf(Files.readAllBytes(sms), 20));

    try (var evidence =
        Evidences.open(folder, x -> Optional.of(MadeUpBackup.PASSWORD.toCharArray()))) {
      var file =
          evidence.files().stream()
              .filter(f -> f.path().equals(SMS.path()))
              .findFirst()
              .orElseThrow();
      try (var content = evidence.open(file)) {
        assertThat(new String(content.readAll(16), StandardCharsets.US_ASCII))
            .isEqualTo("SQLite format 3\0");
        assertThat(content.fault().orElseThrow().detail())
            .isEqualTo("the encrypted file has 20 bytes, expected a multiple of 16");
      }
    }
  }
}
