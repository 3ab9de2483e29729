package org.testigo.formats.keybag;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.testigo.model.MissingKeyException;

/// The keys of the protection classes, in the clear. Closing overwrites them.
public final class ClassKeys implements AutoCloseable {
  private final TreeMap<Integer, byte[]> keys;

  ClassKeys(Map<Integer, byte[]> keys) {
    this.keys = new TreeMap<>(keys);
  }

  /// Unwraps the key of a file. The caller overwrites it after use.
  ///
  /// @throws MissingKeyException when the key of its class is not there or does not fit
  public byte[] unwrap(WrappedKey key) {
    byte[] classKey = keys.get(key.protectionClass());
    if (classKey == null) {
      throw new MissingKeyException(
          "%s, expected one of the classes %s that the key bag opens"
              .formatted(key, keys.keySet()));
    }
    return unwrap(classKey, key.wrapped())
        .orElseThrow(() ->
            new MissingKeyException(key + " does not fit the key of its class in the key bag"));
  }

  /// Undoes the key wrap of RFC 3394; empty where its check value says that the key is another.
  static Optional<byte[]> unwrap(byte[] key, byte[] wrapped) {
    try {
      Cipher cipher = Cipher.getInstance("AES/KW/NoPadding");
      cipher.init(Cipher.UNWRAP_MODE, new SecretKeySpec(key, "AES"));
      return Optional.of(cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded());
    } catch (InvalidKeyException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime lacks the AES key wrap", e);
    }
  }

  @Override
  public void close() {
    for (byte[] key : keys.values()) Arrays.fill(key, (byte) 0);
    keys.clear();
  }
}
