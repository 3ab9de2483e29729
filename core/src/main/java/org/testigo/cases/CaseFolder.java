package org.testigo.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The new folder in which one case is kept: readable by its owner only, written by one run, never
/// inside the evidence.
///
/// A file gets its name when it is whole; until then it ends in `.partial`, and closing the folder
/// removes what is not whole.
public final class CaseFolder implements AutoCloseable {
  private static final String LOCK = ".lock";
  private static final String PARTIAL = ".partial";
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path folder;
  private final FileChannel lockChannel;
  private final boolean isNew;
  private final List<Path> partials = new ArrayList<>();

  private CaseFolder(Path folder, boolean isNew, FileChannel lockChannel) {
    this.folder = folder;
    this.isNew = isNew;
    this.lockChannel = lockChannel;
  }

  /// Why a folder cannot take a case.
  public static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Cause cause;

    /// What is in the way.
    public enum Cause {
      NOT_EMPTY,
      NOT_A_FOLDER,
      INSIDE_EVIDENCE,
      LOCKED
    }

    RefusedException(Cause cause, Path folder) {
      super(cause + ": " + folder);
      this.cause = cause;
    }

    public Cause reason() {
      return cause;
    }
  }

  /// Makes the folder, or takes an empty one.
  ///
  /// @param evidence what will be examined; nothing is written into it
  /// @throws RefusedException when the folder is not empty, lies in the evidence or is taken by
  ///   another run
  public static CaseFolder create(Path folder, Path evidence) throws IOException, RefusedException {
    return create(folder, List.of(evidence));
  }

  /// The same for several pieces of evidence.
  public static CaseFolder create(Path folder, List<Path> evidence)
      throws IOException, RefusedException {
    for (Path each : evidence)
      refuse(isInside(folder, each), RefusedException.Cause.INSIDE_EVIDENCE, folder);
    boolean isNew = !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    if (!isNew) {
      refuse(!Files.isDirectory(folder), RefusedException.Cause.NOT_A_FOLDER, folder);
      refuse(!isEmpty(folder), otherRun(folder), folder);
    }
    Files.createDirectories(folder, permissions("rwx------"));
    if (POSIX) Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    return new CaseFolder(folder, isNew, lock(folder));
  }

  private static void refuse(boolean isInTheWay, RefusedException.Cause cause, Path folder)
      throws RefusedException {
    if (isInTheWay) throw new RefusedException(cause, folder);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }

  private static RefusedException.Cause otherRun(Path folder) throws IOException {
    var file = folder.resolve(LOCK);
    if (!Files.exists(file)) return RefusedException.Cause.NOT_EMPTY;
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return tryLock(channel) == null
          ? RefusedException.Cause.LOCKED
          : RefusedException.Cause.NOT_EMPTY;
    }
  }

  private static FileChannel lock(Path folder) throws IOException, RefusedException {
    var options = java.util.Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var channel = FileChannel.open(folder.resolve(LOCK), options, permissions("rw-------"));
    if (tryLock(channel) == null) {
      channel.close();
      throw new RefusedException(RefusedException.Cause.LOCKED, folder);
    }
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /// Whether the folder, or the nearest folder above it that exists, lies in the evidence.
  private static boolean isInside(Path folder, Path evidence) throws IOException {
    if (!Files.isDirectory(evidence)) return false;
    Path existing = folder.toAbsolutePath().normalize();
    while (!Files.exists(existing) && existing.getParent() != null) existing = existing.getParent();
    return existing.toRealPath().startsWith(evidence.toRealPath());
  }

  public Path path() {
    return folder;
  }

  /// Begins a file; it appears under its name when it is kept.
  public OutputStream begin(String name) throws IOException {
    var partial = folder.resolve(name + PARTIAL);
    partials.add(partial);
    Files.createFile(partial, permissions("rw-------"));
    return Files.newOutputStream(partial, StandardOpenOption.WRITE);
  }

  /// Reads a closed file that has no name yet, for what is written in two steps.
  public InputStream reread(String name) throws IOException {
    return Files.newInputStream(folder.resolve(name + PARTIAL));
  }

  /// Gives a whole and closed file its name.
  public void keep(String name) throws IOException {
    var partial = folder.resolve(name + PARTIAL);
    Files.move(partial, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    partials.remove(partial);
  }

  private static FileAttribute<?>[] permissions(String letters) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(letters))
        }
        : new FileAttribute<?>[0];
  }

  /// Removes what is not whole, and the lock; and the folder, where this run made it and nothing is
  /// in it.
  @Override
  public void close() throws IOException {
    for (Path partial : partials) Files.deleteIfExists(partial);
    lockChannel.close();
    Files.deleteIfExists(folder.resolve(LOCK));
    if (isNew && Files.isDirectory(folder) && isEmpty(folder)) Files.delete(folder);
  }
}
