package org.testigo.formats.archives;

import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

/// The end of a zip, which says where its directory lies.
///
/// | offset | size | meaning |
/// |---|---|---|
/// | 0 | 4 | `PK 05 06` |
/// | 4 | 2, 2 | number of this disk, and of the one where the directory begins |
/// | 8 | 2, 2 | entries of the directory on this disk, and in all |
/// | 12 | 4 | size of the directory |
/// | 16 | 4 | offset of the directory |
/// | 20 | 2 | length of the comment that follows, to the end of the file |
///
/// Where a field is full of ones, a zip64 end before it has the number: `PK 06 06` with the same in
/// 8 bytes each, found by a locator `PK 06 07` right before the end. Little-endian.
record ZipEnd(long entries, long directoryOffsetBytes, long directoryBytes) {
  private static final int SIZE_BYTES = 22;
  private static final int LOCATOR_BYTES = 20;
  private static final int END64_BYTES = 56;
  private static final int COMMENT_AT_MOST_BYTES = 0xffff;
  private static final long LOCATOR_SIGNATURE = 0x07064b50L;
  private static final long END64_SIGNATURE = 0x06064b50L;
  private static final int FULL_16 = 0xffff;
  private static final long FULL_32 = 0xffff_ffffL;

  /// @throws MalformedException when there is none, or what it says does not fit into the file
  static ZipEnd find(ByteSource zip) {
    long end = offset(zip);
    var reader = new ForwardReader(zip, end + 4, zip.sizeBytes());
    refuseParts(reader.number16(), end);
    refuseParts(reader.number16(), end);
    int entriesHere = reader.number16();
    int entries = reader.number16();
    long directoryBytes = reader.number32();
    long directoryOffset = reader.number32();
    if (entriesHere != entries) refuseParts(1, end);
    boolean isFull = entries == FULL_16 || directoryBytes == FULL_32 || directoryOffset == FULL_32;
    if (isFull && hasLocator(zip, end)) return find64(zip, end);
    return checked(new ZipEnd(entries, directoryOffset, directoryBytes), end);
  }

  /// Searched backwards, since a comment of any length may follow.
  private static long offset(ByteSource zip) {
    int length = (int) Math.min(zip.sizeBytes(), SIZE_BYTES + COMMENT_AT_MOST_BYTES);
    byte[] tail = new byte[length];
    zip.read(zip.sizeBytes() - length, tail, 0, length);
    boolean anySignature = false;
    for (int at = length - SIZE_BYTES; at >= 0; at--) {
      if (tail[at] != 'P' || tail[at + 1] != 'K' || tail[at + 2] != 5 || tail[at + 3] != 6)
        continue;
      int comment = (tail[at + 20] & 0xff) | (tail[at + 21] & 0xff) << 8;
      if (at + SIZE_BYTES + comment == length) return zip.sizeBytes() - length + at;
      anySignature = true;
    }
    throw new MalformedException(
        zip.sizeBytes(),
        anySignature
            ? "the comment at the end of the zip does not end with the file"
            : "no end of a zip in its last bytes: it is cut, or no zip");
  }

  private static void refuseParts(long number, long offset) {
    if (number != 0) {
      throw new UnsupportedLayoutException(
          "the end of the zip at offset %d belongs to one of several parts, expected one file"
              .formatted(offset));
    }
  }

  private static boolean hasLocator(ByteSource zip, long end) {
    if (end < LOCATOR_BYTES) return false;
    return new ForwardReader(zip, end - LOCATOR_BYTES, end).number32() == LOCATOR_SIGNATURE;
  }

  private static ZipEnd find64(ByteSource zip, long end) {
    var locator = new ForwardReader(zip, end - LOCATOR_BYTES + 8, end);
    long offset = locator.number64();
    if (offset > end - LOCATOR_BYTES - END64_BYTES) {
      throw new MalformedException(
          end - LOCATOR_BYTES, "a zip64 end at %d, expected before this".formatted(offset));
    }
    var reader = new ForwardReader(zip, offset, end);
    long signature = reader.number32();
    if (signature != END64_SIGNATURE) {
      throw new MalformedException(
          offset, "signature 0x%08x, expected 0x%08x".formatted(signature, END64_SIGNATURE));
    }
    reader.skip(12);
    refuseParts(reader.number32(), offset);
    refuseParts(reader.number32(), offset);
    reader.skip(8);
    long entries = reader.number64();
    long directoryBytes = reader.number64();
    return checked(new ZipEnd(entries, reader.number64(), directoryBytes), offset);
  }

  private static ZipEnd checked(ZipEnd end, long offset) {
    boolean fits =
        end.directoryOffsetBytes() <= offset
            && end.directoryBytes() == offset - end.directoryOffsetBytes();
    if (!fits) {
      throw new MalformedException(
          offset,
          "a directory of %d bytes at %d, expected one that ends here"
              .formatted(end.directoryBytes(), end.directoryOffsetBytes()));
    }
    return end;
  }
}
