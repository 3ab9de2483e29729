package org.testigo.artifacts.ios;

import java.util.OptionalLong;
import java.util.stream.Stream;
import org.testigo.formats.plist.BinaryKind;
import org.testigo.formats.plist.BinaryPlist;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;

/// What the column `file` of a list of files records of one file: a keyed archive of an `MBFile`,
/// read in place, since a backup holds as many as it has files.
final class ManifestRecord {
  /// The fields that are wanted.
  enum Field {
    BIRTH("Birth"),
    LAST_MODIFIED("LastModified"),
    LAST_STATUS_CHANGE("LastStatusChange"),
    SIZE("Size"),
    MODE("Mode"),
    USER_ID("UserID");

    private static final String[] NAMES =
        Stream.of(values()).map(field -> field.key).toArray(String[]::new);

    private final String key;

    Field(String key) {
      this.key = key;
    }

    /// The name as it stands in the record.
    String key() {
      return key;
    }
  }

  private final BinaryPlist list;
  private final int[] fields = new int[Field.NAMES.length];

  private ManifestRecord(BinaryPlist list, int file) {
    this.list = list;
    list.find(file, Field.NAMES, fields);
  }

  /// @throws MalformedException when it is no keyed archive of an object with fields
  static ManifestRecord open(byte[] bytes, Budget budget) {
    var list = BinaryPlist.open(bytes, budget);
    long index = list.uid(find(list, find(list, list.top(), "$top"), "root"));
    int objects = find(list, list.top(), "$objects");
    int count = list.count(objects);
    if (index >= count) {
      throw new MalformedException(-1, "root is object %d of %d".formatted(index, count));
    }
    int file = list.element(objects, (int) index);
    if (list.kind(file) != BinaryKind.DICTIONARY) {
      throw new MalformedException(-1, "root is %s, expected fields".formatted(list.kind(file)));
    }
    return new ManifestRecord(list, file);
  }

  private static int find(BinaryPlist list, int dictionary, String key) {
    int found = list.find(dictionary, key);
    if (found < 0) throw new MalformedException(-1, "no %s, expected it".formatted(key));
    return found;
  }

  /// A field that is a whole number; empty where there is none.
  ///
  /// @throws MalformedException when it is none
  OptionalLong whole(Field field) {
    int found = fields[field.ordinal()];
    return found < 0 ? OptionalLong.empty() : OptionalLong.of(list.whole(found));
  }
}
