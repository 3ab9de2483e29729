package org.testigo.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/// Makes the name under which a pack is kept: letters, digits, `_`, `-` and one known extension.
///
/// The same source has the same name in every run, whatever else the index holds; a piece of the
/// digest of the source tells packs of one name apart, and keeps the name off those that Windows
/// reserves, such as `CON`.
final class PacksUpdateName {
  /// Those that tell the formats of packs; any other becomes part of the name.
  private static final Set<String> EXTENSIONS =
      Set.of("csv", "ioc", "json", "stix", "stix2", "tsv", "txt", "yaml", "yml");

  private static final int MAX_STEM_CHARACTERS = 60;
  private static final int DIGEST_CHARACTERS = 12;

  private PacksUpdateName() {}

  /// @param path where the index says that the pack lies
  /// @param source all that tells this pack from every other
  static String of(String path, String source) {
    int dot = path.lastIndexOf('.');
    var extension = path.substring(dot + 1).toLowerCase(Locale.ROOT);
    boolean isKnown = dot >= 0 && EXTENSIONS.contains(extension);
    var stem = stem(isKnown ? path.substring(0, dot) : path);
    return stem + "-" + digest(source) + (isKnown ? "." + extension : "");
  }

  private static String stem(String path) {
    var plain = path.replaceAll("[^A-Za-z0-9_]+", "-");
    var end = plain.substring(Math.max(0, plain.length() - MAX_STEM_CHARACTERS));
    var stem = end.replaceAll("^[-_]+|[-_]+$", "");
    return stem.isEmpty() ? "pack" : stem;
  }

  private static String digest(String source) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGEST_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
