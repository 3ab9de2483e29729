package org.testigo.formats.plist;

import org.testigo.model.MalformedException;

/// The last 32 bytes of a binary property list, checked against its length.
///
/// @param offsetSize bytes of an entry of the offset table, 1 to 8
/// @param referenceSize bytes of a reference, 1 to 8
/// @param objects how many there are
/// @param top the reference of the outermost object
/// @param tableOffset where the offset table begins and the objects end
record BinaryTrailer(int offsetSize, int referenceSize, int objects, int top, int tableOffset) {
  static final int HEADER = 8;
  private static final int LENGTH = 32;

  /// With one object of one byte and its offset.
  static final int SMALLEST = HEADER + 2 + LENGTH;

  /// @param bytes at least [#SMALLEST]
  static BinaryTrailer read(byte[] bytes) {
    int at = bytes.length - LENGTH;
    int offsetSize = size(bytes, at + 6, "an offset");
    int referenceSize = size(bytes, at + 7, "a reference");
    int table = bounded(bytes, at + 24, HEADER + 1, at, "offset of the offset table");
    int room = (at - table) / offsetSize;
    int objects = bounded(bytes, at + 8, 1, room, "number of objects");
    int top = bounded(bytes, at + 16, 0, objects - 1, "outermost object");
    return new BinaryTrailer(offsetSize, referenceSize, objects, top, table);
  }

  private static int size(byte[] bytes, int at, String what) {
    int size = bytes[at] & 0xff;
    if (size < 1 || size > 8) {
      throw new MalformedException(at, "size %d of %s, expected 1 to 8".formatted(size, what));
    }
    return size;
  }

  private static int bounded(byte[] bytes, int at, int least, int most, String what) {
    long value = unsigned(bytes, at, 8);
    if (value < least || value > most) {
      throw new MalformedException(
          at,
          "%s %s, expected %d to %d".formatted(what, Long.toUnsignedString(value), least, most));
    }
    return (int) value;
  }

  /// One to eight bytes, big-endian; eight give a negative number where the highest bit is set.
  static long unsigned(byte[] bytes, int at, int size) {
    long value = 0;
    for (int i = 0; i < size; i++) value = (value << 8) | (bytes[at + i] & 0xff);
    return value;
  }
}
