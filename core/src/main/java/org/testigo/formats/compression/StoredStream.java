package org.testigo.formats.compression;

import java.io.IOException;

/// Bytes that are not compressed, as they are.
final class StoredStream extends DecompressedStream {
  StoredStream(PackedInput input) {
    super(input);
  }

  @Override
  int unpack(byte[] into, int from, int length) throws IOException {
    if (!input.has(1)) return -1;
    int count = Math.min(length, input.limit - input.position);
    System.arraycopy(input.bytes, input.position, into, from, count);
    input.position += count;
    return count;
  }
}
