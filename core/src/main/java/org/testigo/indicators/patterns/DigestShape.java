package org.testigo.indicators.patterns;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.testigo.indicators.patterns.ObjectPath.Property;
import org.testigo.indicators.patterns.ObjectPath.Step;

/// Whether a digest that a pattern asks for can be one of its algorithm.
final class DigestShape {
  /// Hexadecimal digits of the algorithms of the STIX vocabulary `hash-algorithm-ov`, without
  /// hyphens and in lower case.
  private static final Map<String, Integer> HEX_DIGITS =
      Map.of(
          "md5", 32,
          "sha1", 40,
          "sha224", 56,
          "sha256", 64,
          "sha384", 96,
          "sha512", 128,
          "sha3224", 56,
          "sha3256", 64,
          "sha3384", 96,
          "sha3512", 128);

  private DigestShape() {}

  /// What is wrong with the digest at a path such as `file:hashes.MD5`; empty where nothing is, or
  /// where the path leads to no digest.
  static Optional<String> flaw(ObjectPath path, String digest) {
    List<Step> steps = path.steps();
    int last = steps.size() - 1;
    if (last < 1 || !steps.get(last - 1).equals(new Property("hashes"))) return Optional.empty();
    return steps.get(last) instanceof Property(var algorithm)
        ? flaw(algorithm, digest)
        : Optional.empty();
  }

  private static Optional<String> flaw(String algorithm, String digest) {
    Integer digits = HEX_DIGITS.get(algorithm.replace("-", "").toLowerCase(Locale.ROOT));
    if (digits == null || isHex(digest, digits)) return Optional.empty();
    return Optional.of(
        "'%s' as %s digest, expected %d hexadecimal digits".formatted(digest, algorithm, digits));
  }

  private static boolean isHex(String digest, int digits) {
    return digest.length() == digits
        && digest.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
  }
}
