package org.testigo.samples.backup;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Derives a key from a password; RFC 8018 section 5.2. The JDK's own takes characters only, and
/// the second stage of a backup takes bytes.
final class Pbkdf2 {
  private Pbkdf2() {}

  /// @param algorithm such as `HmacSHA256`
  static byte[] derive(String algorithm, byte[] password, byte[] salt, int rounds, int keyBytes)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(password, algorithm));
    byte[] key = new byte[keyBytes];
    for (int at = 0, block = 1; at < keyBytes; at += mac.getMacLength(), block++) {
      byte[] sum = block(mac, salt, block, rounds);
      System.arraycopy(sum, 0, key, at, Math.min(sum.length, keyBytes - at));
    }
    return key;
  }

  private static byte[] block(Mac mac, byte[] salt, int number, int rounds)
      throws GeneralSecurityException {
    mac.update(salt);
    mac.update(
        new byte[] {
          (byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number
        });
    byte[] round = mac.doFinal();
    byte[] sum = round.clone();
    for (int i = 1; i < rounds; i++) {
      mac.update(round);
      mac.doFinal(round, 0);
      for (int b = 0; b < sum.length; b++) sum[b] ^= round[b];
    }
    return sum;
  }
}
