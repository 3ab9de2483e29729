package org.testigo.formats.keybag;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/// PBKDF2 of RFC 8018 over bytes. The one of the JDK takes characters only, and the second stage of
/// an iOS key bag starts from 32 arbitrary bytes.
final class Pbkdf2 {
  private Pbkdf2() {}

  /// @param macAlgorithm such as `HmacSHA256`
  /// @param iterations at least 1
  static byte[] derive(
      String macAlgorithm, byte[] password, byte[] salt, long iterations, int lengthBytes) {
    if (iterations < 1) throw new IllegalArgumentException(iterations + " iterations");
    try {
      Mac mac = Mac.getInstance(macAlgorithm);
      // HMAC fills its key up with zero bytes, so one zero byte stands for the empty password that
      // SecretKeySpec refuses.
      mac.init(new SecretKeySpec(password.length == 0 ? new byte[1] : password, macAlgorithm));
      byte[] derived = new byte[lengthBytes];
      for (int block = 1, at = 0; at < lengthBytes; block++, at += mac.getMacLength()) {
        byte[] sum = block(mac, salt, iterations, block);
        System.arraycopy(sum, 0, derived, at, Math.min(sum.length, lengthBytes - at));
        Arrays.fill(sum, (byte) 0);
      }
      return derived;
    } catch (NoSuchAlgorithmException | InvalidKeyException | ShortBufferException e) {
      throw new IllegalStateException("this Java runtime lacks " + macAlgorithm, e);
    }
  }

  /// One block: the exclusive or of the chain that starts with the salt and the block's number (4
  /// bytes, big-endian, from 1).
  private static byte[] block(Mac mac, byte[] salt, long iterations, int number)
      throws ShortBufferException {
    mac.update(salt);
    mac.update(
        new byte[] {
          (byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number
        });
    byte[] link = mac.doFinal();
    byte[] sum = link.clone();
    for (long i = 1; i < iterations; i++) next(mac, link, sum);
    Arrays.fill(link, (byte) 0);
    return sum;
  }

  private static void next(Mac mac, byte[] link, byte[] sum) throws ShortBufferException {
    mac.update(link);
    mac.doFinal(link, 0);
    for (int i = 0; i < sum.length; i++) sum[i] ^= link[i];
  }
}
