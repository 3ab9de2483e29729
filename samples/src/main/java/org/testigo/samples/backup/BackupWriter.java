package org.testigo.samples.backup;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.CipherOutputStream;
import org.jspecify.annotations.Nullable;
import org.testigo.samples.formats.BinaryPlist;
import org.testigo.samples.formats.Dict;
import org.testigo.samples.formats.SqliteWriter;
import org.testigo.samples.formats.TableWriter;
import org.testigo.samples.formats.XmlPlist;

/// Writes a backup folder as Finder does: every file under the SHA-1 of its domain and path, the
/// list of them in `Manifest.db`, and what the backup says of itself in three property lists. Files
/// stream; memory grows with the indexes of the list alone.
///
/// Closing without [#finish] leaves the folder as a backup that broke off.
public final class BackupWriter implements Closeable {
  private static final int FILE = 1;
  private static final int FOLDER = 2;
  private static final int LINK = 4;

  private final Path folder;
  private final PhoneFacts phone;
  private final Optional<Encryption> encryption;
  private final @Nullable KeyBag keyBag;
  private final Path plainList;
  private final SqliteWriter list;
  private final TableWriter files;
  private long rows;

  /// @param folder is made where it is not there
  public BackupWriter(Path folder, PhoneFacts phone, Optional<Encryption> encryption)
      throws IOException {
    this.folder = folder;
    this.phone = encryption.map(phone::fitting).orElse(phone);
    this.encryption = encryption;
    this.keyBag = encryption.isPresent() ? bagOf(encryption.get()) : null;
    Files.createDirectories(folder);
    this.plainList = folder.resolve(isListEncrypted() ? "Manifest.db.plain" : "Manifest.db");
    this.list = SqliteWriter.at(plainList).userVersion(2);
    this.files =
        list.table(
                "Files",
                "fileID TEXT PRIMARY KEY",
                "domain TEXT",
                "relativePath TEXT",
                "flags INTEGER",
                "file BLOB")
            .index("FilesDomainIdx", "domain")
            .index("FilesRelativePathIdx", "relativePath")
            .index("FilesFlagsIdx", "flags");
  }

  /// The name under which a backup keeps a file.
  public static String fileId(String domain, String path) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      return HexFormat.of()
          .formatHex(sha1.digest((domain + "-" + path).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public void folder(String domain, String path, FileFacts facts) throws IOException {
    row(domain, path, FOLDER, FileRecord.ofFolder(path, facts, rows + 1000));
  }

  public void link(String domain, String path, String target, FileFacts facts) throws IOException {
    row(domain, path, LINK, FileRecord.ofLink(path, target, facts, rows + 1000));
  }

  public void file(String domain, String path, FileFacts facts, byte[] content) throws IOException {
    file(domain, path, facts, new ByteArrayInputStream(content), content.length);
  }

  public void file(String domain, String path, FileFacts facts, Path content) throws IOException {
    try (InputStream in = Files.newInputStream(content)) {
      file(domain, path, facts, in, Files.size(content));
    }
  }

  private void file(String domain, String path, FileFacts facts, InputStream content, long size)
      throws IOException {
    String id = fileId(domain, path);
    Path place = folder.resolve(id.substring(0, 2)).resolve(id);
    if (rows == 0 || Files.notExists(place.getParent())) Files.createDirectories(place.getParent());
    byte[] wrappedKey = keyBag == null ? null : encrypted(id, content, place);
    if (wrappedKey == null) Files.copy(content, place);
    row(domain, path, FILE, FileRecord.ofFile(path, facts, size, rows + 1000, wrappedKey));
  }

  private void row(String domain, String path, int flags, byte[] fileRecord) throws IOException {
    files.insert(++rows, fileId(domain, path), domain, path, flags, fileRecord);
  }

  /// Writes the list and what the backup says of itself.
  ///
  /// @param info what `Info.plist` holds beside the facts of the phone
  public void finish(Dict info) throws IOException {
    list.table("Properties", "key TEXT PRIMARY KEY", "value BLOB");
    list.finish();
    Dict manifest = manifest();
    if (isListEncrypted()) manifest = manifest.with("ManifestKey", encryptList());
    Files.write(folder.resolve("Manifest.plist"), BinaryPlist.write(manifest));
    Files.write(folder.resolve("Status.plist"), BinaryPlist.write(status()));
    Files.write(folder.resolve("Info.plist"), XmlPlist.write(info(info)));
  }

  private byte[] encryptList() throws IOException {
    try (InputStream plain = Files.newInputStream(plainList)) {
      byte[] key = encrypted("Manifest.db", plain, folder.resolve("Manifest.db"));
      Files.delete(plainList);
      return key;
    }
  }

  private Dict manifest() throws IOException {
    Dict lockdown =
        Dict.of(
            "BuildVersion", phone.build(),
            "DeviceName", phone.name(),
            "ProductType", phone.productType(),
            "ProductVersion", phone.productVersion(),
            "SerialNumber", phone.serialNumber(),
            "UniqueDeviceID", phone.uniqueIdentifier());
    Dict manifest =
        Dict.of(
            "Applications",
            Dict.of(),
            "Date",
            phone.takenAt(),
            "IsEncrypted",
            encryption.isPresent(),
            "Lockdown",
            lockdown,
            "SystemDomainsVersion",
            "24.0",
            "Version",
            "10.0",
            "WasPasscodeSet",
            true);
    return keyBag == null ? manifest : manifest.with("BackupKeyBag", bagBytes(keyBag));
  }

  private Dict status() {
    return Dict.of(
        "BackupState", "new",
        "Date", phone.takenAt(),
        "IsFullBackup", true,
        "SnapshotState", "finished",
        "UUID", "7E57160A-0000-4000-8000-000000000001",
        "Version", "3.3");
  }

  private Dict info(Dict more) {
    Dict info =
        Dict.of(
            "Build Version", phone.build(),
            "Device Name", phone.name(),
            "Display Name", phone.name(),
            "Last Backup Date", phone.takenAt(),
            "Product Type", phone.productType(),
            "Product Version", phone.productVersion(),
            "Serial Number", phone.serialNumber(),
            "Target Identifier", phone.uniqueIdentifier(),
            "Target Type", "Device",
            "Unique Identifier", phone.uniqueIdentifier());
    for (Dict.Entry entry : more.entries()) info = info.with(entry.key(), entry.value());
    return info;
  }

  private boolean isListEncrypted() {
    return encryption.map(Encryption::hasOuterStage).orElse(false);
  }

  /// Writes a file encrypted and gives its wrapped key.
  private static byte[] encrypted(String name, InputStream content, Path place) throws IOException {
    try (OutputStream out = Files.newOutputStream(place)) {
      byte[] key = KeyBag.fileKey(name);
      try (var cipher = new CipherOutputStream(out, KeyBag.encrypting(key))) {
        content.transferTo(cipher);
      }
      return KeyBag.wrapped(FileRecord.PROTECTION_CLASS, key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyBag bagOf(Encryption encryption) {
    try {
      return new KeyBag(encryption);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bagBytes(KeyBag bag) {
    try {
      return bag.write();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    list.close();
  }
}
