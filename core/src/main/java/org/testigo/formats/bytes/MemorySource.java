package org.testigo.formats.bytes;

import org.testigo.model.MalformedException;

/// Bytes in memory.
final class MemorySource implements ByteSource {
  private final byte[] bytes;

  MemorySource(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long sizeBytes() {
    return bytes.length;
  }

  @Override
  public void read(long offsetBytes, byte[] into, int from, int length) {
    if (offsetBytes < 0 || length > bytes.length - offsetBytes) {
      throw new MalformedException(
          offsetBytes, "%d bytes wanted, the source ends at %d".formatted(length, bytes.length));
    }
    System.arraycopy(bytes, (int) offsetBytes, into, from, length);
  }

  @Override
  public void close() {}
}
