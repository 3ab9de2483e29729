package org.testigo.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Finds backups among folders of this machine: the folder that was handed in, or those right below
/// it, as they lie in `MobileSync/Backup`.
final class BackupFolders {
  private static final int FOLDERS_LOOKED_AT = 10_000;

  private BackupFolders() {}

  /// The folders that are backups, in the order of their names.
  static List<Path> find(Path input) {
    if (isBackup(input)) return List.of(input);
    var found = new ArrayList<Path>();
    for (Path folder : foldersIn(input)) if (isBackup(folder)) found.add(folder);
    found.sort(null);
    return found;
  }

  /// Whether a content list lies there, or what else only a backup has.
  private static boolean isBackup(Path folder) {
    boolean hasList = has(folder, "Manifest.db") || has(folder, "Manifest.mbdb");
    if (hasList) return true;
    boolean hasPlists =
        Stream.of("Info.plist", "Manifest.plist", "Status.plist")
                .filter(name -> has(folder, name))
                .count()
            >= 2;
    return hasPlists || hasFileOfADevice(folder);
  }

  private static boolean has(Path folder, String name) {
    return Files.isRegularFile(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean hasFileOfADevice(Path folder) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      int looked = 0;
      for (Path entry : entries) {
        if (looked++ > FOLDERS_LOOKED_AT) return false;
        String name = fileName(entry);
        if (BackupFiles.isId(name)) return true;
        if (name.matches("[0-9a-f]{2}") && hasIdIn(entry)) return true;
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean hasIdIn(Path folder) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      var first = entries.iterator();
      return first.hasNext()
          && BackupFiles.isFileOfTheDevice(fileName(folder) + '/' + fileName(first.next()), 0);
    } catch (IOException e) {
      return false;
    }
  }

  private static List<Path> foldersIn(Path input) {
    var folders = new ArrayList<Path>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(input)) {
      for (Path entry : entries) {
        if (folders.size() >= FOLDERS_LOOKED_AT) break;
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) folders.add(entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folders;
  }

  private static String fileName(Path path) {
    return String.valueOf(path.getFileName());
  }
}
