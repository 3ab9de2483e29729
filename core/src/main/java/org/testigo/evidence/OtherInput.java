package org.testigo.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.evidence.EvidenceException.Cause;

/// Says what something is that no format opens.
final class OtherInput {
  private static final int NAMES_LOOKED_AT = 10_000;
  private static final int START_BYTES = 4096;

  private OtherInput() {}

  static EvidenceException describe(Path input) {
    String name = String.valueOf(input.getFileName());
    var kind = Files.isDirectory(input) ? OtherKinds.ofNames(names(input)) : ofFile(input, name);
    if (kind.isPresent()) return EvidenceException.notSupported(kind.get(), name);
    return Files.isDirectory(input)
        ? EvidenceException.notSupported(OtherKind.UNKNOWN_CONTENT, name)
        : new EvidenceException(Cause.NOT_RECOGNISED, name);
  }

  /// The names in the folder and in the folders right below it.
  private static List<String> names(Path folder) {
    var names = new ArrayList<String>();
    add(folder, "", names);
    for (String name : List.copyOf(names)) {
      Path below = folder.resolve(name);
      if (Files.isDirectory(below)) add(below, name + '/', names);
    }
    return names;
  }

  private static void add(Path folder, String prefix, List<String> names) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (names.size() >= NAMES_LOOKED_AT) return;
        names.add(prefix + entry.getFileName());
      }
    } catch (IOException e) {
      // A folder that cannot be listed tells nothing of what was handed in.
      return;
    }
  }

  private static Optional<OtherKind> ofFile(Path input, String name) {
    try (InputStream in = Files.newInputStream(input)) {
      return OtherKinds.ofStart(name, in.readNBytes(START_BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
