package org.testigo.formats.cbc;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.MalformedException;

/// The plain bytes of a file that is encrypted with AES-256-CBC under an initialisation vector of
/// zeros, as the files of an iOS backup are.
///
/// Any place can be read on its own: the vector of a block is the encrypted block before it. What
/// was decrypted last is kept, so that reading onwards and reading around the same pages cost one
/// decryption. Closing overwrites it.
///
/// Only the padding, which follows PKCS#7, says where a file ends; the size that a backup records
/// for a database is often wrong. Where the padding is bad, or the file is cut inside a block,
/// every whole block is given and [#fault()] says so. A file without any byte is empty, not
/// damaged: whoever needs content misses it.
public final class CbcSource implements ByteSource {
  private static final int BLOCK_BYTES = 16;

  /// The size of a key.
  public static final int KEY_BYTES = 32;

  /// Small pieces: the JVM decrypts them several times faster than megabytes in one call.
  private static final int PIECE_BYTES = 1 << 14;

  private static final int PIECES_KEPT = 64;

  private final ByteSource encrypted;
  private final SecretKeySpec key;
  private final Cipher cipher;
  private final long wholeBlocksBytes;
  private final long sizeBytes;
  private final Optional<MalformedException> fault;
  private final byte[] input = new byte[BLOCK_BYTES + PIECE_BYTES];
  private final long[] pieceKept = new long[PIECES_KEPT];
  private final byte[][] kept = new byte[PIECES_KEPT][];

  private CbcSource(ByteSource encrypted, byte[] key, boolean isPadded) {
    if (key.length != KEY_BYTES) throw new IllegalArgumentException(key.length + " bytes of key");
    this.encrypted = encrypted;
    this.key = new SecretKeySpec(key, "AES");
    this.cipher = aesCbc();
    Arrays.fill(pieceKept, -1);
    wholeBlocksBytes = encrypted.sizeBytes() / BLOCK_BYTES * BLOCK_BYTES;
    int padding = isPadded ? paddingBytes() : 0;
    fault = end(isPadded && padding == 0);
    sizeBytes = wholeBlocksBytes - padding;
  }

  /// A file that ends with padding.
  ///
  /// @param encrypted closed together with this source
  /// @param key 32 bytes; copied, so the caller can overwrite them
  public static CbcSource padded(ByteSource encrypted, byte[] key) {
    return new CbcSource(encrypted, key, true);
  }

  /// A file of whole blocks without padding.
  ///
  /// @param encrypted closed together with this source
  /// @param key 32 bytes; copied, so the caller can overwrite them
  public static CbcSource unpadded(ByteSource encrypted, byte[] key) {
    return new CbcSource(encrypted, key, false);
  }

  private static Cipher aesCbc() {
    try {
      return Cipher.getInstance("AES/CBC/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has AES-CBC", e);
    }
  }

  /// How many bytes the last block is padded with, 1 to 16; 0 where the end is damaged.
  private int paddingBytes() {
    if (wholeBlocksBytes == 0 || wholeBlocksBytes != encrypted.sizeBytes()) return 0;
    byte[] last = lastBlock();
    int padding = last[BLOCK_BYTES - 1];
    if (padding < 1 || padding > BLOCK_BYTES) return 0;
    for (int i = BLOCK_BYTES - padding; i < BLOCK_BYTES; i++) if (last[i] != padding) return 0;
    return padding;
  }

  private byte[] lastBlock() {
    long offset = wholeBlocksBytes - BLOCK_BYTES;
    byte[] piece = piece(offset / PIECE_BYTES);
    int at = (int) (offset % PIECE_BYTES);
    return Arrays.copyOfRange(piece, at, at + BLOCK_BYTES);
  }

  private Optional<MalformedException> end(boolean lacksPadding) {
    if (wholeBlocksBytes != encrypted.sizeBytes()) {
      return Optional.of(
          new MalformedException(
              wholeBlocksBytes,
              "the encrypted file has %d bytes, expected a multiple of %d"
                  .formatted(encrypted.sizeBytes(), BLOCK_BYTES)));
    }
    if (!lacksPadding || wholeBlocksBytes == 0) return Optional.empty();
    return Optional.of(
        new MalformedException(
            wholeBlocksBytes - BLOCK_BYTES,
            "the last block ends with 0x%02x, expected padding of 0x01 to 0x10"
                .formatted(lastBlock()[BLOCK_BYTES - 1])));
  }

  @Override
  public long sizeBytes() {
    return sizeBytes;
  }

  @Override
  public Optional<MalformedException> fault() {
    return fault;
  }

  @Override
  public void read(long offsetBytes, byte[] into, int from, int length) {
    require(offsetBytes, length);
    for (int done = 0; done < length; ) {
      long offset = offsetBytes + done;
      byte[] piece = piece(offset / PIECE_BYTES);
      int at = (int) (offset % PIECE_BYTES);
      int count = Math.min(PIECE_BYTES - at, length - done);
      System.arraycopy(piece, at, into, from + done, count);
      done += count;
    }
  }

  private byte[] piece(long number) {
    int slot = (int) (number % PIECES_KEPT);
    if (kept[slot] == null) kept[slot] = new byte[PIECE_BYTES];
    if (pieceKept[slot] != number) {
      pieceKept[slot] = -1;
      decrypt(number * PIECE_BYTES, kept[slot]);
      pieceKept[slot] = number;
    }
    return kept[slot];
  }

  /// Reads the piece together with the block before it, which is its initialisation vector; before
  /// the first block stand zeros.
  private void decrypt(long offsetBytes, byte[] into) {
    int length = (int) Math.min(PIECE_BYTES, wholeBlocksBytes - offsetBytes);
    if (offsetBytes == 0) {
      Arrays.fill(input, 0, BLOCK_BYTES, (byte) 0);
      encrypted.read(0, input, BLOCK_BYTES, length);
    } else {
      encrypted.read(offsetBytes - BLOCK_BYTES, input, 0, BLOCK_BYTES + length);
    }
    try {
      cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(input, 0, BLOCK_BYTES));
      cipher.doFinal(input, BLOCK_BYTES, length, into, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-CBC over whole blocks of a key of 32 bytes", e);
    }
  }

  @Override
  public void close() {
    for (byte[] piece : kept) if (piece != null) Arrays.fill(piece, (byte) 0);
    Arrays.fill(pieceKept, -1);
    encrypted.close();
  }
}
