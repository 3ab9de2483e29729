package org.testigo.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.testigo.evidence.EvidenceException.Cause;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.sqlite.SqliteDatabase;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;
import org.testigo.model.MissingKeyException;

/// Gives the content of a backup's files, decrypted where the backup is encrypted.
///
/// Since iOS 10.2 `Manifest.db` of an encrypted backup is encrypted too, with the key that stands
/// in `Manifest.plist`; before, it is plain, as the backup's property lists always are.
final class BackupContent implements AutoCloseable {
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final List<byte[]> PLAIN_STARTS =
      List.of(
          SQLITE,
          "bplist00".getBytes(StandardCharsets.US_ASCII),
          "<?xml".getBytes(StandardCharsets.US_ASCII));
  private static final int FILES_LOOKED_AT = 200;

  /// More pages and rows than the list of any phone has.
  private static final Budget.Allowance LIST_ALLOWANCE =
      new Budget.Allowance(16_000_000, 1_500_000, 64_000_000, 1L << 40, 64, 600_000);

  private final BackupFiles files;
  private final boolean isEncrypted;
  private final Optional<BackupKeys> keys;
  private final Optional<byte[]> listKey;
  private final List<ByteSource> openForTheList = new ArrayList<>();
  private Optional<FileRecords> fileRecords = Optional.empty();

  private BackupContent(
      BackupFiles files, boolean isEncrypted, Optional<BackupKeys> keys, Optional<byte[]> listKey) {
    this.files = files;
    this.isEncrypted = isEncrypted;
    this.keys = keys;
    this.listKey = listKey;
  }

  /// Opens the key bag of an encrypted backup. The password is not asked for where no list gives
  /// the keys of the files.
  ///
  /// @param evidenceName what the password is for
  static BackupContent open(
      BackupFiles files, BackupPlist manifest, Secrets secrets, String evidenceName)
      throws EvidenceException {
    boolean hasList = files.find(ContentList.NAME) >= 0;
    if (!isEncrypted(files, manifest))
      return new BackupContent(files, false, Optional.empty(), Optional.empty());
    if (!hasList) return new BackupContent(files, true, Optional.empty(), Optional.empty());
    Optional<byte[]> listKey =
        isListPlain(files) ? Optional.empty() : Optional.of(BackupKeys.listKey(manifest));
    var keys = BackupKeys.open(manifest, secrets, evidenceName);
    var content = new BackupContent(files, true, Optional.of(keys), listKey);
    content.checkListKey();
    return content;
  }

  private static boolean isEncrypted(BackupFiles files, BackupPlist manifest) {
    if (manifest.state().isEmpty()) return manifest.truth("IsEncrypted").orElse(false);
    // Without Manifest.plist only the files themselves can tell.
    return files.hasFilesOfTheDevice() && !isListPlain(files) && !isAnyFilePlain(files);
  }

  private static boolean isListPlain(BackupFiles files) {
    int index = files.find(ContentList.NAME);
    return index >= 0
        && (files.sizeBytes(index) == 0 || startsWithAny(files, index, List.of(SQLITE)));
  }

  private static boolean isAnyFilePlain(BackupFiles files) {
    int looked = 0;
    for (int i = 0; i < files.size() && looked < FILES_LOOKED_AT; i++) {
      if (!files.isFileOfTheDevice(i)) continue;
      looked++;
      if (startsWithAny(files, i, PLAIN_STARTS)) return true;
    }
    return false;
  }

  private static boolean startsWithAny(BackupFiles files, int index, List<byte[]> starts) {
    byte[] start = start(files, index);
    return starts.stream()
        .anyMatch(expected ->
            start.length >= expected.length
                && Arrays.equals(start, 0, expected.length, expected, 0, expected.length));
  }

  /// Nothing where an archive does not give it: whoever reads the file tells of that.
  private static byte[] start(BackupFiles files, int index) {
    try {
      return files.start(index, SQLITE.length);
    } catch (MalformedException e) {
      return new byte[0];
    }
  }

  private void checkListKey() throws EvidenceException {
    if (listKey.isEmpty()) return;
    try {
      openList().close();
    } catch (MissingKeyException e) {
      throw new EvidenceException(Cause.KEYS_MISSING, "ManifestKey: " + e.detail());
    }
  }

  boolean isEncrypted() {
    return isEncrypted;
  }

  /// The content list, decrypted. The caller closes it.
  private ByteSource openList() {
    var raw = files.open(files.find(ContentList.NAME));
    return listKey.isPresent() ? keys.orElseThrow().decryptList(raw, listKey.get()) : raw;
  }

  /// The content list with what lies beside it, all open until this is closed.
  record ListFiles(
      ByteSource list, Optional<ByteSource> writeAheadLog, Optional<ByteSource> journal) {

    /// @throws MalformedException when it is no database
    SqliteDatabase database() {
      var budget = new Budget(LIST_ALLOWANCE, () -> 0);
      return SqliteDatabase.open(list, writeAheadLog, journal, budget);
    }
  }

  /// @throws MalformedException when an archive does not give it
  /// @throws org.testigo.model.LimitHitException when an archive holds it packed and too large
  ListFiles listFiles() {
    return new ListFiles(keepOpen(openList()), beside("-wal"), beside("-journal"));
  }

  private Optional<ByteSource> beside(String ending) {
    int index = files.find(ContentList.NAME + ending);
    return index < 0 ? Optional.empty() : Optional.of(keepOpen(files.open(index)));
  }

  private ByteSource keepOpen(ByteSource source) {
    openForTheList.add(source);
    return source;
  }

  /// The content of a file. The caller closes it.
  ///
  /// @param rowid of the row of the content list that names it
  /// @throws MissingKeyException when it cannot be decrypted
  ByteSource open(int index, Optional<Long> rowid) {
    if (files.nameInBackup(index).equals(ContentList.NAME)) return openList();
    boolean isPlain =
        !isEncrypted || !files.isFileOfTheDevice(index) || files.sizeBytes(index) == 0;
    if (isPlain) return files.open(index);
    if (keys.isEmpty() || rowid.isEmpty())
      throw new MissingKeyException("no row of Manifest.db gives the key of " + files.name(index));
    byte[] key = fileRecords().key(rowid.get());
    return keys.get().decrypt(files.open(index), key);
  }

  /// The size that the content list records of a file; empty where it records none.
  ///
  /// @param rowid of the row of the content list that names it
  OptionalLong listedSizeBytes(long rowid) {
    return fileRecords().sizeBytes(rowid);
  }

  /// Opened on its own, so that reading records has a budget of its own.
  private FileRecords fileRecords() {
    if (fileRecords.isEmpty()) fileRecords = Optional.of(new FileRecords(listFiles().database()));
    return fileRecords.get();
  }

  @Override
  public void close() {
    openForTheList.forEach(ByteSource::close);
    keys.ifPresent(BackupKeys::close);
    files.close();
  }
}
