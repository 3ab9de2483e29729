package org.testigo.detections;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.testigo.model.FindingClass;

/// Ids of findings: the same for the same finding in every run, so that two cases can be compared.
final class FindingId {
  /// 32 bits tell some thousand findings of one detection apart.
  private static final int DIGEST_BYTES = 4;

  private FindingId() {}

  /// The detection's id and eight hex digits of the SHA-256 over detection, class and group.
  ///
  /// @param group what the observations of the finding have in common
  static String of(String detection, FindingClass findingClass, String group) {
    byte[] named =
        String.join("|", detection, findingClass.word(), group).getBytes(StandardCharsets.UTF_8);
    return detection + "-" + HexFormat.of().formatHex(sha256(named), 0, DIGEST_BYTES);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
