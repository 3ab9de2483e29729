package org.testigo.detections.fingerprints;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The files of a folder that comes with the program, found without a list of them: beside this
/// class, in a folder of classes or in the program's jar.
final class BundledFiles {
  private BundledFiles() {}

  /// The content of each file by its name.
  ///
  /// @param folder beside this class, such as `rules`
  static SortedMap<String, byte[]> in(String folder) {
    // As text: the place is only read, never opened as an address.
    String here = String.valueOf((Object) BundledFiles.class.getResource("BundledFiles.class"));
    try {
      return here.startsWith("jar:") ? fromJar(here, folder) : fromFolder(here, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder, e);
    }
  }

  private static SortedMap<String, byte[]> fromJar(String here, String folder) throws IOException {
    int divider = here.indexOf("!/");
    var jar = Path.of(URI.create(here.substring("jar:".length(), divider)));
    String inside = here.substring(divider + 2);
    String prefix = inside.substring(0, inside.lastIndexOf('/') + 1) + folder + "/";
    var files = new TreeMap<String, byte[]>();
    try (var zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (!entry.getName().startsWith(prefix) || entry.isDirectory()) continue;
        try (var in = zip.getInputStream(entry)) {
          files.put(entry.getName().substring(prefix.length()), in.readAllBytes());
        }
      }
    }
    return files;
  }

  private static SortedMap<String, byte[]> fromFolder(String here, String folder)
      throws IOException {
    var files = new TreeMap<String, byte[]>();
    var path = Path.of(URI.create(here)).resolveSibling(folder);
    try (var all = Files.list(path)) {
      for (Path file : all.filter(Files::isRegularFile).toList())
        files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }
    return files;
  }
}
