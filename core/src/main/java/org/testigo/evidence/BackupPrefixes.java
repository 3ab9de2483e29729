package org.testigo.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.testigo.evidence.Container.Member;

/// Finds backups among the names in an archive.
final class BackupPrefixes {
  private static final Set<String> LISTS = Set.of("Manifest.db", "Manifest.mbdb");
  private static final Set<String> PLISTS = Set.of("Info.plist", "Manifest.plist", "Status.plist");
  private static final int DEPTH_AT_MOST = 4;

  private BackupPrefixes() {}

  /// The folders that are backups, each ending with `/`, or empty for the archive itself; in order.
  static List<String> find(List<Member> members) {
    var lists = new TreeSet<String>();
    var ids = new TreeSet<String>();
    Map<String, Integer> plists = new HashMap<>();
    for (Member member : members) {
      String name = member.name();
      String folder = folder(name);
      String last = name.substring(folder.length());
      if (LISTS.contains(last)) lists.add(folder);
      else if (PLISTS.contains(last)) plists.merge(folder, 1, Integer::sum);
      else if (BackupFiles.isId(last)) ids.add(backupOf(folder, last));
    }
    var found = new TreeSet<>(lists);
    plists.forEach((folder, count) -> {
      if (count > 1) found.add(folder);
    });
    return outermost(found.isEmpty() ? ids : found);
  }

  private static String folder(String name) {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }

  /// Of `x/3d/` with id `3d0d…` it is `x/`.
  private static String backupOf(String folder, String id) {
    String own = id.substring(0, 2) + '/';
    boolean isNested = folder.equals(own) || folder.endsWith('/' + own);
    return isNested ? folder.substring(0, folder.length() - own.length()) : folder;
  }

  /// Backups that were interrupted hold the parts of another in a folder of theirs.
  private static List<String> outermost(Set<String> sorted) {
    var outermost = new ArrayList<String>();
    for (String folder : sorted) {
      boolean isDeep = folder.chars().filter(c -> c == '/').count() > DEPTH_AT_MOST;
      boolean isInside = outermost.stream().anyMatch(folder::startsWith);
      if (!isDeep && !isInside) outermost.add(folder);
    }
    return outermost;
  }
}
