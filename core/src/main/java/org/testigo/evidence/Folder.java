package org.testigo.evidence;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.bytes.FileSource;
import org.testigo.model.Unreadable.Reason;

/// A folder of this machine with everything below it. Symbolic links are named and never followed.
final class Folder implements Container {
  private static final int DEPTH_AT_MOST = 32;
  private static final int FILES_AT_MOST = 2_000_000;

  private final Path root;
  private final List<Member> members;
  private final Faults faults;

  private Folder(Path root, List<Member> members, Faults faults) {
    this.root = root;
    this.members = members;
    this.faults = faults;
  }

  /// Looks at the folders right below at the same time: most of the time goes into asking the
  /// system for a hundred thousand sizes.
  ///
  /// @param root what was handed in: names are relative to it
  /// @param listed the folder in it, or itself, that is listed
  /// @throws EvidenceException when it holds more files than are listed
  static Folder list(Path root, Path listed) throws EvidenceException {
    var count = new AtomicInteger();
    var top = new Walk(root, count, true);
    top.walk(listed, 1);
    var walks = new ArrayList<Walk>(List.of(top));
    walks.addAll(top.folders.parallelStream().map(folder -> below(root, count, folder)).toList());
    if (count.get() > FILES_AT_MOST) {
      throw new EvidenceException(
          EvidenceException.Cause.LIMIT,
          "more than %,d files in a folder".formatted(FILES_AT_MOST));
    }
    var members = new ArrayList<Member>(count.get());
    var faults = new Faults();
    for (Walk walk : walks) {
      members.addAll(walk.members);
      faults.addAll(walk.faults);
    }
    members.sort(Comparator.comparing(Member::name));
    faults.sort();
    return new Folder(root, members, faults);
  }

  private static Walk below(Path root, AtomicInteger count, Path folder) {
    var walk = new Walk(root, count, false);
    walk.walk(folder, DEPTH_AT_MOST);
    return walk;
  }

  /// Gathers the files below one folder.
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final int rootLength;
    private final AtomicInteger count;
    private final boolean isTop;
    private final List<Member> members = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final Faults faults = new Faults();

    /// @param isTop whether the folders right below are only gathered
    Walk(Path root, AtomicInteger count, boolean isTop) {
      this.rootLength = root.resolve("x").toString().length() - 1;
      this.count = count;
      this.isTop = isTop;
    }

    void walk(Path folder, int depth) {
      try {
        Files.walkFileTree(folder, Set.of(), depth, this);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (isTop && attributes.isDirectory()) {
        folders.add(file);
      } else if (attributes.isRegularFile()) {
        members.add(new Member(name(file), attributes.size()));
        count.incrementAndGet();
      } else {
        faults.add(Fault.of(Reason.UNSUPPORTED, notRead(name(file), attributes)));
      }
      return count.get() > FILES_AT_MOST ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      faults.add(Fault.of(Reason.IO, "%s could not be listed: %s".formatted(name(file), e)));
      return FileVisitResult.CONTINUE;
    }

    /// Cut out of the text, since asking the path for it a hundred thousand times takes a while.
    private String name(Path file) {
      String text = file.toString();
      String name = text.length() < rootLength ? "" : text.substring(rootLength);
      return File.separatorChar == '/' ? name : name.replace(File.separatorChar, '/');
    }
  }

  private static String notRead(String name, BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) return name + " is a symbolic link, which is not followed";
    if (attributes.isDirectory())
      return "%s lies more than %d folders deep".formatted(name, DEPTH_AT_MOST);
    return name + " is neither a file nor a folder";
  }

  @Override
  public List<Member> members() {
    return members;
  }

  @Override
  public Faults faults() {
    return faults;
  }

  @Override
  public ByteSource open(int index) {
    try {
      return FileSource.notFollowingLinks(root.resolve(members.get(index).name()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] start(int index, int length) {
    try (var source = open(index)) {
      return source.start(length);
    }
  }

  @Override
  public Optional<ByteSource> bytes() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
