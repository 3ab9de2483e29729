package org.testigo.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Compares folders.
final class Folders {
  private Folders() {}

  /// The SHA-256 of every file under a folder.
  static Map<String, String> digests(Path folder) throws IOException, NoSuchAlgorithmException {
    var digests = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(folder.relativize(file).toString(), digest(Files.readAllBytes(file)));
      }
    }
    return digests;
  }

  /// The SHA-256 as lower-case hex.
  static String digest(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
