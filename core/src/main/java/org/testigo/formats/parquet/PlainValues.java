package org.testigo.formats.parquet;

/// Values as they are: numbers little-endian, booleans as bits, byte arrays behind their length
/// (4).
final class PlainValues implements Values {
  private static final int INT96_BYTES = 12;

  private final PageBytes bytes;
  private final PhysicalType type;
  private final int typeBytes;
  private int bit;

  PlainValues(PageBytes bytes, PhysicalType type, int typeBytes) {
    this.bytes = bytes;
    this.type = type;
    this.typeBytes = typeBytes;
  }

  @Override
  public Cell next() {
    return switch (type) {
      case BOOLEAN -> new Cell.Flag(nextBit());
      case INT32 -> new Cell.Whole(bytes.number32());
      case INT64 -> new Cell.Whole(bytes.number64());
      case INT96 -> new Cell.Blob(bytes.copy(INT96_BYTES));
      case FLOAT -> new Cell.Real(Float.intBitsToFloat(bytes.number32()));
      case DOUBLE -> new Cell.Real(Double.longBitsToDouble(bytes.number64()));
      case BYTE_ARRAY -> new Cell.Blob(bytes.copy(length()));
      case FIXED_LEN_BYTE_ARRAY -> new Cell.Blob(bytes.copy(typeBytes));
    };
  }

  /// Passes over a value.
  void skip() {
    int length =
        switch (type) {
          case BOOLEAN -> throw new IllegalStateException("no dictionary holds booleans");
          case INT32, FLOAT -> 4;
          case INT64, DOUBLE -> 8;
          case INT96 -> INT96_BYTES;
          case BYTE_ARRAY -> length();
          case FIXED_LEN_BYTE_ARRAY -> typeBytes;
        };
    bytes.need(length, "a value");
    bytes.at += length;
  }

  private int length() {
    int length = bytes.number32();
    if (length < 0 || length > Limits.VALUE_BYTES)
      throw bytes.damaged(
          "a value of %d bytes, expected at most %d"
              .formatted(Integer.toUnsignedLong(length), Limits.VALUE_BYTES));
    return length;
  }

  private boolean nextBit() {
    bytes.need(1, "a flag");
    boolean isSet = (bytes.array[bytes.at] >>> bit & 1) == 1;
    bit = bit + 1 & 7;
    if (bit == 0) bytes.at++;
    return isSet;
  }
}
