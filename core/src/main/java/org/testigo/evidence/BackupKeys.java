package org.testigo.evidence;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import org.testigo.evidence.EvidenceException.Cause;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.cbc.CbcSource;
import org.testigo.formats.keybag.ClassKeys;
import org.testigo.formats.keybag.KeyBag;
import org.testigo.formats.keybag.WrappedKey;
import org.testigo.model.MalformedException;
import org.testigo.model.MissingKeyException;

/// The keys of an encrypted backup, opened with its password. They are in memory only, until this
/// is closed.
final class BackupKeys implements AutoCloseable {
  private static final int SMALLEST_PAGE_BYTES = 512;

  private final ClassKeys classKeys;

  private BackupKeys(ClassKeys classKeys) {
    this.classKeys = classKeys;
  }

  /// Asks for the password only once it is certain that there is something to open with it.
  ///
  /// @param evidenceName what the password is for
  static BackupKeys open(BackupPlist manifest, Secrets secrets, String evidenceName)
      throws EvidenceException {
    var bag = keyBag(manifest);
    char[] password =
        secrets
            .password(evidenceName)
            .orElseThrow(() -> new EvidenceException(Cause.PASSWORD_NEEDED, evidenceName));
    try {
      return bag.open(password)
          .map(BackupKeys::new)
          .orElseThrow(() ->
              new EvidenceException(
                  Cause.PASSWORD_WRONG,
                  "it opens none of the %d protection classes".formatted(bag.classCount())));
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static KeyBag keyBag(BackupPlist manifest) throws EvidenceException {
    byte[] bytes = required(manifest, "BackupKeyBag");
    var bag = parse(bytes);
    if (bag.classCount() == 0) {
      throw new EvidenceException(
          Cause.KEYS_MISSING, "no key in BackupKeyBag hangs on the password");
    }
    if (bag.iterations() > KeyBag.ITERATIONS_AT_MOST) {
      throw new EvidenceException(
          Cause.LIMIT,
          "BackupKeyBag asks for %d rounds of key derivation, expected at most %d"
              .formatted(bag.iterations(), KeyBag.ITERATIONS_AT_MOST));
    }
    return bag;
  }

  private static byte[] required(BackupPlist manifest, String key) throws EvidenceException {
    var value = manifest.data(key);
    if (value.isPresent()) return value.get();
    throw new EvidenceException(
        Cause.KEYS_MISSING, manifest.state().orElse("Manifest.plist has no " + key));
  }

  private static KeyBag parse(byte[] bytes) throws EvidenceException {
    try {
      return KeyBag.parse(bytes);
    } catch (MalformedException e) {
      throw new EvidenceException(
          Cause.KEY_BAG_DAMAGED, "at offset %d: %s".formatted(e.offsetBytes(), e.detail()));
    }
  }

  /// The key of `Manifest.db`, 44 bytes as a backup keeps it.
  ///
  /// @throws EvidenceException when there is none, or it does not fit
  static byte[] listKey(BackupPlist manifest) throws EvidenceException {
    return required(manifest, "ManifestKey");
  }

  /// Decrypts a file where it is read.
  ///
  /// @param encrypted closed when the key does not fit, else together with what is given
  /// @param key 44 bytes as a backup keeps it
  /// @throws MissingKeyException when the key of its class is not there or does not fit
  ByteSource decrypt(ByteSource encrypted, byte[] key) {
    return decrypt(encrypted, key, CbcSource::padded);
  }

  /// The same for `Manifest.db`: iOS writes it in whole pages without padding, of at least 512
  /// bytes; other programs pad it.
  ByteSource decryptList(ByteSource encrypted, byte[] key) {
    boolean isPadded = encrypted.sizeBytes() % SMALLEST_PAGE_BYTES != 0;
    return decrypt(encrypted, key, isPadded ? CbcSource::padded : CbcSource::unpadded);
  }

  private ByteSource decrypt(
      ByteSource encrypted, byte[] key, BiFunction<ByteSource, byte[], CbcSource> decryption) {
    byte[] fileKey = new byte[0];
    Optional<ByteSource> decrypted = Optional.empty();
    try {
      fileKey = unwrap(key);
      decrypted = Optional.of(decryption.apply(encrypted, fileKey));
      return decrypted.get();
    } finally {
      Arrays.fill(fileKey, (byte) 0);
      if (decrypted.isEmpty()) encrypted.close();
    }
  }

  private byte[] unwrap(byte[] key) {
    byte[] unwrapped = classKeys.unwrap(parseKey(key));
    if (unwrapped.length == CbcSource.KEY_BYTES) return unwrapped;
    throw new MissingKeyException(
        "a key of %d bytes, expected %d".formatted(unwrapped.length, CbcSource.KEY_BYTES));
  }

  private static WrappedKey parseKey(byte[] key) {
    try {
      return WrappedKey.parse(key);
    } catch (MalformedException e) {
      throw new MissingKeyException(e.detail());
    }
  }

  @Override
  public void close() {
    classKeys.close();
  }
}
