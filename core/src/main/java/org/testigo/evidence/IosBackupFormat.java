package org.testigo.evidence;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.testigo.evidence.EvidenceException.Cause;

/// Recognises a backup of an iOS device: a folder, the folder above it, or an archive of either.
@AutoService(EvidenceFormat.class)
public final class IosBackupFormat implements EvidenceFormat {
  private static final int NAMES_SHOWN = 20;

  @Override
  public Optional<Evidence> open(Path input, Opening opening) throws EvidenceException {
    return Files.isDirectory(input) ? openFolder(input, opening) : Optional.empty();
  }

  private static Optional<Evidence> openFolder(Path input, Opening opening)
      throws EvidenceException {
    Path folder = real(input);
    var backups = BackupFolders.find(folder);
    if (backups.isEmpty()) return Optional.empty();
    var prefixes = backups.stream().map(backup -> prefix(folder, backup)).toList();
    String prefix = only(prefixes);
    return Optional.of(open(name(input), Folder.list(folder, backups.getFirst()), prefix, opening));
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

  private static Evidence open(String name, Container container, String prefix, Opening opening)
      throws EvidenceException {
    boolean isOpen = false;
    try {
      var backup = IosBackup.open(name, new BackupFiles(container, prefix), opening);
      isOpen = true;
      return backup;
    } finally {
      if (!isOpen) container.close();
    }
  }

  /// The last part of the path, also of `.`.
  private static String name(Path input) {
    return String.valueOf(real(input).getFileName());
  }
}
