package org.testigo.samples.backup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.testigo.samples.formats.Bytes;

/// The keys of an encrypted backup. Every key follows from a name, so that two runs write the same
/// bytes; nothing here is secret.
///
/// The bag is a row of tag (4 letters), length (4 bytes big-endian) and value: first the head, then
/// for each protection class UUID, CLAS, WRAP, KTYP and WPKY, the class key wrapped (RFC 3394) with
/// the key of the password.
final class KeyBag {
  private static final int PROTECTION_CLASSES = 11;
  private static final int WRAPPED_WITH_PASSWORD = 2;
  private static final int BACKUP_BAG = 1;
  private static final int KEY_BYTES = 32;

  private final Encryption encryption;
  private final byte[] passwordKey;

  KeyBag(Encryption encryption) throws GeneralSecurityException {
    this.encryption = encryption;
    byte[] password = encryption.password().getBytes(StandardCharsets.UTF_8);
    if (encryption.hasOuterStage())
      password =
          Pbkdf2.derive("HmacSHA256", password, outerSalt(), encryption.outerRounds(), KEY_BYTES);
    passwordKey = Pbkdf2.derive("HmacSHA1", password, salt(), encryption.innerRounds(), KEY_BYTES);
  }

  /// What stands under `BackupKeyBag`.
  byte[] write() throws GeneralSecurityException {
    var out = new Bytes();
    number(out, "VERS", encryption.hasOuterStage() ? 5 : 3);
    number(out, "TYPE", BACKUP_BAG);
    field(out, "UUID", made("uuid", 16));
    field(out, "HMCK", made("hmck", 40));
    number(out, "WRAP", 0);
    field(out, "SALT", salt());
    number(out, "ITER", encryption.innerRounds());
    if (encryption.hasOuterStage()) {
      number(out, "DPWT", 0);
      number(out, "DPIC", encryption.outerRounds());
      field(out, "DPSL", outerSalt());
    }
    for (int protection = 1; protection <= PROTECTION_CLASSES; protection++)
      classKey(out, protection);
    return out.toArray();
  }

  private void classKey(Bytes out, int protection) throws GeneralSecurityException {
    field(out, "UUID", made("class uuid " + protection, 16));
    number(out, "CLAS", protection);
    number(out, "WRAP", WRAPPED_WITH_PASSWORD);
    number(out, "KTYP", 0);
    field(out, "WPKY", wrap(passwordKey, keyOfClass(protection)));
  }

  /// The key of a file, named so that it is always the same.
  static byte[] fileKey(String name) throws GeneralSecurityException {
    return made("file " + name, KEY_BYTES);
  }

  /// A file's key as the list of files keeps it: the class in four bytes, little-endian, then the
  /// wrapped key.
  static byte[] wrapped(int protection, byte[] fileKey) throws GeneralSecurityException {
    return new Bytes()
        .littleEndian(protection, 4)
        .bytes(wrap(keyOfClass(protection), fileKey))
        .toArray();
  }

  /// AES-256-CBC from a zero start, padded as PKCS#7 says.
  static Cipher encrypting(byte[] fileKey) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(fileKey, "AES"), new IvParameterSpec(new byte[16]));
    return cipher;
  }

  private static byte[] keyOfClass(int protection) throws GeneralSecurityException {
    return made("class key " + protection, KEY_BYTES);
  }

  private static byte[] wrap(byte[] with, byte[] key) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AESWrap");
    cipher.init(Cipher.WRAP_MODE, new SecretKeySpec(with, "AES"));
    return cipher.wrap(new SecretKeySpec(key, "AES"));
  }

  private static byte[] salt() throws GeneralSecurityException {
    return made("salt", 20);
  }

  private static byte[] outerSalt() throws GeneralSecurityException {
    return made("outer salt", 20);
  }

  private static byte[] made(String name, int count) throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-512");
    byte[] sum = digest.digest(("made-up " + name).getBytes(StandardCharsets.UTF_8));
    return Arrays.copyOf(sum, count);
  }

  private static void number(Bytes out, String tag, int value) {
    field(out, tag, new Bytes().bigEndian(value, 4).toArray());
  }

  private static void field(Bytes out, String tag, byte[] value) {
    out.ascii(tag).bigEndian(value.length, 4).bytes(value);
  }
}
