package org.testigo.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.testigo.evidence.Opening.WellKnownFile;
import org.testigo.formats.keybag.MadeUpKeyBag;
import org.testigo.formats.keybag.MadeUpKeyBag.Generation;

/// Writes a small made-up backup, plain or encrypted as either generation of iOS does.
final class MadeUpBackup {
  static final String PASSWORD = "contraseña✓";
  private static final String PLIST =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\">%s</plist>";
  private static final int FLAG_FILE = 1;
  private static final int FLAG_FOLDER = 2;

  private final List<Row> rows = new ArrayList<>();
  private Optional<Generation> encryption = Optional.empty();
  private boolean isFlat;

  private record Row(String domain, String path, int flags, Optional<String> content) {
    String id() {
      return BackupFileList.id(new WellKnownFile(domain, path));
    }
  }

  MadeUpBackup file(String domain, String path, String content) {
    rows.add(new Row(domain, path, FLAG_FILE, Optional.of(content)));
    return this;
  }

  /// A file that the list names and that is not there.
  MadeUpBackup missing(String domain, String path) {
    rows.add(new Row(domain, path, FLAG_FILE, Optional.empty()));
    return this;
  }

  MadeUpBackup folder(String domain, String path) {
    rows.add(new Row(domain, path, FLAG_FOLDER, Optional.empty()));
    return this;
  }

  MadeUpBackup encrypted(Generation generation) {
    encryption = Optional.of(generation);
    return this;
  }

  /// As before iOS 10: all files beside `Info.plist`.
  MadeUpBackup flat() {
    isFlat = true;
    return this;
  }

  /// Three files, a folder, and a file that is listed and not there.
  static MadeUpBackup withThreeFiles() {
    return new MadeUpBackup()
        .file("HomeDomain", "Library/SMS/sms.db", "SQLite format 3\0 messages")
        .folder("HomeDomain", "Library/SMS")
        .file("WirelessDomain", "Library/Databases/DataUsage.sqlite", "SQLite format 3\0 usage")
        .missing("HomeDomain", "Library/TCC/TCC.db")
        .file("CameraRollDomain", "Media/DCIM/100APPLE/año ✓.jpg", "a picture");
  }

  static String idOf(String domain, String path) {
    return BackupFileList.id(new WellKnownFile(domain, path));
  }

  /// Writes it into the folder, which is made.
  Path write(Path folder) {
    try {
      Files.createDirectories(folder);
      writePlists(folder);
      Path list = folder.resolve("Manifest.db");
      writeList(list);
      if (encryption.equals(Optional.of(Generation.SINCE_10_2)))
        Files.write(list, MadeUpKeyBag.encrypt(key(0), Files.readAllBytes(list)));
      for (int i = 0; i < rows.size(); i++) writeFile(folder, rows.get(i), key(i + 1));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void writePlists(Path folder) throws IOException {
    write(
        folder.resolve("Info.plist"),
        """
        <dict><key>Device Name</key><string>iPhone de Ana</string>
        <key>Product Type</key><string>iPhone14,5</string>
        <key>Product Version</key><string>%s</string>
        <key>Build Version</key><string>21E236</string>
        <key>Last Backup Date</key><date>2024-03-09T10:11:12Z</date></dict>\
        """
            .formatted(encryption.equals(Optional.of(Generation.BEFORE_10_2)) ? "10.1" : "17.4.1"));
    write(
        folder.resolve("Status.plist"),
        "<dict><key>SnapshotState</key><string>finished</string></dict>");
    write(
        folder.resolve("Manifest.plist"),
        encryption
            .map(this::encryptedManifest)
            .orElse("<dict><key>IsEncrypted</key><false/></dict>"));
  }

  private String encryptedManifest(Generation generation) {
    String listKey =
        generation == Generation.SINCE_10_2
            ? "<key>ManifestKey</key>" + data(MadeUpKeyBag.wrappedKey(4, key(0)))
            : "";
    return "<dict><key>IsEncrypted</key><true/><key>BackupKeyBag</key>%s%s</dict>"
        .formatted(data(new MadeUpKeyBag(generation, PASSWORD).bytes()), listKey);
  }

  private void writeList(Path list) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + list);
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "CREATE TABLE Files (fileID TEXT PRIMARY KEY, domain TEXT, relativePath TEXT, flags INTEGER, file BLOB)");
      try (var insert = connection.prepareStatement("INSERT INTO Files VALUES (?, ?, ?, ?, ?)")) {
        for (int i = 0; i < rows.size(); i++) {
          var row = rows.get(i);
          insert.setString(1, row.id());
          insert.setString(2, row.domain());
          insert.setString(3, row.path());
          insert.setInt(4, row.flags());
          insert.setBytes(5, metadata(i + 1));
          insert.execute();
        }
        connection.commit();
      }
    }
  }

  /// The part of an `MBFile` that is read: its key.
  private byte[] metadata(int number) {
    String key = encryption.isEmpty() ? "" : "<key>EncryptionKey</key>" + reference(2);
    return PLIST
        .formatted(
            """
            <dict><key>$archiver</key><string>NSKeyedArchiver</string>
            <key>$top</key><dict><key>root</key>%s</dict>
            <key>$objects</key><array><string>$null</string>
            <dict><key>$class</key>%s<key>Size</key><integer>1</integer>%s</dict>
            <dict><key>$class</key>%s<key>NS.data</key>%s</dict>
            <dict><key>$classname</key><string>MBFile</string></dict>
            <dict><key>$classname</key><string>NSMutableData</string></dict></array></dict>\
            """
                .formatted(
                    reference(1),
                    reference(3),
                    key,
                    reference(4),
                    data(MadeUpKeyBag.wrappedKey(3, key(number)))))
        .getBytes(UTF_8);
  }

  private static String reference(int index) {
    return "<dict><key>CF$UID</key><integer>%d</integer></dict>".formatted(index);
  }

  private static String data(byte[] bytes) {
    return "<data>" + Base64.getEncoder().encodeToString(bytes) + "</data>";
  }

  private void writeFile(Path folder, Row row, byte[] key) throws IOException {
    if (row.content().isEmpty()) return;
    byte[] plain = row.content().get().getBytes(UTF_8);
    Path parent = isFlat ? folder : folder.resolve(row.id().substring(0, 2));
    Files.createDirectories(parent);
    Files.write(
        parent.resolve(row.id()), encryption.isEmpty() ? plain : MadeUpKeyBag.encrypt(key, plain));
  }

  private static byte[] key(int number) {
    byte[] key = new byte[32];
    for (int i = 0; i < key.length; i++) key[i] = (byte) (number * 17 + i * 3 + 1);
    return key;
  }

  static void write(Path file, String plist) throws IOException {
    Files.writeString(file, PLIST.formatted(plist));
  }
}
