package org.testigo.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.testigo.formats.bytes.ByteSource;

/// Digests of evidence.
public final class Digests {
  private static final int PIECE_BYTES = 1 << 16;

  private Digests() {}

  /// The SHA-256 of all bytes, lower-case hex; reads in small pieces, so the size does not matter.
  public static String sha256(ByteSource source) {
    var digest = sha256();
    byte[] piece = new byte[(int) Math.min(PIECE_BYTES, source.sizeBytes())];
    for (long offset = 0; offset < source.sizeBytes(); offset += piece.length) {
      int length = (int) Math.min(piece.length, source.sizeBytes() - offset);
      source.read(offset, piece, 0, length);
      digest.update(piece, 0, length);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
