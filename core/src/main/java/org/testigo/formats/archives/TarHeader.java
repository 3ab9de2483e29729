package org.testigo.formats.archives;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.testigo.model.MalformedException;

/// The block in front of each member of a tar.
///
/// | offset | size | meaning |
/// |---|---|---|
/// | 0 | 100 | name |
/// | 124 | 12 | size, octal digits, or binary where the first bit is set |
/// | 148 | 8 | sum of the bytes of the block with this field as blanks, octal |
/// | 156 | 1 | type: `0` file, `1` `2` links, `5` folder, `L` long name, `x` `g` pax records |
/// | 257 | 5 | `ustar` |
/// | 345 | 155 | prefix of the name, in front of a `/` |
/// | 482 | 1 | in a GNU file with holes (`S`), whether another block of its map follows |
record TarHeader(long offsetBytes, String name, char type, long sizeBytes, boolean hasMoreMap) {
  static final int BLOCK_BYTES = 512;
  private static final int SUM_OFFSET = 148;
  private static final int SUM_BYTES = 8;

  static boolean isZero(byte[] block) {
    for (byte b : block) if (b != 0) return false;
    return true;
  }

  /// Whether the block is the header of a member.
  static boolean isHeader(byte[] block) {
    if (block.length < BLOCK_BYTES || isZero(block)) return false;
    long unsigned = 0;
    long signed = 0;
    for (int i = 0; i < BLOCK_BYTES; i++) {
      boolean isSum = i >= SUM_OFFSET && i < SUM_OFFSET + SUM_BYTES;
      byte b = isSum ? (byte) ' ' : block[i];
      unsigned += b & 0xff;
      signed += b;
    }
    long expected = octal(block, SUM_OFFSET, SUM_BYTES);
    // Very old writers summed signed bytes.
    return expected == unsigned || expected == signed;
  }

  /// @throws MalformedException when it is none
  static TarHeader parse(byte[] block, long offsetBytes) {
    if (!isHeader(block)) {
      throw new MalformedException(
          offsetBytes, "a block whose sum is wrong, expected the header of a member of a tar");
    }
    long size = size(block);
    if (size < 0) throw new MalformedException(offsetBytes + 124, "a size that is no number");
    return new TarHeader(
        offsetBytes, name(block), (char) (block[156] & 0xff), size, block[482] != 0);
  }

  private static String name(byte[] block) {
    String name = MemberName.of(untilZero(block, 0, 100));
    boolean isUstar =
        new String(block, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar") && block[262] == 0;
    String prefix = isUstar ? MemberName.of(untilZero(block, 345, 155)) : "";
    return prefix.isEmpty() ? name : prefix + '/' + name;
  }

  static byte[] untilZero(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) end++;
    return Arrays.copyOfRange(bytes, from, end);
  }

  /// -1 where it is no number of 63 bits.
  private static long size(byte[] block) {
    if ((block[124] & 0x80) == 0) return octal(block, 124, 12);
    long size = block[124] & 0x7f;
    for (int i = 125; i < 136; i++) {
      if (size >>> 55 != 0) return -1;
      size = size << 8 | (block[i] & 0xff);
    }
    return size;
  }

  /// -1 where it is no number; blanks and zeros around it are usual.
  private static long octal(byte[] block, int from, int length) {
    String digits = new String(untilZero(block, from, length), StandardCharsets.ISO_8859_1).strip();
    if (digits.isEmpty()) return 0;
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '7') return -1;
      number = number << 3 | (c - '0');
    }
    return number;
  }
}
