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

  static EvidenceException describe(Path input) throws EvidenceException {
    String name = String.valueOf(input.getFileName());
    if (Files.isDirectory(input)) return ofNames(names(input), name);
    var atStart = Archive.namesAtStartOfGzip(input);
    if (OtherKinds.ofNames(atStart).isPresent()) return ofNames(atStart, name);
    var archive = Archive.open(input, new Unpacking(Optional.empty()));
    if (archive.isEmpty()) return ofFile(input, name);
    try (var container = archive.get()) {
      return ofNames(Archive.names(container), name);
    }
  }

  private static EvidenceException ofNames(List<String> names, String name) {
    var kind = OtherKinds.ofNames(names).orElse(OtherKind.UNKNOWN_CONTENT);
    return EvidenceException.notSupported(kind, name);
  }

  private static EvidenceException ofFile(Path input, String name) {
    return OtherKinds.ofStart(name, start(input))
        .map(kind -> EvidenceException.notSupported(kind, name))
        .orElseGet(() -> new EvidenceException(Cause.NOT_RECOGNISED, name));
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

  private static byte[] start(Path input) {
    try (InputStream in = Files.newInputStream(input)) {
      return in.readNBytes(START_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
