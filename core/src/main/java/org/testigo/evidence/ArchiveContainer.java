package org.testigo.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.testigo.formats.archives.ArchiveMember;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.bytes.FileSource;
import org.testigo.model.Unreadable.Reason;

/// The files of an archive, each name once. Archives in it are files like others: never opened.
///
/// @param <T> what the archive calls a member
abstract class ArchiveContainer<T extends ArchiveMember> implements Container {
  private final Path path;
  private final Faults faults = new Faults();
  private final List<Member> members = new ArrayList<>();
  private final List<T> contents = new ArrayList<>();

  ArchiveContainer(Path path) {
    this.path = path;
  }

  private record Named<T>(Member member, T content) {}

  /// Takes the files among the members; tells of the others.
  final void take(List<T> all) {
    var files = new ArrayList<Named<T>>();
    for (T content : all) {
      String name = shortened(content.name());
      whyNotRead(content).ifPresent(why -> faults.add(Fault.of(Reason.UNSUPPORTED, name + why)));
      if (content.isFile()) files.add(new Named<>(new Member(name, content.sizeBytes()), content));
    }
    files.sort(Comparator.comparing(file -> file.member().name()));
    for (Named<T> file : files) add(file);
  }

  /// Of several members of one name the first is read, and the others are told of: two programs may
  /// disagree about which one counts.
  private void add(Named<T> file) {
    String name = file.member().name();
    if (!members.isEmpty() && members.getLast().name().equals(name)) {
      faults.add(
          Fault.of(
              Reason.MALFORMED, "several entries are named %s, the first is read".formatted(name)));
      return;
    }
    members.add(file.member());
    contents.add(file.content());
  }

  /// As the same files have in a folder: `tar` puts `./` in front, some programs part with `\\`.
  private static String shortened(String name) {
    String parted = name.indexOf('\\') < 0 ? name : name.replace('\\', '/');
    return parted.startsWith("./") ? parted.substring(2) : parted;
  }

  /// What to tell of a member that is neither a file nor a folder.
  abstract Optional<String> whyNotRead(T content);

  abstract ByteSource open(T content);

  abstract byte[] start(T content, int length);

  @Override
  public final List<Member> members() {
    return members;
  }

  @Override
  public final Faults faults() {
    return faults;
  }

  @Override
  public final ByteSource open(int index) {
    return open(contents.get(index));
  }

  @Override
  public final byte[] start(int index, int length) {
    return start(contents.get(index), length);
  }

  @Override
  public final Optional<ByteSource> bytes() {
    try {
      return Optional.of(new FileSource(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
