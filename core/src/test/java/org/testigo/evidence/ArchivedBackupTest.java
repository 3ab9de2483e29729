package org.testigo.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.Corpus;
import org.testigo.evidence.EvidenceException.Cause;
import org.testigo.formats.archives.TarBytes;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.keybag.MadeUpKeyBag.Generation;
import org.testigo.model.LimitHitException;
import org.testigo.model.Unreadable;

class ArchivedBackupTest {
  private static final Secrets PASSWORD = name -> Optional.of(MadeUpBackup.PASSWORD.toCharArray());

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void everyArchiveEqualsTheFolder() throws IOException, EvidenceException {
    Path backup = MadeUpBackup.withThreeFiles().write(folder.resolve("backup"));
    var archives =
        List.of(
            Packed.zip(backup, folder.resolve("stored.zip"), ZipOutputStream.STORED, ""),
            Packed.zip(backup, folder.resolve("deflated.zip"), ZipOutputStream.DEFLATED, ""),
            Packed.tar(backup, folder.resolve("a.tar"), "./"),
            Packed.tarGz(backup, folder.resolve("a.tgz"), ""));

    try (var plain = Evidences.open(backup, Secrets.NONE)) {
      for (Path archive : archives) assertSame(plain, archive, Secrets.NONE);
    }
  }

  @Test
  void anEncryptedBackupMayLieInAnArchive() throws IOException, EvidenceException {
    Path backup =
        MadeUpBackup.withThreeFiles()
            .encrypted(Generation.SINCE_10_2)
            .write(folder.resolve("backup"));
    var archives =
        List.of(
            Packed.zip(backup, folder.resolve("deflated.zip"), ZipOutputStream.DEFLATED, ""),
            Packed.tarGz(backup, folder.resolve("a.tar.gz"), ""));

    try (var plain = Evidences.open(backup, PASSWORD)) {
      for (Path archive : archives) assertSame(plain, archive, PASSWORD);
    }
  }

  private static void assertSame(Evidence plain, Path archive, Secrets secrets)
      throws EvidenceException {
    try (var packed = Evidences.open(archive, secrets)) {
      assertThat(packed.name()).isEqualTo(String.valueOf(archive.getFileName()));
      assertThat(packed.files()).as(packed.name()).isEqualTo(plain.files());
      assertThat(packed.device()).isEqualTo(plain.device());
      assertThat(packed.listingFaults()).isEmpty();
      assertThat(contents(packed)).isEqualTo(contents(plain));
      try (var container = packed.container().orElseThrow()) {
        assertThat(container.sizeBytes()).isEqualTo(archive.toFile().length());
      }
    }
  }

  /// The digests of every file, decrypted and as it lies there.
  private static Map<String, String> contents(Evidence evidence) {
    var contents = new TreeMap<String, String>();
    for (EvidenceFile file : evidence.files()) {
      if (!file.isPresent()) continue;
      try (var content = evidence.open(file);
          var raw = evidence.openRaw(file)) {
        assertThat(content.fault()).isEmpty();
        contents.put(file.handedInAs(), Digests.sha256(content) + Digests.sha256(raw));
      }
    }
    return contents;
  }

  @Test
  void findsABackupInAFolderOfTheArchive() throws IOException, EvidenceException {
    Path backup = MadeUpBackup.withThreeFiles().write(folder.resolve("backup"));
    Path zip =
        Packed.zip(
            backup, folder.resolve("a.zip"), ZipOutputStream.DEFLATED, "Backup/00008110-000A/");

    try (var evidence = Evidences.open(zip, Secrets.NONE)) {
      assertThat(evidence.files())
          .hasSize(8)
          .contains(
              new EvidenceFile(
                  "Backup/00008110-000A/3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28",
                  "HomeDomain",
                  "Library/SMS/sms.db",
                  25,
                  true));
    }
  }

  @Test
  void tellsOfEntriesWithOneName() throws IOException, EvidenceException {
    Path backup = MadeUpBackup.withThreeFiles().write(folder.resolve("backup"));
    var tar = new TarBytes();
    tar.file("Manifest.db", Files.readAllBytes(backup.resolve("Manifest.db")));
    tar.file("Manifest.db", new byte[0]);
    tar.member("3d", '2', new byte[0]);
    Path archive = Files.write(folder.resolve("twice.tar"), tar.bytes());

    try (var evidence = Evidences.open(archive, Secrets.NONE)) {
      assertThat(evidence.files().stream().filter(EvidenceFile::isPresent)).hasSize(1);
      assertThat(evidence.files()).hasSize(5);
      assertThat(evidence.listingFaults())
          .extracting(Unreadable::detail)
          .containsExactly(
              "3d is a link, which is not followed",
              "several entries are named Manifest.db, the first is read");
    }
  }

