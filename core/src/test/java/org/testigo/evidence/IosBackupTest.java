package org.testigo.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testigo.evidence.EvidenceException.Cause;
import org.testigo.evidence.Opening.WellKnownFile;
import org.testigo.formats.keybag.MadeUpKeyBag.Generation;
import org.testigo.model.Device;
import org.testigo.model.EvidenceKind;
import org.testigo.model.Location;
import org.testigo.model.MissingKeyException;
import org.testigo.model.OsVersion;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;
import org.testigo.model.Unreadable.Reason;

class IosBackupTest {
  private static final String SMS = "Library/SMS/sms.db";
  private static final Secrets PASSWORD = name -> Optional.of(MadeUpBackup.PASSWORD.toCharArray());

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void listsWhatLiesThereAndWhatTheListNames() throws EvidenceException {
    var input = MadeUpBackup.withThreeFiles().write(folder.resolve("ana"));

    try (var evidence = Evidences.open(input, Secrets.NONE)) {
      assertThat(evidence.name()).isEqualTo("ana");
      assertThat(evidence.kind()).isEqualTo(EvidenceKind.IOS_BACKUP);
      assertThat(evidence.container()).isEmpty();
      assertThat(evidence.listingFaults()).isEmpty();
      assertThat(evidence.files())
          .containsExactly(
              new EvidenceFile(
                  "0d/0d609c54856a9bb2d56729df1d68f2958a88426b",
                  "WirelessDomain",
                  "Library/Databases/DataUsage.sqlite",
                  22,
                  true),
              new EvidenceFile(
                  "3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28", "HomeDomain", SMS, 25, true),
              new EvidenceFile(
                  "64/64d0019cb3d46bfc8cce545a8ba54b93e7ea9347",
                  "HomeDomain",
                  "Library/TCC/TCC.db",
                  0,
                  false),
              new EvidenceFile(
                  "69/697874efea5748f9ec232a1a4be0d2e7e1180af1",
                  "CameraRollDomain",
                  "Media/DCIM/100APPLE/año ✓.jpg",
                  9,
                  true),
              new EvidenceFile("Info.plist", "", "Info.plist", size(input, "Info.plist"), true),
              new EvidenceFile("Manifest.db", "", "Manifest.db", size(input, "Manifest.db"), true),
              new EvidenceFile(
                  "Manifest.plist", "", "Manifest.plist", size(input, "Manifest.plist"), true),
              new EvidenceFile(
                  "Status.plist", "", "Status.plist", size(input, "Status.plist"), true));
    }
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void tellsTheSizeThatTheListRecords(Generation generation) throws EvidenceException {
    var input = MadeUpBackup.withThreeFiles().encrypted(generation).write(folder);

    try (var evidence = Evidences.open(input, PASSWORD)) {
      assertThat(evidence.listedSizeBytes(file(evidence, SMS))).hasValue(1);
      assertThat(evidence.listedSizeBytes(file(evidence, "Info.plist"))).isEmpty();
    }
  }

  @Test
  void readsTheDevice() throws EvidenceException {
    var input = MadeUpBackup.withThreeFiles().write(folder);

    try (var evidence = Evidences.open(input, Secrets.NONE)) {
      assertThat(evidence.device())
          .isEqualTo(
              new Device(
                  Optional.of("iPhone de Ana"),
                  Optional.of("iPhone14,5"),
                  Optional.of(OsVersion.of(17, 4, 1)),
                  Optional.of("21E236"),
                  false,
                  Optional.of(Instant.parse("2024-03-09T10:11:12Z"))));
    }
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void decryptsWithThePassword(Generation generation) throws EvidenceException {
    var input = MadeUpBackup.withThreeFiles().encrypted(generation).write(folder);

    try (var evidence = Evidences.open(input, PASSWORD)) {
      assertThat(evidence.device().encrypted()).isTrue();
      assertThat(evidence.listingFaults()).isEmpty();
      assertThat(content(evidence, SMS)).isEqualTo("SQLite format 3\0 messages");
      assertThat(content(evidence, "Media/DCIM/100APPLE/año ✓.jpg")).isEqualTo("a picture");
      assertThat(content(evidence, "Manifest.db")).startsWith("SQLite format 3\0");
      assertThat(content(evidence, "Info.plist")).startsWith("<?xml");
      try (var raw = evidence.openRaw(file(evidence, SMS))) {
        assertThat(raw.sizeBytes()).isEqualTo(32);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void refusesAnotherPasswordAndNone(Generation generation) {
    var input = MadeUpBackup.withThreeFiles().encrypted(generation).write(folder);

    refused(
        input,
        name -> Optional.of("contrasena".toCharArray()),
        Cause.PASSWORD_WRONG,
        "it opens none of the 11 protection classes");
    refused(input, Secrets.NONE, Cause.PASSWORD_NEEDED, folder.getFileName().toString());
  }

  @Test
  void tellsMissingKeysFromDamagedOnes() throws IOException {
    var input = MadeUpBackup.withThreeFiles().encrypted(Generation.SINCE_10_2).write(folder);
    Path manifest = input.resolve("Manifest.plist");
    String whole = Files.readString(manifest);

    Files.writeString(manifest, whole.replace("ManifestKey", "OtherKey"));
    refused(input, PASSWORD, Cause.KEYS_MISSING, "Manifest.plist has no ManifestKey");

    Files.writeString(manifest, whole.replace("BackupKeyBag", "OtherBag"));
    refused(input, PASSWORD, Cause.KEYS_MISSING, "Manifest.plist has no BackupKeyBag");

    // The head of the bag says VERS, of 4 bytes: now of a billion.
    Files.writeString(manifest, whole.replace("VkVSUwAAAAQ", "VkVSUz////8"));
    refused(
        input,
        PASSWORD,
        Cause.KEY_BAG_DAMAGED,
        "at offset 4: key bag item VERS says that it has 1073741823 bytes, 1380 are left");

    Files.delete(manifest);
    refused(input, PASSWORD, Cause.KEYS_MISSING, "Manifest.plist is missing");
  }

  @Test
  void readsTheFlatLayout() throws EvidenceException {
    var input = MadeUpBackup.withThreeFiles().flat().write(folder);

    try (var evidence = Evidences.open(input, Secrets.NONE)) {
      assertThat(evidence.files())
          .hasSize(8)
          .contains(
              new EvidenceFile(
                  "3d0d7e5fb2ce288813306e4d4636395e047a3d28", "HomeDomain", SMS, 25, true))
          .contains(
              new EvidenceFile(
                  "64d0019cb3d46bfc8cce545a8ba54b93e7ea9347",
                  "HomeDomain",
                  "Library/TCC/TCC.db",
                  0,
                  false));
      assertThat(content(evidence, SMS)).isEqualTo("SQLite format 3\0 messages");
    }
  }

  @Test
  void findsABackupOneLevelDown() throws EvidenceException {
    MadeUpBackup.withThreeFiles().write(folder.resolve("Backup/00008110-000A"));

    try (var evidence = Evidences.open(folder.resolve("Backup"), Secrets.NONE)) {
      assertThat(evidence.name()).isEqualTo("Backup");
      assertThat(evidence.files())
          .hasSize(8)
          .contains(
              new EvidenceFile(
                  "00008110-000A/3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28",
                  "HomeDomain",
                  SMS,
                  25,
                  true))
          .anySatisfy(file -> assertThat(file.path()).isEqualTo("Info.plist"));
      assertThat(content(evidence, SMS)).isEqualTo("SQLite format 3\0 messages");
    }
  }

  @Test
  void asksToChooseAmongSeveral() {
    MadeUpBackup.withThreeFiles().write(folder.resolve("b"));
    MadeUpBackup.withThreeFiles().write(folder.resolve("a"));

    refused(folder, Secrets.NONE, Cause.SEVERAL, "a, b");
  }

  @Test
  void goesOnWithoutItsContentList() throws IOException, EvidenceException {
    var input = MadeUpBackup.withThreeFiles().write(folder);
    Files.delete(input.resolve("Manifest.db"));
    var opening =
        new Opening(Secrets.NONE, List.of(new WellKnownFile("HomeDomain", SMS)), Optional.empty());

    try (var evidence = Evidences.open(input, opening)) {
      assertThat(evidence.files())
          .hasSize(7)
          .contains(
              new EvidenceFile(
                  "3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28", "HomeDomain", SMS, 25, true))
          .contains(
              new EvidenceFile(
                  "0d/0d609c54856a9bb2d56729df1d68f2958a88426b",
                  "",
                  "0d/0d609c54856a9bb2d56729df1d68f2958a88426b",
                  22,
                  true))
          .contains(new EvidenceFile("Manifest.db", "", "Manifest.db", 0, false));
      assertThat(evidence.listingFaults())
          .containsExactly(
              fault(
                  Location.WHOLE,
                  Reason.MISSING,
                  "Manifest.db is not there, expected the list of all files"),
              fault(
                  Location.WHOLE,
                  Reason.MISSING,
                  "no row names 3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28, which is known to be HomeDomain/Library/SMS/sms.db"));
      assertThat(content(evidence, SMS)).isEqualTo("SQLite format 3\0 messages");
    }
  }

  @Test
  void namesWhatTheListLeavesOut() throws EvidenceException, IOException {
    var input = MadeUpBackup.withThreeFiles().write(folder);
    String notes = "Library/Notes/notes.sqlite";
    String id = MadeUpBackup.idOf("HomeDomain", notes);
    Path hidden = input.resolve(id.substring(0, 2)).resolve(id);
    Files.createDirectories(hidden.getParent());
    Files.writeString(hidden, "notes");
    var opening =
        new Opening(
            Secrets.NONE, List.of(new WellKnownFile("HomeDomain", notes)), Optional.empty());

    try (var evidence = Evidences.open(input, opening)) {
      assertThat(file(evidence, notes).domain()).isEqualTo("HomeDomain");
      assertThat(content(evidence, notes)).isEqualTo("notes");
      assertThat(evidence.listingFaults())
          .containsExactly(
              fault(
                  Location.WHOLE,
                  Reason.MISSING,
                  "no row names %s/%s, which is known to be HomeDomain/Library/Notes/notes.sqlite"
                      .formatted(id.substring(0, 2), id)));
    }
  }

  @Test
  void goesOnWithAListThatCannotBeRead() throws IOException, EvidenceException {
    var input = MadeUpBackup.withThreeFiles().write(folder);
    byte[] list = Files.readAllBytes(input.resolve("Manifest.db"));
    // The page size is gone too, so that nothing of it can be read.
    Arrays.fill(list, 0, 4096, (byte) 0xff);
    Files.write(input.resolve("Manifest.db"), list);

    try (var evidence = Evidences.open(input, Secrets.NONE)) {
      assertThat(evidence.files()).hasSize(7).noneMatch(file -> !file.domain().isEmpty());
      assertThat(evidence.listingFaults())
          .singleElement()
          .satisfies(fault -> assertThat(fault.reason()).isEqualTo(Reason.MALFORMED));
    }
  }

  @Test
  void neverFollowsALink() throws IOException, EvidenceException {
    var input = MadeUpBackup.withThreeFiles().write(folder.resolve("backup"));
    Path sms = input.resolve("3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28");
    Path secret = Files.writeString(folder.resolve("secret"), "not of the phone");
    Files.delete(sms);
    Files.createSymbolicLink(sms, secret);
    Files.createSymbolicLink(input.resolve("away"), folder);

    try (var evidence = Evidences.open(input, Secrets.NONE)) {
      assertThat(file(evidence, SMS).isPresent()).isFalse();
      assertThat(evidence.files())
          .hasSize(8)
          .noneMatch(file -> file.handedInAs().contains("secret"));
      assertThat(evidence.listingFaults())
          .extracting(Unreadable::detail)
          .containsExactlyInAnyOrder(
              "3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28 is a symbolic link, which is not followed",
              "away is a symbolic link, which is not followed");
    }
  }

  @Test
  void saysWhichFileHasNoKey() throws IOException, EvidenceException {
    var input = MadeUpBackup.withThreeFiles().encrypted(Generation.SINCE_10_2).write(folder);
    Path stray = input.resolve("ab/abcdefabcdefabcdefabcdefabcdefabcdefabcd");
    Files.createDirectories(stray.getParent());
    Files.writeString(stray, "0123456789abcdef");

    try (var evidence = Evidences.open(input, PASSWORD)) {
      var file = file(evidence, "ab/abcdefabcdefabcdefabcdefabcdefabcdefabcd");
      assertThatThrownBy(() -> evidence.open(file))
          .isInstanceOf(MissingKeyException.class)
          .hasMessage(
              "no row of Manifest.db gives the key of ab/abcdefabcdefabcdefabcdefabcdefabcdefabcd");
    }
  }

  @Test
  void refusesTheOldContentListByName() throws IOException {
    Files.writeString(folder.resolve("Manifest.mbdb"), "mbdb\5\0");
    Files.writeString(folder.resolve("Info.plist"), "");

    assertThatThrownBy(() -> Evidences.open(folder, Secrets.NONE))
        .isInstanceOfSatisfying(
            EvidenceException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Cause.NOT_SUPPORTED);
              assertThat(e.text().key()).isEqualTo("NOT_SUPPORTED.OLD_IOS_BACKUP");
              assertThat(e.detail())
                  .isEqualTo("its content list is Manifest.mbdb, expected Manifest.db");
            });
  }

  private static void refused(Path input, Secrets secrets, Cause cause, String detail) {
    assertThatThrownBy(() -> Evidences.open(input, secrets))
        .isInstanceOfSatisfying(
            EvidenceException.class,
            e -> {
              assertThat(e.detail()).isEqualTo(detail);
              assertThat(e.reason()).isEqualTo(cause);
            });
  }

  private static Unreadable fault(Location location, Reason reason, String detail) {
    return new Unreadable(new Source("", "Manifest.db", location), reason, detail);
  }

  private static EvidenceFile file(Evidence evidence, String path) {
    return evidence.files().stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow();
  }

  private static String content(Evidence evidence, String path) {
    try (var source = evidence.open(file(evidence, path))) {
      return new String(source.readAll(1 << 20), UTF_8);
    }
  }

  private static long size(Path folder, String name) {
    return folder.resolve(name).toFile().length();
  }
}
