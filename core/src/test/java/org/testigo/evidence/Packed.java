package org.testigo.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.testigo.formats.archives.TarBytes;

/// Packs a folder as people do.
final class Packed {
  private Packed() {}

  /// @param method of [ZipOutputStream]
  /// @param prefix in front of every name, such as `backup/`
  static Path zip(Path folder, Path into, int method, String prefix) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(into))) {
      for (Path file : files(folder)) {
        byte[] bytes = Files.readAllBytes(file);
        var entry = new ZipEntry(prefix + folder.relativize(file));
        entry.setMethod(method);
        entry.setSize(bytes.length);
        var crc32 = new CRC32();
        crc32.update(bytes);
        entry.setCrc(crc32.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
      }
    }
    return into;
  }

  static Path tar(Path folder, Path into, String prefix) throws IOException {
    return Files.write(into, tar(folder, prefix));
  }

  static Path tarGz(Path folder, Path into, String prefix) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(into))) {
      out.write(tar(folder, prefix));
    }
    return into;
  }

  private static byte[] tar(Path folder, String prefix) throws IOException {
    var tar = new TarBytes();
    for (Path file : files(folder))
      tar.file(prefix + folder.relativize(file), Files.readAllBytes(file));
    return tar.bytes();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
