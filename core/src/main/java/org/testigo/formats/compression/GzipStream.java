package org.testigo.formats.compression;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.testigo.model.MalformedException;

/// Members of gzip, one behind the other; the checksum and the size of each are compared. Zero
/// bytes behind the last one are padding, as tape writers leave it.
///
/// Layout of a member (RFC 1952, numbers little-endian): 0x1f 0x8b, method 8, flags, time (4),
/// hints (2), then by flag the extra field (4), name (8), comment (16), header checksum (2); the
/// deflated bytes; CRC-32 of what they hold (4) and its size modulo 2^32 (4).
final class GzipStream extends DecompressedStream {
  private static final int HEADER_BYTES = 10;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc32 = new CRC32();
  private boolean isInMember;
  private boolean isFirst = true;
  private @Nullable MalformedException damage;

  GzipStream(PackedInput input) {
    super(input);
  }

  @Override
  int unpack(byte[] into, int from, int length) throws IOException {
    if (damage != null) throw damage;
    if (!isInMember && !beginMember()) return -1;
    if (inflater.finished()) {
      endMember();
      return 0;
    }
    if (inflater.needsInput()) feed();
    int count = inflate(into, from, length);
    crc32.update(into, from, count);
    return count;
  }

  private void feed() throws IOException {
    input.need(1, "the deflated bytes of a gzip member");
    inflater.setInput(input.bytes, input.position, input.limit - input.position);
  }

  private int inflate(byte[] into, int from, int length) {
    long usedBefore = inflater.getBytesRead();
    long givenBefore = inflater.getBytesWritten();
    try {
      inflater.inflate(into, from, length);
      if (inflater.needsDictionary())
        throw new DataFormatException("a preset dictionary is wanted");
    } catch (DataFormatException e) {
      // What was unpacked before the damage is given first: the next call throws it.
      damage =
          new MalformedException(
              input.offset() + inflater.getBytesRead() - usedBefore,
              "the deflated bytes cannot be unpacked further: " + e.getMessage());
    }
    input.position += (int) (inflater.getBytesRead() - usedBefore);
    return (int) (inflater.getBytesWritten() - givenBefore);
  }

  /// @return false when there is no further member
  private boolean beginMember() throws IOException {
    if (!isFirst && isPaddingToTheEnd()) return false;
    isFirst = false;
    long start = input.offset();
    String what = "the header of a gzip member";
    input.need(HEADER_BYTES, what);
    int magic = input.number16(what);
    int method = input.number8(what);
    int flags = input.number8(what);
    if (magic != 0x8b1f || method != 8 || (flags & RESERVED) != 0) {
      throw new MalformedException(
          start,
          "0x%04x, method %d, flags 0x%02x, expected a gzip member: 0x8b1f, method 8, flags below 0x20"
              .formatted(magic, method, flags));
    }
    input.skip(6, what);
    if ((flags & EXTRA) != 0) input.skip(input.number16(what), "the extra field of a gzip member");
    if ((flags & NAME) != 0) skipText("the name of a gzip member");
    if ((flags & COMMENT) != 0) skipText("the comment of a gzip member");
    if ((flags & HEADER_CHECKSUM) != 0) input.skip(2, what);
    inflater.reset();
    crc32.reset();
    isInMember = true;
    return true;
  }

  private boolean isPaddingToTheEnd() throws IOException {
    while (input.has(1)) {
      if (input.bytes[input.position] != 0) return false;
      input.position++;
    }
    return true;
  }

  private void skipText(String what) throws IOException {
    while (input.number8(what) != 0) {
      // The text is not needed.
    }
  }

  private void endMember() throws IOException {
    isInMember = false;
    long start = input.offset();
    String what = "the checksum of a gzip member";
    int crc = input.number32(what);
    int size = input.number32(what);
    if (crc != (int) crc32.getValue() || size != (int) inflater.getBytesWritten()) {
      throw new MalformedException(
          start,
          "the gzip member holds %d bytes with CRC-32 0x%08x, its end says %d and 0x%08x"
              .formatted(
                  inflater.getBytesWritten(), crc32.getValue(), Integer.toUnsignedLong(size), crc));
    }
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    super.close();
  }
}
