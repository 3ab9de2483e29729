package org.testigo.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.MalformedException;

/// Bytes that are too many for memory, in a file that only this run can read: encrypted with
/// AES-256-CTR under a random key that never leaves the memory, and deleted when closed. A file
/// that a crash leaves behind is noise.
final class ScratchFile implements ByteSource {
  private static final int BLOCK_BYTES = 16;

  private final FileChannel channel;
  private final SecretKeySpec key;
  private final Cipher cipher;
  private long sizeBytes;
  private Optional<MalformedException> fault = Optional.empty();

  /// @param channel of an empty file, closed with this
  ScratchFile(FileChannel channel) {
    this.channel = channel;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, "AES");
    cipher = aesCtr();
  }

  private static Cipher aesCtr() {
    try {
      return Cipher.getInstance("AES/CTR/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has AES-CTR", e);
    }
  }

  static ScratchFile in(Path folder) {
    try {
      Path path = Files.createTempFile(folder, ".testigo-", ".scratch");
      return new ScratchFile(
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void append(byte[] plain) {
    write(crypt(sizeBytes, plain, 0, plain.length), sizeBytes);
    sizeBytes += plain.length;
  }

  /// The same, with what is wrong with the bytes as a whole.
  ScratchFile finished(Optional<MalformedException> damage) {
    fault = damage;
    return this;
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
    byte[] encrypted = new byte[length];
    readFully(offsetBytes, encrypted);
    byte[] plain = crypt(offsetBytes, encrypted, 0, length);
    System.arraycopy(plain, 0, into, from, length);
  }

  private void readFully(long offsetBytes, byte[] into) {
    var buffer = ByteBuffer.wrap(into);
    try {
      while (buffer.hasRemaining()) {
        int count = channel.read(buffer, offsetBytes + buffer.position());
        if (count < 0) throw new IOException("the scratch file was cut by somebody else");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(byte[] encrypted, long offsetBytes) {
    var buffer = ByteBuffer.wrap(encrypted);
    try {
      while (buffer.hasRemaining()) channel.write(buffer, offsetBytes + buffer.position());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The counter starts at 0 with the file, so that any place can be read on its own; the key is
  /// used for one file only.
  private byte[] crypt(long offsetBytes, byte[] bytes, int from, int length) {
    byte[] counter = ByteBuffer.allocate(BLOCK_BYTES).putLong(8, offsetBytes / BLOCK_BYTES).array();
    try {
      cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(counter));
      cipher.update(new byte[(int) (offsetBytes % BLOCK_BYTES)]);
      return cipher.doFinal(bytes, from, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-CTR takes any bytes", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
