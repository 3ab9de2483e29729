package org.testigo.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.testigo.evidence.Container.Member;
import org.testigo.formats.bytes.ByteSource;

/// The files of one backup inside what was handed in: its own files such as `Info.plist`, and the
/// files of the device under their ids.
///
/// A file's id is the SHA-1 of `domain-path`, 40 lower-case hexadecimal digits. Since iOS 10 it
/// lies in a folder that is named for the first two; before, beside `Info.plist`.
final class BackupFiles implements AutoCloseable {
  private static final int ID_LENGTH = 40;

  private final Container container;
  private final String prefix;
  private final List<Member> members;
  private final int from;
  private final boolean hasFlat;
  private final boolean hasNested;
  private final Map<String, Integer> indexes;

  /// @param prefix the folder of the backup in the container, ending with `/`; empty where it is
  ///   the container itself
  BackupFiles(Container container, String prefix) {
    this.container = container;
    this.prefix = prefix;
    var all = container.members();
    from = firstBelow(all, prefix);
    int to = from;
    while (to < all.size() && all.get(to).name().startsWith(prefix)) to++;
    members = all.subList(from, to);
    hasFlat = anyFileOfTheDevice(ID_LENGTH);
    hasNested = anyFileOfTheDevice(ID_LENGTH + 3);
    indexes = HashMap.newHashMap(members.size());
    for (int i = 0; i < members.size(); i++) indexes.put(members.get(i).name(), i);
  }

  private static int firstBelow(List<Member> members, String prefix) {
    int first = 0;
    while (first < members.size() && !members.get(first).name().startsWith(prefix)) first++;
    return first;
  }

  private boolean anyFileOfTheDevice(int lengthOfName) {
    for (Member member : members) {
      String name = member.name();
      boolean hasLength = name.length() == prefix.length() + lengthOfName;
      if (hasLength && isFileOfTheDevice(name, prefix.length())) return true;
    }
    return false;
  }

  Container container() {
    return container;
  }

  int size() {
    return members.size();
  }

  /// The name as handed in.
  String name(int index) {
    return members.get(index).name();
  }

  /// The name relative to the backup.
  String nameInBackup(int index) {
    return name(index).substring(prefix.length());
  }

  long sizeBytes(int index) {
    return members.get(index).sizeBytes();
  }

  /// The bytes as handed in. The caller closes them.
  ByteSource open(int index) {
    return container.open(from + index);
  }

  /// The first bytes as handed in; fewer where the file ends before.
  byte[] start(int index, int length) {
    return container.start(from + index, length);
  }

  /// The index of the file of this name relative to the backup; -1 where there is none.
  int find(String nameInBackup) {
    return findHandedIn(nameInContainer(nameInBackup));
  }

  String nameInContainer(String nameInBackup) {
    return prefix.isEmpty() ? nameInBackup : prefix + nameInBackup;
  }

  /// The index of the file that was handed in under this name; -1 where there is none.
  int findHandedIn(String name) {
    return indexes.getOrDefault(name, -1);
  }

  /// The index of the file of the device with this id; -1 where there is none.
  ///
  /// @param id 40 hexadecimal digits
  int findId(String id) {
    int nested = hasNested ? find(nested(id)) : -1;
    return nested >= 0 || !hasFlat ? nested : find(id);
  }

  /// Under which name a file with this id would have been handed in.
  String nameOfId(String id) {
    return nameInContainer(hasFlat && !hasNested ? id : nested(id));
  }

  /// Whether it is a file of the device and not the backup's own.
  boolean isFileOfTheDevice(int index) {
    return isFileOfTheDevice(name(index), prefix.length());
  }

  boolean hasFilesOfTheDevice() {
    return hasFlat || hasNested;
  }

  private static String nested(String id) {
    return id.substring(0, 2) + '/' + id;
  }

  static boolean isId(String text) {
    return text.length() == ID_LENGTH && isIdAt(text, 0);
  }

  private static boolean isIdAt(String text, int from) {
    for (int i = from; i < from + ID_LENGTH; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) return false;
    }
    return true;
  }

  /// Whether a name is that of a file of the device: `3d/3d0d…` or `3d0d…`.
  ///
  /// @param from where the name begins
  static boolean isFileOfTheDevice(String name, int from) {
    int length = name.length() - from;
    if (length == ID_LENGTH) return isIdAt(name, from);
    return length == ID_LENGTH + 3
        && name.charAt(from + 2) == '/'
        && isIdAt(name, from + 3)
        && name.regionMatches(from, name, from + 3, 2);
  }

  @Override
  public void close() {
    container.close();
  }
}
