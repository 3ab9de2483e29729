package org.testigo.formats.plist;

import org.testigo.model.MalformedException;

/// What an object of a binary property list is.
public enum BinaryKind {
  NULL,
  FALSE,
  TRUE,
  WHOLE,
  REAL,
  DATE,
  DATA,
  ASCII,
  UTF16,
  UTF8,
  UID,
  ARRAY,
  DICTIONARY;

  /// @param marker the first byte of the object, unsigned
  /// @throws MalformedException when it is that of no object
  static BinaryKind of(int marker, int offset) {
    return switch (marker >> 4) {
      case 0x0 -> simple(marker, offset);
      case 0x1 -> WHOLE;
      case 0x2 -> REAL;
      case 0x3 -> DATE;
      case 0x4 -> DATA;
      case 0x5 -> ASCII;
      case 0x6 -> UTF16;
      case 0x7 -> UTF8;
      case 0x8 -> UID;
      // 0xb and 0xc are ordered and unordered sets, laid out like arrays.
      case 0xa, 0xb, 0xc -> ARRAY;
      case 0xd -> DICTIONARY;
      default -> throw unknown(marker, offset);
    };
  }

  private static BinaryKind simple(int marker, int offset) {
    return switch (marker) {
      case 0x00 -> NULL;
      case 0x08 -> FALSE;
      case 0x09 -> TRUE;
      default -> throw unknown(marker, offset);
    };
  }

  private static MalformedException unknown(int marker, int offset) {
    return new MalformedException(
        offset, "marker 0x%02x, expected that of a property list object".formatted(marker));
  }
}
