package org.testigo.formats.compression;

import java.io.IOException;
import java.util.zip.CRC32;
import org.testigo.model.MalformedException;

/// Numbers of xz: seven bits per byte, lowest first, at most nine bytes; the last one is not 0
/// unless it is the only one. What is read is counted into a checksum.
final class XzVarint {
  private static final int MAX_BYTES = 9;

  private final PackedInput input;
  private final String what;
  final CRC32 crc = new CRC32();

  XzVarint(PackedInput input, String what) {
    this.input = input;
    this.what = what;
  }

  int number8() throws IOException {
    int one = input.number8(what);
    crc.update(one);
    return one;
  }

  long next() throws IOException {
    long start = input.offset();
    long number = 0;
    for (int i = 0; i < MAX_BYTES; i++) {
      int one = number8();
      number |= (one & 0x7fL) << 7 * i;
      if (one < 0x80) {
        if (one == 0 && i > 0) break;
        return number;
      }
    }
    throw new MalformedException(start, "a number of more bytes than it needs in " + what);
  }
}
