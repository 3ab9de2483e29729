package org.testigo.evidence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.testigo.formats.keyedarchive.ArchivedValue;
import org.testigo.formats.keyedarchive.KeyedArchive;
import org.testigo.formats.plist.PlistValue;
import org.testigo.formats.sqlite.Row;
import org.testigo.formats.sqlite.RowVisitor;
import org.testigo.formats.sqlite.SqliteDatabase;
import org.testigo.formats.sqlite.Table;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;
import org.testigo.model.MissingKeyException;
import org.testigo.model.UnsupportedLayoutException;

/// What the content list records of single files, each read from its row of `Manifest.db` when it
/// is asked for: column `file` is a keyed archive of an `MBFile`, whose `EncryptionKey` is 44 bytes
/// and whose `Size` counts bytes.
final class FileRecords {
  private final Optional<Table> table;

  FileRecords(SqliteDatabase list) {
    table = list.table("Files").filter(files -> files.hasRowid() && files.hasColumn("file"));
  }

  /// The key as an encrypted backup keeps it.
  ///
  /// @throws MissingKeyException when the row does not give one
  byte[] key(long rowid) {
    var found = find(rowid);
    return found.key.orElseThrow(() ->
        new MissingKeyException(
            "row %d of Manifest.db gives no key: %s".formatted(rowid, found.why)));
  }

  /// The size before encryption; empty where the row does not give one.
  OptionalLong sizeBytes(long rowid) {
    return find(rowid).sizeBytes;
  }

  private Found find(long rowid) {
    var found = new Found();
    if (table.isPresent()) table.get().find(rowid, List.of("file"), found);
    return found;
  }

  private static final class Found implements RowVisitor {
    private Optional<byte[]> key = Optional.empty();
    private OptionalLong sizeBytes = OptionalLong.empty();
    private String why = "it cannot be read";

    @Override
    public void row(Row row) {
      if (row.isNull(0)) {
        why = "its metadata is NULL";
        return;
      }
      try {
        read(KeyedArchive.open(row.blob(0), Budget.unhurried()));
        why = "its metadata holds no EncryptionKey";
      } catch (MalformedException e) {
        why = e.detail();
      } catch (UnsupportedLayoutException e) {
        why = e.detail();
      }
    }

    @Override
    public void damaged(MalformedException damage) {
      why = damage.detail();
    }

    private void read(KeyedArchive archive) {
      if (!(archive.root() instanceof ArchivedValue.Named file)) return;
      if (value(file, "EncryptionKey") instanceof ArchivedValue.Plain(PlistValue.Data data))
        key = Optional.of(data.bytes());
      if (value(file, "Size") instanceof ArchivedValue.Plain(PlistValue.Whole size))
        sizeBytes = size.asLong();
    }

    private static ArchivedValue value(ArchivedValue.Named file, String field) {
      return file.get(field).orElse(new ArchivedValue.Nothing());
    }
  }
}
