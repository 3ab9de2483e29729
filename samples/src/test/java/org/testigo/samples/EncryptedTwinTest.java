package org.testigo.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.cbc.CbcSource;
import org.testigo.formats.keybag.ClassKeys;
import org.testigo.formats.keybag.KeyBag;
import org.testigo.formats.keybag.WrappedKey;
import org.testigo.formats.plist.Plist;
import org.testigo.formats.plist.PlistValue;
import org.testigo.formats.plist.PlistValue.Dictionary;
import org.testigo.model.Budget;
import org.testigo.samples.backup.Encryption;

class EncryptedTwinTest {
  private static final String PASSWORD = "contraseña ✓";
  private static final int MOST = 1 << 24;

  @TempDir Path folder;

  @Test
  void opensWithItsPasswordAndHoldsTheFilesOfTheCleanOne() throws Exception {
    assertThat(decrypted(Encryption.quick(PASSWORD), true)).isEqualTo(clean());
  }

  @Test
  void opensInTheOlderLayoutWithItsListInPlain() throws Exception {
    assertThat(decrypted(Encryption.quick(PASSWORD).beforeIos102(), false)).isEqualTo(clean());
    assertThat(manifest().dictionary("Lockdown").orElseThrow().text("ProductVersion"))
        .contains("10.1.1");
  }

  @Test
  void refusesAnotherPassword() throws Exception {
    MadeUpPhone.writeTo(
        folder.resolve("twin"), Variant.IMPLANT.encrypted(Encryption.quick(PASSWORD)));
    assertThat(bag().classCount()).isEqualTo(11);
    assertThat(bag().open("contrasena".toCharArray())).isEmpty();
  }

  /// Every file of the encrypted twin by its id, in plain.
  private Map<String, String> decrypted(Encryption encryption, boolean isListEncrypted)
      throws Exception {
    Path twin = folder.resolve("twin");
    MadeUpPhone.writeTo(twin, Variant.IMPLANT.encrypted(encryption));
    var files = new TreeMap<String, String>();
    try (ClassKeys keys = bag().open(PASSWORD.toCharArray()).orElseThrow()) {
      Path list = twin.resolve("Manifest.db");
      assertThat(manifest().data("ManifestKey").isPresent()).isEqualTo(isListEncrypted);
      if (isListEncrypted)
        Files.write(list, plain(keys, manifest().data("ManifestKey").orElseThrow(), list));
      for (Map.Entry<String, byte[]> row : fileRecords(list).entrySet())
        files.put(
            row.getKey(),
            Folders.digest(plain(keys, keyOf(row.getValue()), place(twin, row.getKey()))));
    }
    return files;
  }

  private Map<String, String> clean() throws Exception {
    Path clean = folder.resolve("clean");
    MadeUpPhone.writeTo(clean, Variant.IMPLANT);
    var files = new TreeMap<String, String>();
    for (String id : fileRecords(clean.resolve("Manifest.db")).keySet())
      files.put(id, Folders.digest(Files.readAllBytes(place(clean, id))));
    assertThat(files).hasSize(88);
    return files;
  }

  private static byte[] plain(ClassKeys keys, byte[] wrapped, Path file) throws Exception {
    byte[] key = keys.unwrap(WrappedKey.parse(wrapped));
    try (var source = CbcSource.padded(ByteSource.of(Files.readAllBytes(file)), key)) {
      assertThat(source.fault()).isEmpty();
      return source.readAll(MOST);
    }
  }

  /// The key in a keyed archive: object 1 points at the object that holds it.
  private static byte[] keyOf(byte[] fileRecord) {
    var archive = (Dictionary) Plist.parse(fileRecord, Budget.unhurried());
    var objects = archive.array("$objects").orElseThrow().values();
    var uid = (PlistValue.Uid) ((Dictionary) objects.get(1)).get("EncryptionKey").orElseThrow();
    return ((Dictionary) objects.get((int) uid.index())).data("NS.data").orElseThrow();
  }

  private static Map<String, byte[]> fileRecords(Path list) throws Exception {
    var records = new TreeMap<String, byte[]>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + list);
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT fileID, file FROM Files WHERE flags = 1")) {
      while (result.next()) records.put(result.getString(1), result.getBytes(2));
    }
    return records;
  }

  private KeyBag bag() throws Exception {
    return KeyBag.parse(manifest().data("BackupKeyBag").orElseThrow());
  }

  private Dictionary manifest() throws Exception {
    byte[] bytes = Files.readAllBytes(folder.resolve("twin/Manifest.plist"));
    return (Dictionary) Plist.parse(bytes, Budget.unhurried());
  }

  private static Path place(Path backup, String id) {
    return backup.resolve(id.substring(0, 2)).resolve(id);
  }
}
