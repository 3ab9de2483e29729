package org.testigo.evidence;

import java.util.List;
import java.util.Optional;
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
  private final boolean isFlat;

  /// @param prefix the folder of the backup in the container, ending with `/`; empty where it is
  ///   the container itself
  BackupFiles(Container container, String prefix) {
    this.container = container;
    this.prefix = prefix;
    var all = container.members();
    from = firstNotBefore(all, prefix);
    // U+FFFF is no character, so it comes after every name that begins with the prefix.
    int to = prefix.isEmpty() ? all.size() : firstNotBefore(all, prefix + '\uffff');
    members = all.subList(from, to);
    isFlat = isFlat(members, prefix.length());
  }

  private static boolean isFlat(List<Member> members, int prefixLength) {
    boolean anyFlat = false;
    for (Member member : members) {
      String name = member.name();
      if (idOf(name, prefixLength).isEmpty()) continue;
      if (name.length() > prefixLength + ID_LENGTH) return false;
      anyFlat = true;
    }
    return anyFlat;
  }

  private static int firstNotBefore(List<Member> members, String name) {
    int low = 0;
    int high = members.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (members.get(middle).name().compareTo(name) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
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
    int index = firstNotBefore(members, name);
    return index < members.size() && members.get(index).name().equals(name) ? index : -1;
  }

  /// The index of the file of the device with this id; -1 where there is none.
  ///
  /// @param id 40 hexadecimal digits
  int findId(String id) {
    int nested = find(id.substring(0, 2) + '/' + id);
    return nested >= 0 ? nested : find(id);
  }

  /// Under which name a file with this id would have been handed in.
  String nameOfId(String id) {
    return nameInContainer(isFlat ? id : id.substring(0, 2) + '/' + id);
  }

  /// The id of a file of the device; empty for a file of the backup's own.
  Optional<String> id(int index) {
    return idOf(name(index), prefix.length());
  }

  boolean hasFilesOfTheDevice() {
    for (Member member : members) if (idOf(member.name(), prefix.length()).isPresent()) return true;
    return false;
  }

  static boolean isId(String text) {
    if (text.length() != ID_LENGTH) return false;
    for (int i = 0; i < ID_LENGTH; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) return false;
    }
    return true;
  }

  /// The id that a name gives to a file of the device: `3d/3d0d…` or `3d0d…`.
  static Optional<String> idOf(String name, int from) {
    int length = name.length() - from;
    if (length == ID_LENGTH) {
      String id = name.substring(from);
      return isId(id) ? Optional.of(id) : Optional.empty();
    }
    if (length != ID_LENGTH + 3 || name.charAt(from + 2) != '/') return Optional.empty();
    String id = name.substring(from + 3);
    return isId(id) && name.startsWith(id.substring(0, 2), from)
        ? Optional.of(id)
        : Optional.empty();
  }

  @Override
  public void close() {
    container.close();
  }
}
