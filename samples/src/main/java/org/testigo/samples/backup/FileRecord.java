package org.testigo.samples.backup;

import org.jspecify.annotations.Nullable;
import org.testigo.samples.formats.Dict;
import org.testigo.samples.formats.KeyedArchive;

/// The column `file` of the list of files: an MBFile as NSKeyedArchiver writes it. Times are Unix
/// seconds.
final class FileRecord {
  /// The class that iOS gives most files: readable after the first unlock.
  static final int PROTECTION_CLASS = 3;

  private static final int REGULAR = 0100000;
  private static final int DIRECTORY = 0040755;
  private static final int LINK = 0120755;

  private FileRecord() {}

  /// @param wrappedKey of an encrypted backup
  static byte[] ofFile(
      String path, FileFacts facts, long size, long inode, byte @Nullable [] wrappedKey) {
    var archive = new KeyedArchive();
    Dict file = common(archive, path, facts, inode, REGULAR | facts.mode(), size, PROTECTION_CLASS);
    if (wrappedKey != null) {
      Dict data =
          Dict.of(
              "$class",
              archive.classOf("NSMutableData", "NSData", "NSObject"),
              "NS.data",
              wrappedKey);
      file = file.with("EncryptionKey", archive.add(data));
    }
    return archive.write(file);
  }

  static byte[] ofFolder(String path, FileFacts facts, long inode) {
    var archive = new KeyedArchive();
    return archive.write(common(archive, path, facts, inode, DIRECTORY, 0, 0));
  }

  static byte[] ofLink(String path, String target, FileFacts facts, long inode) {
    var archive = new KeyedArchive();
    Dict link = common(archive, path, facts, inode, LINK, 0, 0);
    return archive.write(link.with("Target", archive.add(target)));
  }

  private static Dict common(
      KeyedArchive archive,
      String path,
      FileFacts facts,
      long inode,
      int mode,
      long size,
      int protection) {
    return Dict.of(
        "LastModified", facts.lastModified().getEpochSecond(),
        "Flags", 0,
        "GroupID", facts.userId(),
        "$class", archive.classOf("MBFile", "NSObject"),
        "LastStatusChange", facts.lastStatusChange().getEpochSecond(),
        "RelativePath", archive.add(path),
        "Birth", facts.birth().getEpochSecond(),
        "Size", size,
        "InodeNumber", inode,
        "Mode", mode,
        "UserID", facts.userId(),
        "ProtectionClass", protection);
  }
}
