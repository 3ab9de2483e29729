package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.List;
import org.testigo.artifacts.ArtifactFixture;
import org.testigo.formats.keyedarchive.KeyedArchiveBytes;

/// The `Manifest.db` of a made-up backup: a folder, a file and a link.
@AutoService(ArtifactFixture.class)
public final class ManifestFixture implements ArtifactFixture {
  /// 2024-03-01T12:00:00Z.
  static final long BIRTH = 1_709_294_400L;

  static final long MODIFIED = BIRTH + 60;
  static final long CHANGED = BIRTH + 120;

  @Override
  public String artifactId() {
    return "ios.manifest";
  }

  @Override
  public List<File> files() {
    return List.of(file("three-files", threeFiles().bytes()));
  }

  static File file(String layout, byte[] content) {
    return File.of(layout, "", "Manifest.db", content);
  }

  static MadeUpDatabase empty() {
    return new MadeUpDatabase(
        "CREATE TABLE Files (fileID TEXT PRIMARY KEY, domain TEXT, relativePath TEXT, flags"
            + " INTEGER, file BLOB)",
        "CREATE INDEX FilesDomainIdx ON Files(domain)",
        "CREATE TABLE Properties (key TEXT PRIMARY KEY, value BLOB)");
  }

  static MadeUpDatabase threeFiles() {
    var database = empty();
    add(database, "f0", "Library", 2, record(0, 040755));
    add(database, "f1", "Library/SMS/sms.db", 1, record(28_672, 0100644));
    add(database, "f2", "Library/Caches", 4, record(0, 0120755));
    return database;
  }

  static void add(MadeUpDatabase database, String id, String path, int flags, byte[] record) {
    database.run("INSERT INTO Files VALUES (?, 'HomeDomain', ?, ?, ?)", id, path, flags, record);
  }

  static byte[] record(long size, long mode) {
    var archive = new KeyedArchiveBytes();
    var fields = new LinkedHashMap<String, Object>();
    fields.put("LastModified", MODIFIED);
    fields.put("LastStatusChange", CHANGED);
    fields.put("Birth", BIRTH);
    fields.put("Size", size);
    fields.put("Mode", mode);
    fields.put("UserID", 501);
    return archive.with(archive.add("MBFile", fields));
  }
}
