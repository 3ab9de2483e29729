package org.testigo.formats.bytes;

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
    require(offsetBytes, length);
    System.arraycopy(bytes, (int) offsetBytes, into, from, length);
  }

  @Override
  public void close() {}
}
