package org.testigo.formats.keybag;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Writes the key bag of a made-up backup, and keys and files that it opens. Salts and keys are
/// fixed, so that equal calls give equal bytes.
public final class MadeUpKeyBag {
  /// Key bags as iOS writes them since 10.2, and as it did before.
  public enum Generation {
    BEFORE_10_2,
    SINCE_10_2
  }

  public static final int CLASSES = 11;
  private static final byte[] SALT = "salt of second stage".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FIRST_SALT =
      "salt of first stage!".getBytes(StandardCharsets.US_ASCII);
  private static final int ITERATIONS = 10;
  private static final int FIRST_ITERATIONS = 100;

  private final Generation generation;
  private final byte[] passwordKey;

  public MadeUpKeyBag(Generation generation, String password) {
    this.generation = generation;
    byte[] stage = password.getBytes(StandardCharsets.UTF_8);
    if (generation == Generation.SINCE_10_2)
      stage = Pbkdf2.derive("HmacSHA256", stage, FIRST_SALT, FIRST_ITERATIONS, 32);
    passwordKey = Pbkdf2.derive("HmacSHA1", stage, SALT, ITERATIONS, 32);
  }

  /// What stands under `BackupKeyBag`.
  public byte[] bytes() {
    var out = new ByteArrayOutputStream();
    writeHead(out);
    for (int i = 1; i <= CLASSES; i++) writeClass(out, i, 2);
    return out.toByteArray();
  }

  void writeHead(ByteArrayOutputStream out) {
    item(out, "VERS", number(3));
    item(out, "TYPE", number(1));
    item(out, "UUID", new byte[16]);
    item(out, "HMCK", new byte[40]);
    item(out, "WRAP", number(0));
    item(out, "SALT", SALT);
    item(out, "ITER", number(ITERATIONS));
    if (generation == Generation.BEFORE_10_2) return;
    item(out, "DPWT", number(0));
    item(out, "DPIC", number(FIRST_ITERATIONS));
    item(out, "DPSL", FIRST_SALT);
  }

  /// @param wrap 1 for a key that hangs on the device alone, 2 on the password
  void writeClass(ByteArrayOutputStream out, int protectionClass, int wrap) {
    item(out, "UUID", key(100 + protectionClass, 16));
    item(out, "CLAS", number(protectionClass));
    item(out, "WRAP", number(wrap));
    item(out, "KTYP", number(0));
    item(out, "WPKY", wrap(passwordKey, classKey(protectionClass)));
  }

  static void item(ByteArrayOutputStream out, String tag, byte[] value) {
    out.writeBytes(tag.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(number(value.length));
    out.writeBytes(value);
  }

  static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  static byte[] classKey(int protectionClass) {
    return key(protectionClass, 32);
  }

  private static byte[] key(int seed, int length) {
    byte[] key = new byte[length];
    for (int i = 0; i < length; i++) key[i] = (byte) (seed * 37 + i * 11);
    return key;
  }

  /// What stands under `ManifestKey` or `EncryptionKey` for a file's key.
  public static byte[] wrappedKey(int protectionClass, byte[] fileKey) {
    byte[] wrapped = wrap(classKey(protectionClass), fileKey);
    return ByteBuffer.allocate(4 + wrapped.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(protectionClass)
        .put(wrapped)
        .array();
  }

  /// A file as the backup holds it.
  public static byte[] encrypt(byte[] fileKey, byte[] plain) {
    int padding = 16 - plain.length % 16;
    byte[] padded = Arrays.copyOf(plain, plain.length + padding);
    Arrays.fill(padded, plain.length, padded.length, (byte) padding);
    return encryptBlocks(fileKey, padded);
  }

  /// Whole blocks as they are, without padding.
  public static byte[] encryptBlocks(byte[] fileKey, byte[] blocks) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(fileKey, "AES"),
          new IvParameterSpec(new byte[16]));
      return cipher.doFinal(blocks);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] wrap(byte[] key, byte[] secret) {
    try {
      Cipher cipher = Cipher.getInstance("AES/KW/NoPadding");
      cipher.init(Cipher.WRAP_MODE, new SecretKeySpec(key, "AES"));
      return cipher.wrap(new SecretKeySpec(secret, "AES"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
