package org.testigo.app;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.testigo.indicators.PackReport;
import org.testigo.indicators.Packs;

/// The folder in which packs are kept, readable by its owner only.
///
/// A pack gets its name when it is whole and loads; until then it starts with `.partial-` and the
/// number of the process that writes it, so that the next run can tell what a killed one left from
/// what another is writing. One that does not load ends in `.refused`, beside the one that it
/// should have replaced.
final class PacksUpdateFolder implements AutoCloseable {
  private static final String PARTIAL = ".partial-";
  private static final String REFUSED = ".refused";
  private static final Pattern WRITTEN_BY = Pattern.compile("\\.partial-([0-9]{1,18})-.*");

  private final Path folder;
  private final boolean isDryRun;
  private final List<Path> leftovers = new ArrayList<>();
  private boolean isSwept;

  /// @param isDryRun whether packs are only compared: then they pass through a folder that is gone
  ///   afterwards
  PacksUpdateFolder(Path folder, boolean isDryRun) {
    this.folder = folder;
    this.isDryRun = isDryRun;
  }

  /// Makes an empty file for what is not whole yet.
  Path begin(String name) throws IOException {
    var start = PARTIAL + ProcessHandle.current().pid() + "-";
    Path partial = Files.createTempFile(stage(), start, "-" + name);
    partial.toFile().deleteOnExit();
    leftovers.addFirst(partial);
    return partial;
  }

  private Path stage() throws IOException {
    if (!isDryRun) {
      Files.createDirectories(folder, ownerOnly());
      if (!isSwept) removeLeftByKilledRuns();
      isSwept = true;
      return folder;
    }
    Path stage = Files.createTempDirectory("testigo-packs");
    stage.toFile().deleteOnExit();
    leftovers.addFirst(stage);
    return stage;
  }

  private void removeLeftByKilledRuns() throws IOException {
    try (var files = Files.newDirectoryStream(folder, PacksUpdateFolder::isLeftByKilledRun)) {
      for (Path file : files) Files.deleteIfExists(file);
    }
  }

  /// This run has written nothing yet, so its own number is that of a run that has ended.
  private static boolean isLeftByKilledRun(Path file) {
    var writer = WRITTEN_BY.matcher(String.valueOf(file.getFileName()));
    if (!writer.matches()) return false;
    long number = Long.parseLong(writer.group(1));
    return number == ProcessHandle.current().pid() || ProcessHandle.of(number).isEmpty();
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  /// Compares a whole file with what is kept under its name, and keeps it where it loads.
  PacksUpdateChange keep(Path partial, String name) throws IOException {
    Path kept = folder.resolve(name);
    var now = report(partial);
    if (!now.loaded()) {
      move(partial, folder.resolve(name + REFUSED));
      return new PacksUpdateChange.Refused(now);
    }
    var change = compare(kept, now);
    if (!(change instanceof PacksUpdateChange.Unchanged)) move(partial, kept);
    if (!isDryRun) Files.deleteIfExists(folder.resolve(name + REFUSED));
    return change;
  }

  private static PacksUpdateChange compare(Path kept, PackReport now) {
    if (!Files.isRegularFile(kept)) return new PacksUpdateChange.Added(now);
    var before = report(kept);
    return before.sha256().equals(now.sha256())
        ? new PacksUpdateChange.Unchanged(now)
        : new PacksUpdateChange.Updated(before, now);
  }

  private static PackReport report(Path file) {
    return Packs.load(List.of(file)).packs().getFirst();
  }

  private void move(Path partial, Path target) throws IOException {
    if (!isDryRun) Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Removes what did not get a name.
  @Override
  public void close() throws IOException {
    for (Path leftover : leftovers) Files.deleteIfExists(leftover);
  }
}