  @Test
  void keepsWhatComesBeforeACut() throws IOException, EvidenceException {
    Path backup = MadeUpBackup.withThreeFiles().write(folder.resolve("backup"));
    Path archive = Packed.tar(backup, folder.resolve("a.tar"), "");
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length - 1024));

    try (var evidence = Evidences.open(archive, Secrets.NONE)) {
      assertThat(evidence.files()).hasSize(8);
      assertThat(evidence.listingFaults())
          .extracting(Unreadable::detail)
          .containsExactly(
              "the tar ends at %d, expected its end mark".formatted(whole.length - 1024));
    }
  }

  @Test
  void refusesADamagedZip() throws IOException {
    Path backup = MadeUpBackup.withThreeFiles().write(folder.resolve("backup"));
    Path archive = Packed.zip(backup, folder.resolve("a.zip"), ZipOutputStream.DEFLATED, "");
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length / 2));

    refused(
        archive,
        Cause.ARCHIVE_DAMAGED,
        "at offset %d: no end of a zip in its last bytes: it is cut, or no zip"
            .formatted(whole.length / 2));
  }

  @Test
  void whatIsLargeGoesIntoTheScratchFolder() throws IOException, EvidenceException {
    String large = "x1y2".repeat(5_000_000);
    Path backup =
        new MadeUpBackup()
            .file("HomeDomain", "Library/SMS/sms.db", large)
            .write(folder.resolve("backup"));
    Path archive = Packed.zip(backup, folder.resolve("a.zip"), ZipOutputStream.DEFLATED, "");
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    var opening = new Opening(Secrets.NONE, List.of(), Optional.of(scratch));

    try (var evidence = Evidences.open(archive, opening)) {
      var sms = evidence.files().getFirst();
      try (var content = evidence.open(sms)) {
        byte[] middle = new byte[8];
        content.read(10_000_001, middle, 0, 8);
        assertThat(new String(middle, StandardCharsets.US_ASCII)).isEqualTo("1y2x1y2x");
        assertThat(Digests.sha256(content))
            .isEqualTo(Digests.sha256(ByteSource.of(large.getBytes(StandardCharsets.US_ASCII))));
      }
      assertThat(filesIn(scratch)).isEmpty();
    }
  }

  @Test
  void aBombEndsAtALimit() throws IOException, EvidenceException {
    Path backup = MadeUpBackup.withThreeFiles().write(folder.resolve("backup"));
    Path archive = folder.resolve("bomb.zip");
    Path photo = backup.resolve("ab/abcdefabcdefabcdefabcdefabcdefabcdefabcd");
    Files.createDirectories(photo.getParent());
    Files.write(photo, new byte[70 << 20]);
    Packed.zip(backup, archive, ZipOutputStream.DEFLATED, "");

    for (var scratch : List.of(Optional.<Path>empty(), Optional.of(folder))) {
      try (var evidence = Evidences.open(archive, new Opening(Secrets.NONE, List.of(), scratch))) {
        var file =
            evidence.files().stream()
                .filter(f -> f.handedInAs().startsWith("ab/"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> evidence.open(file))
            .isInstanceOf(LimitHitException.class)
            .hasMessage("limit of 67108864 bytes reached");
      }
    }
    assertThat(filesIn(folder))
        .extracting(Path::getFileName)
        .containsExactly(archive.getFileName());
  }

  @Test
  void aContentListThatIsABombIsRefused() throws IOException {
    Path backup = MadeUpBackup.withThreeFiles().write(folder.resolve("backup"));
    Files.write(backup.resolve("Manifest.db"), new byte[70 << 20]);
    Path archive = Packed.zip(backup, folder.resolve("a.zip"), ZipOutputStream.DEFLATED, "");

    refused(archive, Cause.LIMIT, "limit of 67108864 bytes reached");
  }

  @Test
  void hostileArchivesAreRefusedWithAReason() {
    refused(Corpus.path("hostile/archives/zip_names.zip"), Cause.NOT_SUPPORTED, "zip_names.zip");
    refused(
        Corpus.path("hostile/archives/zip_20000_entries.zip"),
        Cause.NOT_SUPPORTED,
        "zip_20000_entries.zip");
    refused(
        Corpus.path("hostile/archives/zipbomb_nested.zip"),
        Cause.NOT_SUPPORTED,
        "zipbomb_nested.zip");
    refused(
        Corpus.path("hostile/archives/zipbomb_flat_200MiB.zip"),
        Cause.NOT_SUPPORTED,
        "zipbomb_flat_200MiB.zip");
    refused(
        Corpus.path("hostile/archives/tar_names.tar.gz"), Cause.NOT_SUPPORTED, "tar_names.tar.gz");
    refused(Corpus.path("hostile/archives/gzip_bomb.gz"), Cause.NOT_SUPPORTED, "gzip_bomb.gz");
    refused(Corpus.path("hostile/zip/zip-slip/zip-slip.zip"), Cause.NOT_SUPPORTED, "zip-slip.zip");
    refused(Corpus.path("hostile/zip/zip-slip/zip-slip.tar"), Cause.NOT_SUPPORTED, "zip-slip.tar");
    assertThat(Path.of("/tmp/testigo_slip")).doesNotExist();
    assertThat(Path.of("/tmp/testigo_abs")).doesNotExist();
    assertThat(Path.of("/tmp/evil.txt")).doesNotExist();
  }

  private static void refused(Path input, Cause cause, String detail) {
    assertThatThrownBy(() -> Evidences.open(input, Secrets.NONE))
        .isInstanceOfSatisfying(
            EvidenceException.class,
            e -> {
              assertThat(e.detail()).isEqualTo(detail);
              assertThat(e.reason()).isEqualTo(cause);
            });
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
