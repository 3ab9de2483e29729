package org.testigo.formats.quic;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The keys of a connection's first packets in one direction. They come from the destination id of
/// the client's first packet, so they hide nothing from who sees that packet.
///
/// Not safe for several threads.
public final class InitialKeys {
  private static final int KEY_BYTES = 16;
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int SAMPLE_BYTES = 16;
  private static final int SECRET_BYTES = 32;

  private final SecretKeySpec key;
  private final byte[] iv;
  private final Cipher headerCipher;

  private InitialKeys(SecretKeySpec key, byte[] iv, Cipher headerCipher) {
    this.key = key;
    this.iv = iv;
    this.headerCipher = headerCipher;
  }

  /// The keys of what the client sends.
  public static InitialKeys ofClient(QuicVersion version, byte[] firstDestinationId) {
    return of(version, firstDestinationId, "client in");
  }

  /// The keys of what the server sends.
  public static InitialKeys ofServer(QuicVersion version, byte[] firstDestinationId) {
    return of(version, firstDestinationId, "server in");
  }

  private static InitialKeys of(QuicVersion version, byte[] id, String side) {
    try {
      var initial = hmac(version.saltBytes(), id);
      var secret = expand(initial, side, SECRET_BYTES);
      var key = new SecretKeySpec(expand(secret, version.labels() + " key", KEY_BYTES), "AES");
      var header = new SecretKeySpec(expand(secret, version.labels() + " hp", KEY_BYTES), "AES");
      var headerCipher = Cipher.getInstance("AES/ECB/NoPadding");
      headerCipher.init(Cipher.ENCRYPT_MODE, header);
      return new InitialKeys(key, expand(secret, version.labels() + " iv", IV_BYTES), headerCipher);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HMAC-SHA256 and AES", e);
    }
  }

  private static byte[] hmac(byte[] key, byte[]... parts) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    for (byte[] part : parts) mac.update(part);
    return mac.doFinal();
  }

  /// HKDF-Expand-Label of RFC 8446 with an empty context; 32 bytes at most, so one round.
  private static byte[] expand(byte[] secret, String label, int length)
      throws GeneralSecurityException {
    var name = ("tls13 " + label).getBytes(StandardCharsets.US_ASCII);
    var info = new byte[name.length + 5];
    info[1] = (byte) length;
    info[2] = (byte) name.length;
    System.arraycopy(name, 0, info, 3, name.length);
    info[info.length - 1] = 1;
    return Arrays.copyOf(hmac(secret, info), length);
  }

  /// The frames of a first packet.
  ///
  /// @return empty where the keys do not fit: another connection's packet, or damage
  public Optional<byte[]> open(byte[] bytes, int from, QuicPacket packet) {
    int number = packet.numberOffset();
    if (number + 4 + SAMPLE_BYTES > packet.end()) return Optional.empty();
    try {
      byte[] mask = headerCipher.update(bytes, number + 4, SAMPLE_BYTES);
      byte[] header = Arrays.copyOfRange(bytes, from, number + 4);
      header[0] ^= (byte) (mask[0] & 0x0f);
      int numberBytes = (header[0] & 3) + 1;
      byte[] nonce = iv.clone();
      for (int i = 0; i < numberBytes; i++) {
        int at = header.length - 4 + i;
        header[at] ^= mask[1 + i];
        nonce[IV_BYTES - numberBytes + i] ^= header[at];
      }
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(header, 0, header.length - 4 + numberBytes);
      int start = number + numberBytes;
      return Optional.of(cipher.doFinal(bytes, start, packet.end() - start));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a first packet of " + packet.end(), e);
    }
  }
}
