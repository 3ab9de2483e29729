package org.testigo.formats.compression;

import java.io.IOException;
import org.testigo.model.MalformedException;

/// What the index of an xz stream must say. Blocks may be any number: only a hash of their sizes is
/// kept.
///
/// Layout: 0 (1), how many blocks, for each its packed and unpacked size, zeros up to fours, CRC-32
/// (4).
final class XzIndex {
  private static final String WHAT = "the index of an xz stream";

  private final XxHash64 hash = new XxHash64();
  private long count;

  void add(long packedBytes, long contentBytes) {
    count++;
    add(hash, packedBytes, contentBytes);
  }

  private static void add(XxHash64 hash, long packedBytes, long contentBytes) {
    byte[] bytes = new byte[16];
    PackedInput.LONG.set(bytes, 0, packedBytes);
    PackedInput.LONG.set(bytes, 8, contentBytes);
    hash.update(bytes, 0, bytes.length);
  }

  void compare(PackedInput input) throws IOException {
    long start = input.offset();
    var numbers = new XzVarint(input, WHAT);
    var found = new XxHash64();
    numbers.number8();
    long noted = numbers.next();
    for (long i = 0; i < Math.min(noted, count); i++) add(found, numbers.next(), numbers.next());
    if (noted != count || found.value() != hash.value()) {
      throw new MalformedException(
          start,
          "the index of an xz stream tells of %d blocks, %d were read or their sizes differ"
              .formatted(noted, count));
    }
    int padding = (int) (start - input.offset()) & 3;
    for (int i = 0; i < padding; i++) {
      if (numbers.number8() != 0)
        throw new MalformedException(input.offset() - 1, "no 0 in the padding of " + WHAT);
    }
    long crcOffset = input.offset();
    XzStream.checkCrc(crcOffset, input.number32(WHAT), (int) numbers.crc.getValue(), WHAT);
  }
}
