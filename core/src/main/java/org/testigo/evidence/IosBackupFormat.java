package org.testigo.evidence;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.testigo.evidence.EvidenceException.Cause;
import org.testigo.model.LimitHitException;
import org.testigo.model.UnsupportedLayoutException;

/// Recognises a backup of an iOS device: a folder, the folder above it, or an archive of either.
@AutoService(EvidenceFormat.class)
public final class IosBackupFormat implements EvidenceFormat {
  private static final int NAMES_SHOWN = 20;

  @Override
  public Optional<Evidence> open(Path input, Opening opening) throws EvidenceException {
    return Files.isDirectory(input) ? openFolder(input, opening) : openArchive(input, opening);
  }

  private static Optional<Evidence> openArchive(Path input, Opening opening)
      throws EvidenceException {
    // A sysdiagnose has gigabytes: what it is shows at its beginning.
    if (OtherKinds.ofNames(Archive.namesAtStartOfGzip(input)).isPresent()) return Optional.empty();
    var archive = Archive.open(input, new Unpacking(opening.scratchFolder()));
    if (archive.isEmpty()) return Optional.empty();
    var container = archive.get();
    var prefixes = BackupPrefixes.find(container.members());
    if (prefixes.isEmpty()) {
      container.close();
      return Optional.empty();
    }
    return Optional.of(open(name(input), container, prefixes, opening));
  }

  private static Optional<Evidence> openFolder(Path input, Opening opening)
      throws EvidenceException {
    Path folder = real(input);
    var backups = BackupFolders.find(folder);
    if (backups.isEmpty()) return Optional.empty();
    var prefixes = backups.stream().map(backup -> prefix(folder, backup)).toList();
    only(prefixes);
    var container = Folder.list(folder, backups.getFirst());
    return Optional.of(open(name(input), container, prefixes, opening));
  }

  /// Links in the path that the examiner gave are followed, those inside the evidence are not.
  private static Path real(Path input) {
    try {
      return input.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String prefix(Path input, Path backup) {
    String below = input.relativize(backup).toString();
    return below.isEmpty() ? "" : below + '/';
  }

  private static String only(List<String> prefixes) throws EvidenceException {
    if (prefixes.size() == 1) return prefixes.getFirst();
    var shown = prefixes.stream().limit(NAMES_SHOWN).map(IosBackupFormat::withoutSlash).toList();
    throw new EvidenceException(Cause.SEVERAL, String.join(", ", shown));
  }

  private static String withoutSlash(String prefix) {
    return prefix.isEmpty() ? "." : prefix.substring(0, prefix.length() - 1);
  }

  private static Evidence open(
      String name, Container container, List<String> prefixes, Opening opening)
      throws EvidenceException {
    boolean isOpen = false;
    try {
      var backup = IosBackup.open(name, new BackupFiles(container, only(prefixes)), opening);
      isOpen = true;
      return backup;
    } catch (LimitHitException e) {
      throw new EvidenceException(Cause.LIMIT, e.detail());
    } catch (UnsupportedLayoutException e) {
      throw EvidenceException.notSupported(OtherKind.OTHER_ARCHIVE, e.detail());
    } finally {
      if (!isOpen) container.close();
    }
  }

  /// The last part of the path, also of `.`.
  private static String name(Path input) {
    return String.valueOf(real(input).getFileName());
  }
}
