package org.testigo.formats.keybag;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.testigo.model.MalformedException;

/// The key of a file as a backup keeps it: wrapped with the key of a protection class.
///
/// | offset | size | meaning |
/// |---|---|---|
/// | 0 | 4 | protection class, little-endian |
/// | 4 | 40 | the key of 32 bytes, wrapped as RFC 3394 says |
///
/// It stands in `Manifest.plist` under `ManifestKey` and in each row of `Manifest.db` under
/// `EncryptionKey`.
public final class WrappedKey {
  static final int WRAPPED_BYTES = 40;
  private static final int SIZE_BYTES = 4 + WRAPPED_BYTES;

  private final int protectionClass;
  private final byte[] wrapped;

  WrappedKey(int protectionClass, byte[] wrapped) {
    this.protectionClass = protectionClass;
    this.wrapped = wrapped.clone();
  }

  /// @throws MalformedException when it has not 44 bytes
  public static WrappedKey parse(byte[] bytes) {
    if (bytes.length != SIZE_BYTES) {
      throw new MalformedException(
          0, "a wrapped key of %d bytes, expected %d".formatted(bytes.length, SIZE_BYTES));
    }
    int protectionClass = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
    return new WrappedKey(protectionClass, Arrays.copyOfRange(bytes, 4, SIZE_BYTES));
  }

  /// From 1 on, as Apple Platform Security numbers them.
  public int protectionClass() {
    return protectionClass;
  }

  byte[] wrapped() {
    return wrapped.clone();
  }

  @Override
  public String toString() {
    return "a key of protection class " + protectionClass;
  }
}
