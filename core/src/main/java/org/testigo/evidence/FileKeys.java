package org.testigo.evidence;

import java.util.List;
import java.util.Optional;
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

/// The keys of the files of an encrypted backup, each read from its row of `Manifest.db` when it is
/// asked for: column `file` is a keyed archive of an `MBFile`, whose `EncryptionKey` is 44 bytes.
final class FileKeys {
  private final Optional<Table> table;

  FileKeys(SqliteDatabase list) {
    table = list.table("Files").filter(files -> files.hasRowid() && files.hasColumn("file"));
  }

  /// The key as the backup keeps it.
  ///
  /// @throws MissingKeyException when the row does not give one
  byte[] of(long rowid) {
    var found = new Found();
    if (table.isPresent()) table.get().find(rowid, List.of("file"), found);
    return found.key.orElseThrow(() ->
        new MissingKeyException(
            "row %d of Manifest.db gives no key: %s".formatted(rowid, found.why)));
  }

  private static final class Found implements RowVisitor {
    private Optional<byte[]> key = Optional.empty();
    private String why = "it cannot be read";

    @Override
    public void row(Row row) {
      if (row.isNull(0)) {
        why = "its metadata is NULL";
        return;
      }
      try {
        key = encryptionKey(KeyedArchive.open(row.blob(0), Budget.unhurried()));
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

    private static Optional<byte[]> encryptionKey(KeyedArchive archive) {
      return archive.root() instanceof ArchivedValue.Named file
              && file.get("EncryptionKey").orElse(new ArchivedValue.Nothing())
                  instanceof ArchivedValue.Plain(PlistValue.Data data)
          ? Optional.of(data.bytes())
          : Optional.empty();
    }
  }
}
