package org.testigo.formats.archives;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.MalformedException;

/// Reads the directory of a zip, entry by entry.
///
/// | offset | size | meaning |
/// |---|---|---|
/// | 0 | 4 | `PK 01 02` |
/// | 4 | 2 | version of the writer; its second byte is the system, 3 for Unix |
/// | 8 | 2 | flags; bit 0 says encrypted |
/// | 10 | 2 | method: 0 stored, 8 deflated |
/// | 16 | 4 | CRC-32 |
/// | 20 | 4, 4 | packed and unpacked size |
/// | 28 | 2, 2, 2 | length of name, extra field and comment, which follow the header |
/// | 38 | 4 | attributes; on Unix the mode in the upper half |
/// | 42 | 4 | offset of the local header |
///
/// Where a size or offset is full of ones, extra field 1 has it in 8 bytes. Little-endian.
final class ZipDirectoryReader {
  private static final long SIGNATURE = 0x02014b50L;
  private static final long FULL_32 = 0xffff_ffffL;
  private static final int ZIP64_FIELD = 1;
  private static final int UNIX = 3;
  private static final int MODE_TYPE = 0170000;
  private static final int MODE_SYMBOLIC_LINK = 0120000;

  private final ForwardReader reader;

  ZipDirectoryReader(ByteSource zip, long start, long end) {
    reader = new ForwardReader(zip, start, end);
  }

  boolean isAtEnd() {
    return reader.isAtEnd();
  }

  ZipMember next() {
    long at = reader.offsetBytes();
    long signature = reader.number32();
    if (signature != SIGNATURE) {
      throw new MalformedException(
          at, "signature 0x%08x, expected 0x%08x".formatted(signature, SIGNATURE));
    }
    int system = reader.number16() >> 8;
    reader.skip(2);
    int flags = reader.number16();
    int method = reader.number16();
    reader.skip(4);
    int crc32 = (int) reader.number32();
    long packedBytes = reader.number32();
    long sizeBytes = reader.number32();
    int nameLength = reader.number16();
    int extraLength = reader.number16();
    int commentLength = reader.number16();
    reader.skip(4);
    long attributes = reader.number32();
    long headerOffset = reader.number32();
    String name = MemberName.of(reader.bytes(nameLength));
    byte[] extra = reader.bytes(extraLength);
    reader.skip(commentLength);
    var wide = new Wide(extra, at);
    // The order of the three is that of the field.
    sizeBytes = wide.orElse(sizeBytes);
    packedBytes = wide.orElse(packedBytes);
    headerOffset = wide.orElse(headerOffset);
    return new ZipMember(
        name,
        type(name, system, attributes),
        method(method),
        (flags & 1) != 0,
        crc32,
        packedBytes,
        sizeBytes,
        headerOffset);
  }

  private static ZipMember.Type type(String name, int system, long attributes) {
    int mode = (int) (attributes >> 16);
    if (system == UNIX && (mode & MODE_TYPE) == MODE_SYMBOLIC_LINK)
      return ZipMember.Type.SYMBOLIC_LINK;
    return name.endsWith("/") ? ZipMember.Type.FOLDER : ZipMember.Type.FILE;
  }

  private static ZipMember.Method method(int number) {
    return switch (number) {
      case 0 -> ZipMember.Method.STORED;
      case 8 -> ZipMember.Method.DEFLATED;
      default -> ZipMember.Method.OTHER;
    };
  }

  /// The numbers of the zip64 extra field, taken one after the other.
  private static final class Wide {
    private final ByteBuffer numbers;
    private final long offsetBytes;

    Wide(byte[] extra, long offsetBytes) {
      this.numbers = find(ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN));
      this.offsetBytes = offsetBytes;
    }

    private static ByteBuffer find(ByteBuffer fields) {
      while (fields.remaining() >= 4) {
        int id = fields.getShort() & 0xffff;
        int length = Math.min(fields.getShort() & 0xffff, fields.remaining());
        if (id == ZIP64_FIELD)
          return fields.slice(fields.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        fields.position(fields.position() + length);
      }
      return ByteBuffer.allocate(0);
    }

    long orElse(long narrow) {
      if (narrow != FULL_32) return narrow;
      if (numbers.remaining() < 8) {
        throw new MalformedException(
            offsetBytes, "an entry without the zip64 size or offset that it refers to");
      }
      long number = numbers.getLong();
      if (number < 0) {
        throw new MalformedException(
            offsetBytes,
            "zip64 number %s, expected less than 2^63".formatted(Long.toUnsignedString(number)));
      }
      return number;
    }
  }
}
